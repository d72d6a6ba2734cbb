import { actorId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import { copyOf, readCopies, shifted, writeCopies } from "../canvas/scene/copies.ts";
import { layingOut, numberedIds, sampleBoard } from "./sample-board.ts";
import { mapSheet } from "./map.ts";
import { prioritySheet } from "./priority.ts";
import { wallSheet } from "./wall.ts";

const answers = { activities: "Fodbold", partners: "", contribution: "En hal" };

function board() {
  const sample = sampleBoard();
  sample.run({
    type: "actor.write",
    id: actorId("actor-a"),
    name: "Fair Play",
    category: "association",
    wall: { x: 10, y: 20, z: 0 },
    answers,
    onWhoCard: true,
  });
  return sample;
}

describe("copies", () => {
  it("keep what was written, through the clipboard and in another workshop", () => {
    const here = layingOut(wallSheet, board())();
    const read = readCopies(writeCopies(here.items.map((item) => copyOf(item))));
    const there = sampleBoard();
    const empty = layingOut(wallSheet, there)();
    there.run(...empty.write(shifted(read ?? [], { x: 100, y: 0 }), false, numberedIds()));
    expect([...there.snapshot.actorsById.values()]).toMatchObject([
      { name: "Fair Play", category: "association", answers, onWhoCard: true, wall: { x: 110, y: 20 } },
    ]);
  });

  it("become marks on the map, and notes where there is none", () => {
    const sample = board();
    const copies = layingOut(wallSheet, sample)().items.map((item) => copyOf(item));
    sample.run(...layingOut(mapSheet, sample)().write(copies, false, numberedIds()));
    const mark = [...sample.snapshot.marksById.values()][0];
    expect(mark).toMatchObject({ kind: "resource", title: "Fair Play" });
    const onMap = layingOut(mapSheet, sample)().items.map((item) => copyOf(item));
    sample.run(...layingOut(wallSheet, sample)().write(onMap, false, () => "note-0"));
    expect([...sample.snapshot.notesById.values()]).toMatchObject([{ text: "Fair Play", sheet: "wall" }]);
  });

  it("are placed in the model where they are put, and wait in the tray otherwise", () => {
    const sample = board();
    const priority = layingOut(prioritySheet, sample)();
    const [copy] = priority.items.map((item) => copyOf(item, { x: 700, y: 200 }));
    if (!copy) throw new Error("the actor waits in the tray");
    const ids = numberedIds();
    expect(priority.write([copy], true, ids).map(({ type }) => type)).toEqual(["actor.write", "actor.place"]);
    expect(priority.write([copy], false, ids).map(({ type }) => type)).toEqual(["actor.write"]);
  });

  it.each(["", "hej", "{}", '{"version":1,"copies":[]}', '{"version":1,"copies":[{"kind":"actor"}]}'])(
    "are not read from %s",
    (written) => {
      expect(readCopies(written)).toBeNull();
    },
  );
});
