import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { actorCategories, actorTextFields } from "@faelleskort/shared/model/actor.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { actorId, markId, noteId } from "@faelleskort/shared/model/ids.ts";
import { sheetIds } from "@faelleskort/shared/model/sheet.ts";
import { priorityFields } from "@faelleskort/shared/method/fields.ts";
import { randomFreeCommand } from "./random-free-command.ts";
import type { Random } from "./random.ts";

const idText = (random: Random) => `id-${random.below(1e9).toString(36).padStart(8, "0")}`;
const name = (random: Random) =>
  random.pick([
    "Fair Play",
    "Biblioteket",
    "biblioteket",
    "Fædregruppen",
    "Faedre gruppen",
    "Ældre Sagen 🙂",
    "مجموعة",
  ]);

/** One random command that a person could give on this board; some of it is bound to be turned down. */
export function randomCommand(snapshot: BoardSnapshot, random: Random): BoardCommand {
  const actors = [...snapshot.actorsById.keys()];
  const marks = [...snapshot.marksById.keys()];
  const notes = [...snapshot.notesById.keys()];
  const unit = () => ({ x: random.fraction(), y: random.fraction() });
  const wall = () => ({ x: random.below(4000), y: random.below(3000), z: 0 });
  const write = (): BoardCommand => ({
    type: "actor.write",
    id: actorId(idText(random)),
    name: name(random),
    category: random.chance(0.5) ? random.pick(actorCategories) : null,
    wall: random.chance(0.5) ? wall() : null,
  });
  if (actors.length < 3) return write();
  const actor = () => random.pick(actors);
  if (random.chance(0.25)) return randomFreeCommand(snapshot, random);
  const makers: readonly (() => BoardCommand)[] = [
    write,
    () => ({ type: "actor.set-category", id: actor(), category: random.pick(actorCategories) }),
    () => ({ type: "actor.stick", id: actor(), onWhoCard: random.chance(0.7) }),
    () => ({ type: "actor.move", moves: [{ id: actor(), to: wall() }] }),
    () => ({ type: "actor.place", moves: [{ id: actor(), to: unit() }] }),
    () => ({ type: "actor.place-in-field", id: actor(), field: random.pick(priorityFields) }),
    () => ({ type: "actor.unplace", ids: [actor()] }),
    () => ({ type: "actor.merge", ids: [actor(), actor()], into: actor() }),
    () => ({ type: "actor.merge", ids: [actor()], into: actor() }),
    () => ({ type: "actor.split", id: actor() }),
    () => ({
      type: "text.edit",
      target: { record: "actor", id: actor(), field: random.pick(actorTextFields) },
      text: random.pick(["Ny tekst", "Ny tekst, længere", "🙂 hver mandag", ""]) + random.below(3),
    }),
    () => ({ type: "records.delete", records: [{ record: "actor", id: actor() }] }),
    () => ({ type: "records.restore", records: [{ record: "actor", id: actor() }] }),
    () => ({
      type: "mark.add",
      id: markId(idText(random)),
      kind: random.pick(["resource", "challenge"]),
      title: "Sted",
      text: "",
      position: unit(),
    }),
    () => ({
      type: "note.add",
      id: noteId(idText(random)),
      sheet: random.pick(sheetIds),
      text: "Husk",
      position: wall(),
    }),
    () =>
      marks.length > 0 ? { type: "mark.move", moves: [{ id: random.pick(marks), to: unit() }] } : write(),
    () =>
      marks.length > 0
        ? { type: "records.delete", records: [{ record: "mark", id: random.pick(marks) }] }
        : write(),
    () =>
      notes.length > 0 ? { type: "note.move", moves: [{ id: random.pick(notes), to: wall() }] } : write(),
  ];
  return random.pick(makers)();
}
