import { elementId } from "@faelleskort/shared/model/ids.ts";
import { freeDefaults } from "@faelleskort/shared/model/free-layer.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ElementOf } from "@faelleskort/shared/model/element.ts";
import { expect, it } from "vitest";
import { layConnector, layFrame, layShape, layStroke } from "./element-layout.ts";
import { keyOfRef, type ElementItem } from "./item.ts";
import { createTextSetter } from "./text-setter.ts";
import { isCrossed, touch } from "./touch.ts";

const common = {
  ...freeDefaults,
  id: elementId("thing-1"),
  sheet: freeSheetId("free-sheet-1"),
  text: "",
  author: { label: "", participantId: null },
  createdAt: 0,
  deleted: false,
  colour: "ink",
  size: "s",
} as const;
const setter = createTextSetter((text, { size }) => text.length * size * 0.5);
const ref = { record: "element", id: common.id } as const;
const itemOf = (laid: Pick<ElementItem, "layout" | "rect">): ElementItem => ({
  kind: "element",
  key: keyOfRef(ref),
  ref,
  ...laid,
});
const box = { x: 0, y: 0, width: 200, height: 100 };
const shape = (more: Partial<ElementOf<"shape">>) =>
  itemOf(layShape({ ...common, kind: "shape", form: "rectangle", fill: null, box, ...more }, setter));

it("sees through a shape without colour or words, and meets its line", () => {
  expect(touch(shape({}), { x: 100, y: 50 }, 3)).toBe("weak");
  expect(touch(shape({}), { x: 100, y: 2 }, 3)).toBe("firm");
  expect(touch(shape({ fill: "blue" }), { x: 100, y: 50 }, 3)).toBe("firm");
  expect(touch(shape({ text: "Her" }), { x: 100, y: 50 }, 3)).toBe("firm");
});

it("knows the corners that an ellipse doesn't have", () => {
  expect(touch(shape({ form: "ellipse", fill: "blue" }), { x: 6, y: 6 }, 3)).toBeNull();
  expect(touch(shape({ form: "ellipse", fill: "blue" }), { x: 100, y: 50 }, 3)).toBe("firm");
});

it("holds a frame by its title and edge: what lies in it isn't the frame", () => {
  const frame = itemOf(layFrame({ ...common, kind: "frame", box: { ...box, height: 300 } }, setter));
  expect(touch(frame, { x: 100, y: 10 }, 3)).toBe("firm");
  expect(touch(frame, { x: 1, y: 200 }, 3)).toBe("firm");
  expect(touch(frame, { x: 100, y: 200 }, 3)).toBeNull();
});

it("meets a line and a drawing near it, and not in the box round it", () => {
  const line = itemOf(
    layConnector(
      {
        ...common,
        kind: "connector",
        heads: "end",
        bend: null,
        from: { type: "free", x: 0, y: 0 },
        to: { type: "free", x: 300, y: 300 },
      },
      {
        through: null,
        joins: [
          { x: 0, y: 0 },
          { x: 300, y: 300 },
        ],
        from: { x: 0, y: 0 },
        to: { x: 300, y: 300 },
      },
      setter,
    ),
  );
  expect(touch(line, { x: 150, y: 154 }, 6)).toBe("firm");
  expect(touch(line, { x: 250, y: 50 }, 6)).toBeNull();
  const drawn = itemOf(
    layStroke({ ...common, kind: "stroke", pen: "pen", box, points: [0, 0, 200, 0, 200, 100] }),
  );
  expect(touch(drawn, { x: 201, y: 60 }, 3)).toBe("firm");
  expect(touch(drawn, { x: 100, y: 50 }, 3)).toBeNull();
  expect(isCrossed(drawn, { x: 100, y: -300 }, { x: 101, y: 300 }, 3)).toBe(true);
  expect(isCrossed(line, { x: 250, y: 50 }, { x: 260, y: 60 }, 3)).toBe(false);
});

it("an eraser that passes between two moves meets a box it went through", () => {
  expect(isCrossed(shape({ fill: "blue" }), { x: -300, y: 50 }, { x: 600, y: 52 }, 5)).toBe(true);
  expect(isCrossed(shape({}), { x: 90, y: 50 }, { x: 110, y: 50 }, 5)).toBe(false);
});
