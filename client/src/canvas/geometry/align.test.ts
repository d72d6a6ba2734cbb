import { describe, expect, it } from "vitest";
import { align } from "./align.ts";
import { rect } from "./rect.ts";

const card = rect(0, 0, 200, 128);

describe("aligning", () => {
  it("draws to the nearest edge or middle within reach, each axis by itself", () => {
    expect(align(rect(4, 300, 200, 128), [card], 6).by).toEqual({ x: -4, y: 0 });
    expect(align(rect(300, -3, 200, 128), [card], 6).by).toEqual({ x: 0, y: 3 });
    // Middles of things of different size.
    expect(align(rect(52, 300, 100, 60), [card], 6).by.x).toBe(-2);
    expect(align(rect(7, 300, 200, 128), [card], 6)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
  });

  it("shows a line from the one to the other", () => {
    expect(align(rect(4, 300, 200, 128), [card], 6).guides).toEqual([
      { from: { x: 0, y: 0 }, to: { x: 0, y: 428 } },
    ]);
  });

  it("finds the nearest of many", () => {
    const others = [rect(-5, 500, 200, 128), rect(6, 700, 200, 128), rect(2, 900, 200, 128)];
    expect(align(card, others, 6).by.x).toBe(2);
  });

  it("lies in line once it is", () => {
    const { by } = align(rect(4, 131, 200, 128), [card], 6);
    const after = rect(4 + by.x, 131 + by.y, 200, 128);
    expect(align(after, [card], 6).by).toEqual({ x: 0, y: 0 });
  });
});
