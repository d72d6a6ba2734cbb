import { describe, expect, it } from "vitest";
import { borderPoint, headOf, isInside, lineBetween, type Shape } from "./border.ts";

const box: Shape = { rect: { x: 0, y: 0, width: 100, height: 50 }, outline: "box" };
const oval: Shape = { rect: { x: 0, y: 0, width: 100, height: 50 }, outline: "ellipse" };

describe("where a line leaves a shape", () => {
  it("is on the side or corner it heads for", () => {
    expect(borderPoint(box, { x: 200, y: 25 })).toEqual({ x: 100, y: 25 });
    expect(borderPoint(box, { x: 50, y: -100 })).toEqual({ x: 50, y: 0 });
    expect(borderPoint(box, { x: 150, y: 75 })).toEqual({ x: 100, y: 50 });
  });

  it("is on the curve of an ellipse", () => {
    expect(borderPoint(oval, { x: 300, y: 25 })).toEqual({ x: 100, y: 25 });
    const slanted = borderPoint(oval, { x: 150, y: 75 });
    expect(isInside(oval, { x: slanted.x - 0.01, y: slanted.y - 0.01 })).toBe(true);
    expect(isInside(oval, { x: slanted.x + 0.01, y: slanted.y + 0.01 })).toBe(false);
  });

  it("leaves a little air when asked, but never beyond the other end", () => {
    expect(borderPoint(box, { x: 200, y: 25 }, 4)).toEqual({ x: 104, y: 25 });
    expect(borderPoint(box, { x: 102, y: 25 }, 4)).toEqual({ x: 102, y: 25 });
  });

  it("is the middle for a point inside or in the middle itself", () => {
    expect(borderPoint(box, { x: 60, y: 25 })).toEqual({ x: 50, y: 25 });
    expect(borderPoint(oval, { x: 50, y: 25 })).toEqual({ x: 50, y: 25 });
  });
});

describe("a line between two ends", () => {
  it("goes from border to border, and from free point to border", () => {
    const other: Shape = { rect: { x: 300, y: 0, width: 100, height: 50 }, outline: "box" };
    expect(lineBetween({ type: "bound", shape: box }, { type: "bound", shape: other })).toMatchObject({
      from: { x: 104, y: 25 },
      to: { x: 296, y: 25 },
    });
    expect(lineBetween({ type: "free", at: { x: 50, y: 300 } }, { type: "bound", shape: box })).toMatchObject(
      {
        from: { x: 50, y: 300 },
        to: { x: 50, y: 54 },
      },
    );
  });

  it("joins the middles of shapes that overlap, and stays finite for a shape without size", () => {
    const over: Shape = { rect: { x: 10, y: 0, width: 100, height: 50 }, outline: "box" };
    const line = lineBetween({ type: "bound", shape: box }, { type: "bound", shape: over });
    expect(line).toMatchObject({ from: { x: 50, y: 25 }, to: { x: 60, y: 25 }, through: null });
    const dot: Shape = { rect: { x: 200, y: 25, width: 0, height: 0 }, outline: "ellipse" };
    const short = lineBetween({ type: "bound", shape: dot }, { type: "bound", shape: box });
    for (const { x, y } of [short.from, short.to])
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });
});

it("an arrow's head opens backwards and is never longer than its line", () => {
  const [left, right] = headOf({ x: 0, y: 0 }, { x: 100, y: 0 }, 20);
  expect(left.x).toBeCloseTo(100 - 20 * Math.cos(Math.PI / 6));
  expect(left.y).toBeCloseTo(-right.y);
  const [short] = headOf({ x: 0, y: 0 }, { x: 4, y: 0 }, 20);
  expect(Math.hypot(short.x - 4, short.y)).toBeCloseTo(4);
});
