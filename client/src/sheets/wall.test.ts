import { actorId, noteId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import { overlaps } from "../canvas/geometry/rect.ts";
import { keyOf, layingOut, numberedIds, sampleBoard } from "./sample-board.ts";
import { wallSheet } from "./wall.ts";

const a = actorId("actor-a");
const b = actorId("actor-b");
const c = actorId("actor-c");

function board() {
  const sample = sampleBoard();
  sample.run(
    { type: "actor.write", id: a, name: "Fair Play", category: null, wall: { x: 0, y: 0, z: 3 } },
    { type: "actor.write", id: b, name: "Biblioteket", category: null, wall: { x: 500, y: 0, z: 1 } },
    { type: "actor.write", id: c, name: "Bydelsmødre", category: null, wall: null },
  );
  return sample;
}

describe("the wall", () => {
  it("shows cards where they lie, and gives those from phones a free place under the others", () => {
    const { items } = layingOut(wallSheet, board())();
    expect(items.map(({ key }) => key)).toEqual([keyOf(c), keyOf(b), keyOf(a)]);
    expect(items[2]?.rect).toMatchObject({ x: 0, y: 0, width: 200, height: 128 });
    for (const other of items.slice(1))
      expect(overlaps(items[0]?.rect ?? other.rect, other.rect)).toBe(false);
  });

  it("keeps what did not change the very same object, so that only the changed is painted", () => {
    const sample = board();
    const layOut = layingOut(wallSheet, sample);
    const before = layOut().items;
    sample.run({ type: "actor.set-category", id: b, category: "place" });
    const after = layOut().items;
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after[2]).toBe(before[2]);
  });

  it("turns into a who-card what is stuck on one, and makes merged cards one", () => {
    const sample = board();
    sample.run({ type: "actor.stick", id: a, onWhoCard: true }, { type: "actor.merge", ids: [b], into: a });
    const { items } = layingOut(wallSheet, sample)();
    expect(items).toHaveLength(2);
    const card = items.find(({ key }) => key === keyOf(a));
    expect(card).toMatchObject({ kind: "who-card", rect: { x: 0, y: 0, width: 320, height: 232 } });
    expect(card?.kind === "who-card" && card.cluster.members.length).toBe(2);
  });

  it("moves by a drop what was dragged, on top of all, as one command", () => {
    const arrangement = layingOut(wallSheet, board())();
    const [seated, , top] = arrangement.items;
    if (!seated || !top) throw new Error("cards are missing");
    const commands = arrangement.drop([
      { item: seated, to: { x: 40.04, y: -20 } },
      { item: top, to: { x: 90, y: 90 } },
    ]);
    expect(commands).toEqual([
      {
        type: "actor.move",
        moves: [
          { id: c, to: { x: 40, y: -20, z: 4 } },
          { id: a, to: { x: 90, y: 90, z: 5 } },
        ],
      },
    ]);
  });

  it("moves by arrow keys from where a card is shown, also one from a phone", () => {
    const arrangement = layingOut(wallSheet, board())();
    const [seated] = arrangement.items;
    if (!seated) throw new Error("a card is missing");
    expect(arrangement.nudge([seated], { x: 1, y: 0 }, false)).toEqual([
      { type: "actor.move", moves: [{ id: c, to: { x: seated.rect.x + 10, y: seated.rect.y, z: 0 } }] },
    ]);
  });

  it("writes a new card where somebody pointed, and beside the others where nobody did", () => {
    const arrangement = layingOut(wallSheet, board())();
    const pointed = arrangement.draft({ x: 100, y: 64 }, "select", true);
    expect(pointed?.commands("Naboen", numberedIds())).toEqual([
      { type: "actor.write", id: "made-0000", name: "Naboen", category: null, wall: { x: 0, y: 0, z: 4 } },
    ]);
    const beside = arrangement.draft({ x: 100, y: 64 }, "card", false);
    for (const { rect } of arrangement.items) expect(overlaps(rect, beside?.rect ?? rect)).toBe(false);
    expect(arrangement.draft({ x: 0, y: 0 }, "resource", true)).toBeNull();
  });

  it("lays a pasted list side by side, covering nothing", () => {
    const sample = board();
    const lines = Array.from({ length: 20 }, (_, index) => `Kort ${index}`);
    sample.run(...layingOut(wallSheet, sample)().paste(lines, { x: 100, y: 60 }, "select", numberedIds()));
    const { items } = layingOut(wallSheet, sample)();
    expect(items).toHaveLength(23);
    for (const [index, { rect }] of items.entries()) {
      for (const other of items.slice(index + 1)) expect(overlaps(rect, other.rect)).toBe(false);
    }
  });

  it("holds notes among the cards", () => {
    const sample = board();
    const id = noteId("note-1");
    const position = { x: 10, y: 10, z: 2 };
    sample.run({ type: "note.add", id, sheet: "wall", text: "Husk", position });
    const arrangement = layingOut(wallSheet, sample)();
    const note = arrangement.items.find(({ kind }) => kind === "note");
    expect(arrangement.items.map(({ key }) => key)).toEqual([keyOf(c), keyOf(b), note?.key, keyOf(a)]);
    expect(note && arrangement.drop([{ item: note, to: { x: 1, y: 2 } }])).toEqual([
      { type: "note.move", moves: [{ id, to: { x: 1, y: 2, z: 4 } }] },
    ]);
  });
});
