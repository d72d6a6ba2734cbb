import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { elementId } from "@faelleskort/shared/model/ids.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { expect, it } from "vitest";
import { overlaps } from "../canvas/geometry/rect.ts";
import { createScene } from "../canvas/scene/scene.ts";
import { freeSheet } from "./free.ts";
import { sampleBoard, sampleText } from "./sample-board.ts";

const sheet = freeSheetId("free-sheet-1");
const count = 3_000;
const idOf = (index: number) => elementId(`shape-${index}`);

const shape = (index: number): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "shape",
    id: idOf(index),
    sheet,
    text: "",
    box: { x: (index % 60) * 200, y: Math.floor(index / 60) * 200, width: 120, height: 80 },
    form: "rectangle",
    colour: "ink",
    fill: "blue",
    size: "m",
  },
});

it("FREE-DRAW-1 a change of one thing among 3,000 repaints its place and that of the lines bound to it, and nothing else", () => {
  const board = sampleBoard();
  board.run(...Array.from({ length: count }, (_, index) => shape(index)));
  const bound = (index: number) =>
    ({ type: "bound", target: { record: "element", id: idOf(index) }, at: { x: 0, y: 0 } }) as const;
  const line = { kind: "connector", id: elementId("line-one"), sheet, text: "" } as const;
  board.run({
    type: "element.add",
    element: { ...line, from: bound(0), to: bound(1), heads: "end", bend: null, colour: "ink", size: "m" },
  });
  const scene = createScene(freeSheet(sheet));
  const text = sampleText();
  const look = () =>
    scene.update({ snapshot: board.snapshot, clusters: [], picture: null, focusActor: null, text });
  expect(look()).toBe("all");
  expect(look()).toEqual([]);
  board.run({ type: "element.change", id: idOf(77), changes: { colour: "pink" } });
  const recoloured = look();
  if (recoloured === "all") throw new Error("everything would be painted");
  const others = scene.arrangement?.items.filter(({ rect }) =>
    recoloured.some((area) => overlaps(area, rect)),
  );
  expect(others?.map(({ ref }) => ref.id)).toEqual([idOf(77)]);
  board.run({
    type: "free.move",
    moves: [{ ref: { record: "element", id: idOf(1) }, to: { x: 200, y: 40 } }],
  });
  const moved = look();
  if (moved === "all") throw new Error("everything would be painted");
  // The shape and its line, each from where it was to where it is.
  expect(moved).toHaveLength(2);
  expect(moved.every((area) => area.width < 260 && area.height < 200)).toBe(true);
});

it("finds what is in view and under a pointer among 3,000 without asking them all", () => {
  const board = sampleBoard();
  board.run(...Array.from({ length: count }, (_, index) => shape(index)));
  const scene = createScene(freeSheet(sheet));
  scene.update({
    snapshot: board.snapshot,
    clusters: [],
    picture: null,
    focusActor: null,
    text: sampleText(),
  });
  const seen = scene.within({ x: 0, y: 0, width: 1_000, height: 600 });
  expect(seen).toHaveLength(24);
  expect(scene.topmostAt({ x: 260, y: 240 }, 6)?.key).toBe(`element:${idOf(61)}`);
  expect(scene.topmostAt({ x: 360, y: 360 }, 6)).toBeNull();
});
