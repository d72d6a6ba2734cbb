import { type Actor, answerFields } from "../model/actor.ts";
import type { BoardCommand } from "../commands/board-command.ts";
import type { Author } from "../model/author.ts";
import type { BoardPoint } from "../model/geometry.ts";
import { type ActorId, actorId, markId, noteId } from "../model/ids.ts";
import { associations } from "./associations.ts";
import { enthusiasts } from "./enthusiasts.ts";
import type { ExampleActor } from "./example-content.ts";
import { institutions } from "./institutions.ts";
import { looseCards } from "./loose-cards.ts";
import { exampleMarks } from "./marks.ts";
import { places } from "./places.ts";
import { groupSeats, looseSeats } from "./wall-layout.ts";

/**
 * The example somebody can try the whiteboard with: a Round 1 in Høje Gladsaxe, well under way. The frame is from the
 * inspiration catalogue; the wording is ours, much is made up for practice, and no person is named. It is Danish in every
 * language, as the place is.
 */
export const exampleWorkshop = {
  title: "Eksempel: Høje Gladsaxe",
  area: "Høje Gladsaxe",
  template: "round-1",
  locale: "da",
} as const;

/** The area picture, as a file of the client's `public` folder; the marks' positions are fractions of it. */
export const examplePicture = { path: "/example/hoje-gladsaxe.png", width: 1600, height: 1100 } as const;

/** A command and the organisation it is given in the name of. */
export interface ExampleCommand {
  readonly author: Author;
  readonly command: BoardCommand;
}

const groups = [institutions, associations, enthusiasts, places];
const host = "Vores HG";
const looseHeading = "Kort, vi ikke har talt om endnu";
const remarks = [
  "Her bor omkring 4.100 mennesker i cirka 2.000 lejemål, og fem boligorganisationer deler området.",
  "Et eksempel at øve sig på. Høje Gladsaxe er et rigtigt sted, men mange kort, svar og mærker er digtet. Ret løs!",
];

interface Seated extends ExampleActor {
  readonly id: ActorId;
  readonly category: Actor["category"];
  readonly wall: BoardPoint;
  readonly onWhoCard: boolean;
}

/**
 * The example as commands, in the order a meeting would give them: notes, places on the map, cards, who-cards and
 * answers, merging, placing. Applied one by one to an empty board, with a later `now` for each, none is rejected.
 * `newId` must give a fresh id (10–40 characters of the URL alphabet) at every call.
 */
export function exampleCommands(newId: () => string): readonly ExampleCommand[] {
  const commands: ExampleCommand[] = [];
  const give = (label: string, command: BoardCommand) => {
    commands.push({ author: { label, participantId: null }, command });
  };
  const addNote = (text: string, position: BoardPoint) => {
    give(host, { type: "note.add", id: noteId(newId()), sheet: "wall", text, position });
  };

  const seats = groupSeats(groups.map(({ actors }) => actors.length));
  const loose = looseSeats(looseCards.length);
  groups.forEach(({ heading }, index) => addNote(heading, seated(seats[index]?.note)));
  addNote(looseHeading, loose.note);
  remarks.forEach((text, index) => addNote(text, loose.below(index)));

  for (const { author, at, kind, title, text } of exampleMarks) {
    const position = { x: at[0], y: at[1] };
    give(author, { type: "mark.add", id: markId(newId()), kind, title, text, position });
  }

  const cards: Seated[] = [
    ...groups.flatMap(({ actors, category }, group) =>
      actors.map((actor, index) => {
        const wall = seated(seats[group]?.cards[index]);
        return { ...actor, id: actorId(newId()), category, wall, onWhoCard: true };
      }),
    ),
    ...looseCards.map((actor, index) => {
      const wall = seated(loose.cards[index]);
      return { ...actor, id: actorId(newId()), wall, onWhoCard: false };
    }),
  ];
  for (const { author, id, name, category, wall } of cards) {
    give(author, { type: "actor.write", id, name, category, wall });
  }
  for (const { author, id, onWhoCard, answers } of cards) {
    if (onWhoCard) give(author, { type: "actor.stick", id, onWhoCard });
    for (const field of answerFields) {
      const text = answers[field];
      if (text !== undefined)
        give(author, { type: "text.edit", target: { record: "actor", id, field }, text });
    }
  }

  const idByKey = new Map(cards.map(({ key, id }) => [key, id]));
  for (const { id, mergeInto } of cards) {
    if (mergeInto === undefined) continue;
    const into = idByKey.get(mergeInto);
    if (into === undefined) throw new Error(`The example has no card "${mergeInto}" to merge into`);
    give(host, { type: "actor.merge", ids: [id], into });
  }
  for (const { id, placement } of cards) {
    if (!placement) continue;
    give(host, { type: "actor.place", moves: [{ id, to: { x: placement[0], y: placement[1] } }] });
  }
  return commands;
}

/** The layout has a seat for every card it was asked for. */
function seated(seat: BoardPoint | undefined): BoardPoint {
  if (!seat) throw new Error("The example's wall has too few seats");
  return seat;
}
