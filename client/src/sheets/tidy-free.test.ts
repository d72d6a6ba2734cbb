import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { elementId, groupId, noteId } from "@faelleskort/shared/model/ids.ts";
import { paletteColours, type PaletteColour } from "@faelleskort/shared/model/colour.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { describe, expect, it } from "vitest";
import { covers, overlaps, type Rect } from "../canvas/geometry/rect.ts";
import type { TidyOrder } from "../canvas/scene/sheet.ts";
import { freeSheet } from "./free.ts";
import { layingOut, sampleBoard } from "./sample-board.ts";

const sheet = freeSheetId("free-sheet-1");
const orders: readonly TidyOrder[] = ["colour", "kind", "name"];
const idOf = (index: number) => `thing-${String(index).padStart(3, "0")}`;

const note = (index: number, x: number, y: number, colour: PaletteColour = "yellow", frame?: string) =>
  ({
    type: "note.add",
    id: noteId(idOf(index)),
    sheet,
    text: `Seddel ${(index * 7) % 20}`,
    position: { x, y, z: 0 },
    colour,
    ...(frame !== undefined && { frame: elementId(frame) }),
  }) satisfies BoardCommand;
const shape = (id: string, { x, y, width, height }: Rect): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "shape",
    id: elementId(id),
    sheet,
    text: "",
    box: { x, y, width, height },
    form: "rectangle",
    colour: "ink",
    fill: null,
    size: "m",
  },
});
const frame = (id: string, { x, y, width, height }: Rect): BoardCommand => ({
  type: "element.add",
  element: { kind: "frame", id: elementId(id), sheet, text: "", box: { x, y, width, height }, colour: "ink" },
});
const stroke = (id: string, x: number, y: number): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "stroke",
    id: elementId(id),
    sheet,
    text: "",
    box: { x, y, width: 40, height: 10 },
    points: [0, 0, 40, 10],
    pen: "pen",
    colour: "ink",
    size: "m",
  },
});

function setUp(...commands: readonly BoardCommand[]) {
  const board = sampleBoard();
  board.run(...commands);
  const layOut = layingOut(freeSheet(sheet), board);
  const rectOf = (key: string): Rect => {
    const item = layOut().items.find((one) => one.key === key);
    if (!item) throw new Error(`${key} is missing`);
    return item.rect;
  };
  const tidy = (order: TidyOrder, keys?: readonly string[]): BoardCommand[] => {
    const arrangement = layOut();
    const { items } = arrangement;
    const made = arrangement.tidy(keys ? items.filter(({ key }) => keys.includes(key)) : items, order);
    board.run(...made);
    return made;
  };
  return { board, layOut, rectOf, tidy };
}

const heap = Array.from({ length: 24 }, (_, index) =>
  note(index, (index * 37) % 200, (index * 53) % 150, paletteColours[index % 5] ?? "yellow"),
);

describe("tidying a free sheet up", () => {
  it.each(orders)(
    "TIDY-3 by %s leaves nothing on anything, in one command, and has nothing to do twice",
    (order) => {
      const { layOut, tidy } = setUp(...heap, shape("shape-1", { x: 20, y: 30, width: 300, height: 200 }));
      expect(tidy(order)).toHaveLength(1);
      const { items } = layOut();
      expect(items).toHaveLength(25);
      for (const [index, a] of items.entries()) {
        for (const b of items.slice(index + 1)) expect(overlaps(a.rect, b.rect)).toBe(false);
      }
      expect(tidy(order)).toEqual([]);
    },
  );

  it("TIDY-3 puts what is of one colour in columns of its own", () => {
    const { layOut, tidy } = setUp(...heap);
    tidy("colour");
    const columns = Map.groupBy(layOut().items, ({ rect }) => rect.x);
    for (const column of columns.values()) {
      expect(new Set(column.map((item) => (item.kind === "note" ? item.note.colour : null))).size).toBe(1);
    }
  });

  it("TIDY-3 keeps groups together, and leaves drawings, frames and what is locked where they are", () => {
    const group = groupId("group-01");
    const { rectOf, tidy, board } = setUp(
      ...heap,
      frame("frame-1", { x: 900, y: -200, width: 500, height: 500 }),
      shape("shape-1", { x: 20, y: 30, width: 300, height: 200 }),
      stroke("stroke-1", 60, 60),
      stroke("stroke-2", 90, 90),
      {
        type: "free.group",
        refs: [
          { record: "note", id: noteId(idOf(1)) },
          { record: "element", id: elementId("stroke-1") },
        ],
        group,
      },
    );
    const { snapshot } = board;
    const locked = snapshot.elementsById.get(elementId("shape-1"));
    if (!locked) throw new Error("there is no shape");
    const elementsById = new Map(snapshot.elementsById).set(locked.id, { ...locked, locked: true });
    board.set({ ...snapshot, elementsById });
    const apart = () => {
      const [a, b] = [rectOf(`note:${idOf(1)}`), rectOf("element:stroke-1")];
      return { x: Math.round((b.x - a.x) * 10), y: Math.round((b.y - a.y) * 10) };
    };
    const still = ["element:frame-1", "element:shape-1", "element:stroke-2"];
    const before = { apart: apart(), still: still.map(rectOf) };
    // One of a group stands for all of it.
    tidy("name", [`note:${idOf(1)}`, `note:${idOf(2)}`]);
    expect(apart()).toEqual(before.apart);
    tidy("colour");
    expect(apart()).toEqual(before.apart);
    expect(still.map(rectOf)).toEqual(before.still);
    for (const { id } of heap) {
      const at = rectOf(`note:${id}`);
      expect(overlaps(at, rectOf("element:frame-1"))).toBe(false);
      expect(overlaps(at, rectOf("element:shape-1"))).toBe(false);
    }
  });

  it("TIDY-3 tidies what lies in a frame within it, and leaves it as it is where there is no room", () => {
    const inside = { x: 0, y: 0, width: 900, height: 500 };
    const small = { x: 2_000, y: 0, width: 300, height: 200 };
    const { rectOf, tidy } = setUp(
      frame("frame-1", inside),
      frame("frame-2", small),
      ...[0, 1, 2, 3].map((index) => note(index, 100 + index * 20, 100, "pink", "frame-1")),
      ...[4, 5, 6].map((index) => note(index, 2_010 + index * 9, 60, "pink", "frame-2")),
    );
    const crowded = [4, 5, 6].map((index) => rectOf(`note:${idOf(index)}`));
    tidy("name");
    const rects = [0, 1, 2, 3].map((index) => rectOf(`note:${idOf(index)}`));
    for (const [index, rect] of rects.entries()) {
      expect(covers(inside, rect)).toBe(true);
      for (const other of rects.slice(index + 1)) expect(overlaps(rect, other)).toBe(false);
    }
    expect([4, 5, 6].map((index) => rectOf(`note:${idOf(index)}`))).toEqual(crowded);
  });

  it("moves only what was chosen, and lays it on nothing else", () => {
    const { rectOf, tidy } = setUp(...heap.slice(0, 6), note(30, 0, 700));
    const chosen = heap.slice(0, 3).map(({ id }) => `note:${id}`);
    const others = [3, 4, 5, 30].map((index) => `note:${idOf(index)}`);
    const before = others.map(rectOf);
    tidy("name", chosen);
    expect(others.map(rectOf)).toEqual(before);
    for (const key of chosen) {
      for (const other of before) expect(overlaps(rectOf(key), other)).toBe(false);
    }
  });
});
