import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { Bend, Connector } from "@faelleskort/shared/model/element.ts";
import { elementId } from "@faelleskort/shared/model/ids.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { describe, expect, it } from "vitest";
import type { Point } from "../canvas/geometry/rect.ts";
import { firstStyle } from "../canvas/scene/drawing-style.ts";
import { endsOf, lineOf } from "../canvas/scene/element-layout.ts";
import { createScene } from "../canvas/scene/scene.ts";
import { bendOf, formOf } from "./bending.ts";
import { freeSheet } from "./free.ts";
import { layingOut, numberedIds, sampleBoard, sampleText } from "./sample-board.ts";

const sheet = freeSheetId("free-sheet-1");
const line = elementId("line-ab");

const shape = (id: string, x: number, y: number): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "shape",
    id: elementId(id),
    sheet,
    text: "",
    box: { x, y, width: 100, height: 100 },
    form: "rectangle",
    colour: "ink",
    fill: null,
    size: "m",
  },
});

/** Two boxes 400 apart, and an arrow from the one to the other. */
function joined(bend: Bend | null = null) {
  const board = sampleBoard();
  const end = (id: string, x: number) =>
    ({ type: "bound", target: { record: "element", id: elementId(id) }, at: { x, y: 50 } }) as const;
  board.run(shape("shape-a", 0, 0), shape("shape-b", 500, 0), {
    type: "element.add",
    element: {
      kind: "connector",
      id: line,
      sheet,
      text: "til",
      from: end("shape-a", 50),
      to: end("shape-b", 550),
      heads: "end",
      bend,
      colour: "ink",
      size: "m",
    },
  });
  const layOut = layingOut(freeSheet(sheet), board);
  const find = () => {
    const item = layOut().items.find(({ key }) => key === `element:${line}`);
    if (item?.kind !== "element" || item.layout.kind !== "connector") throw new Error("there is no line");
    return { item, layout: item.layout, points: lineOf(item.layout, item.rect) };
  };
  return {
    board,
    find,
    record: (): Connector => {
      const found = board.snapshot.elementsById.get(line);
      if (found?.kind !== "connector") throw new Error("there is no line");
      return found;
    },
    /** Draws the middle handle by a way. */
    pull: (by: Point) => {
      const { free } = layOut();
      const { key } = find().item;
      const to = { at: { x: 0, y: 0 }, on: null };
      const resizing = { kind: "resizing", key, grip: { type: "bend" }, by, to, keepsShape: false } as const;
      const commands = free?.make(resizing, { tool: "select", style: firstStyle }, numberedIds()) ?? [];
      board.run(...commands);
      return commands;
    },
  };
}

describe("a line's bend", () => {
  it("FREE-TOOL-9 is drawn out of its middle, further, and straight again", () => {
    const { pull, record, find } = joined();
    expect(pull({ x: 20, y: 80 })).toHaveLength(1);
    expect(record().bend).toEqual({ form: "curve", x: 20, y: 80 });
    pull({ x: 0, y: 20 });
    expect(record().bend).toEqual({ form: "curve", x: 20, y: 100 });
    const { item, layout } = find();
    expect({ x: item.rect.x + layout.middle.x, y: item.rect.y + layout.middle.y }).toEqual({
      x: 320,
      y: 150,
    });
    pull({ x: -20, y: -97 });
    expect(record().bend).toBeNull();
  });

  it("goes through its middle, and its ends aim at it", () => {
    for (const form of ["curve", "kink"] as const) {
      const { find } = joined({ form, x: 0, y: 200 });
      const { points, item, layout } = find();
      const middle = points[(points.length - 1) / 2];
      expect(middle?.x).toBeCloseTo(300);
      expect(middle?.y).toBeCloseTo(250);
      const { from, to } = endsOf(layout, item.rect);
      // From the corner and not from the side it would leave straight.
      expect(from.y).toBeGreaterThan(80);
      expect(to.y).toBeGreaterThan(80);
      expect(item.rect.y + item.rect.height).toBeGreaterThanOrEqual(250);
    }
  });

  it("FREE-TOOL-9 is pressed and erased where it runs, and says its words there", () => {
    for (const form of ["curve", "kink"] as const) {
      const { board, find } = joined({ form, x: 0, y: 200 });
      const scene = createScene(freeSheet(sheet));
      const text = sampleText();
      scene.update({ snapshot: board.snapshot, clusters: [], picture: null, focusActor: null, text });
      expect(scene.topmostAt({ x: 300, y: 250 }, 3)?.key).toBe(`element:${line}`);
      expect(scene.topmostAt({ x: 300, y: 50 }, 3)).toBeNull();
      const crossing = scene.crossed({ x: 200, y: 120 }, { x: 200, y: 300 }, 3);
      expect(crossing.map(({ key }) => key)).toEqual([`element:${line}`]);
      const { item, layout } = find();
      const { label } = layout;
      expect(label && item.rect.y + label.y + label.height / 2).toBeCloseTo(250);
    }
  });

  it("goes along with what it joins", () => {
    const { board, find } = joined({ form: "kink", x: 0, y: 200 });
    board.run({
      type: "free.move",
      moves: ["shape-a", "shape-b"].map((id, index) => ({
        ref: { record: "element", id: elementId(id) } as const,
        to: { x: index * 500, y: 1_000 },
      })),
    });
    expect(find().points[1]).toEqual({ x: 300, y: 1_250 });
  });

  it("FREE-TOOL-9 is chosen without pointing: to the side, kept when only its form changes, and taken away", () => {
    const { record } = joined();
    const curve = bendOf(record(), "curve");
    expect(curve).toEqual({ form: "curve", x: 0, y: -125 });
    expect(bendOf({ ...record(), bend: curve }, "kink")).toEqual({ form: "kink", x: 0, y: -125 });
    expect(bendOf({ ...record(), bend: curve }, "straight")).toBeNull();
    expect([formOf(record()), formOf({ bend: curve })]).toEqual(["straight", "curve"]);
  });
});
