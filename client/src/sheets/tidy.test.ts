import { actorId, noteId } from "@faelleskort/shared/model/ids.ts";
import { priorityFields } from "@faelleskort/shared/method/fields.ts";
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
    board.run(...before.tidy(before.items, "category"));
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
    board.run(...first.tidy(first.items, "category"));
    const once = layOut().items.map(({ key, rect }) => ({ key, rect }));
    const again = layOut();
    board.run(...again.tidy(again.items, "category"));
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
    const [command] = wall.tidy(chosen, "category");
    expect(command?.type === "actor.move" ? command.moves.length : 0).toBe(3);
  });

  it("TIDY-1 puts together what is of one field, or all by name, in columns", () => {
    const board = heap(30);
    for (let index = 0; index < 30; index += 2) {
      board.run({
        type: "actor.place-in-field",
        id: actorId(`actor-${index}`),
        field: priorityFields[index % 4] ?? 1,
      });
    }
    const layOut = layingOut(wallSheet, board);
    for (const order of ["field", "name"] as const) {
      const now = layOut();
      board.run(...now.tidy(now.items, order));
      const columns = Map.groupBy(
        layOut().items.filter((item) => item.kind === "actor-card"),
        ({ rect }) => rect.x,
      );
      for (const column of columns.values()) {
        const fields = new Set(column.map(({ cluster }) => cluster.field));
        if (order === "field") expect(fields.size).toBe(1);
        const names = column.toSorted((a, b) => a.rect.y - b.rect.y).map(({ cluster }) => cluster.lead.name);
        expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
      }
    }
  });

  it("TIDY-2 leaves a note with the card it lay beside", () => {
    const board = heap(20);
    const layOut = layingOut(wallSheet, board);
    const first = layOut();
    const note = first.items.find((item) => item.kind === "note");
    const card = first.items.find((item) => item.kind === "actor-card" && item.cluster.lead.wall !== null);
    if (!note || !card) throw new Error("neither note nor card");
    const { x, y, height } = card.rect;
    board.run({ type: "note.move", moves: [{ id: noteId("note-1"), to: { x, y: y + height + 4, z: 0 } }] });
    const before = layOut();
    board.run(...before.tidy(before.items, "category"));
    const after = new Map(layOut().items.map((item) => [item.key, item.rect]));
    expect(after.get(note.key)).toMatchObject({
      x: after.get(card.key)?.x,
      y: (after.get(card.key)?.y ?? 0) + height + 20,
    });
  });
});
