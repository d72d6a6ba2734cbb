import type { AnswerField } from "@faelleskort/shared/model/actor.ts";
import { answerFields } from "@faelleskort/shared/model/actor.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { type CardLayout, layoutActorCard } from "./card-layout.ts";
import type { Font, SetText, TextSetter } from "./text-setter.ts";

/** A "Hvem er de?" card, in board units. The actor card sticks in its slot a little smaller than on the wall. */
export const whoCard = { width: 320, height: 232, padding: 12, slotScale: 0.8, row: 33 } as const;

export interface WhoLayout {
  readonly width: number;
  readonly height: number;
  readonly card: CardLayout;
  /** Where the rows of answers begin, from the top. */
  readonly answersTop: number;
  readonly answers: readonly { readonly field: AnswerField; readonly text: SetText }[];
  readonly answerFont: Font;
}

const answerFont: Font = { weight: 400, size: 14 };

export function layoutWhoCard(cluster: ActorCluster, text: TextSetter): WhoLayout {
  const card = layoutActorCard(cluster, text);
  const answersTop = whoCard.padding + card.height * whoCard.slotScale + 10;
  const answers = answerFields.map((field) => ({
    field,
    text: text.lines(answerOf(cluster, field), answerFont, whoCard.width - 2 * whoCard.padding, 1),
  }));
  const height = Math.max(whoCard.height, answersTop + answers.length * whoCard.row + 8);
  return { width: whoCard.width, height, card, answersTop, answers, answerFont };
}

/** What anybody answered, on any of the merged cards, on one line. */
function answerOf({ members }: ActorCluster, field: AnswerField): string {
  return members
    .map(({ answers }) => answers[field].trim())
    .filter((answer) => answer !== "")
    .join(" · ")
    .replaceAll(/\s+/g, " ");
}
