import type { AnswerField } from "@faelleskort/shared/model/actor.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";

/** What stands under a question on any of the actor's cards, the lead's first; the same words only once. */
export function joinedAnswers({ members }: ActorCluster, field: AnswerField): string {
  const texts = members.map(({ answers }) => answers[field].trim()).filter((text) => text !== "");
  return [...new Set(texts)].join("\n");
}
