import { actorId, noteId } from "@faelleskort/shared/model/ids.ts";
import { actorCategories } from "@faelleskort/shared/model/actor.ts";
import { describe, expect, it } from "vitest";
import { overlaps } from "../canvas/geometry/rect.ts";
import { layingOut, sampleBoard } from "./sample-board.ts";
import { wallSheet } from "./wall.ts";

function heap(count: number) {
  const board = sampleBoard();
  for (let index = 0; index < count; index++) {
    board.run({
      type: "actor.write",
      id: actorId(`actor-${index}`),
      name: `Navn ${(index * 7) % count}`,
      category: actorCategories[index % 5] ?? null,
      wall: index % 6 === 0 ? null : { x: (index * 37) % 300, y: (index * 53) % 200, z: index },
      onWhoCard: index % 7 === 0,
    });
  }
  board.run({
    type: "note.add",
    id: noteId("note-1"),
    sheet: "wall",
    text: "Husk",
    position: { x: 10, y: 10, z: 0 },
  });
  return board;
}

describe("tidying up", () => {
  it("leaves nothing on top of anything, and everything on the wall", () => {
    const board = heap(60);
    const layOut = layingOut(wallSheet, board);
    const before = layOut();
    board.run(...before.tidy(before.items));
    const { items } = layOut();
    expect(items).toHaveLength(61);
    for (const [index, a] of items.entries()) {
      for (const b of items.slice(index + 1)) expect(overlaps(a.rect, b.rect)).toBe(false);
    }
  });

  it("keeps a category together, and changes nothing when all is tidy", () => {
    const board = heap(40);
    const layOut = layingOut(wallSheet, board);
    const first = layOut();
    board.run(...first.tidy(first.items));
    const once = layOut().items.map(({ key, rect }) => ({ key, rect }));
    const again = layOut();
    board.run(...again.tidy(again.items));
    const twice = new Map(layOut().items.map(({ key, rect }) => [key, rect]));
    for (const { key, rect } of once) expect(twice.get(key)).toEqual(rect);
    const columns = new Map<number, Set<string | null>>();
    for (const item of layOut().items) {
      if (item.kind !== "actor-card") continue;
      const known = columns.get(item.rect.x) ?? new Set();
      columns.set(item.rect.x, known.add(item.cluster.lead.category));
    }
    for (const categories of columns.values()) expect(categories.size).toBe(1);
  });

  it("moves only what was chosen", () => {
    const board = heap(12);
    const wall = layingOut(wallSheet, board)();
    const chosen = wall.items.filter((item) => item.kind === "actor-card").slice(0, 3);
    const [command] = wall.tidy(chosen);
    expect(command?.type === "actor.move" ? command.moves.length : 0).toBe(3);
  });
});
