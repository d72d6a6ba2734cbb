import { expect, it } from "vitest";
import { cornerGrips, gripPoint, resized, sideGrips, spanned } from "./resize.ts";

const area = { x: 100, y: 100, width: 200, height: 100 };
const free = { keepsShape: false, least: 20 };
const grip = (x: -1 | 0 | 1, y: -1 | 0 | 1) => ({ type: "box", x, y }) as const;

it("moves the side or corner that is held, and leaves the opposite one", () => {
  expect(resized(area, grip(1, 1), { x: 10, y: 20 }, free)).toEqual({ ...area, width: 210, height: 120 });
  expect(resized(area, grip(-1, 0), { x: 30, y: 99 }, free)).toEqual({ ...area, x: 130, width: 170 });
  expect(resized(area, grip(0, -1), { x: 99, y: -10 }, free)).toEqual({ ...area, y: 90, height: 110 });
});

it("never turns over, whatever grip is moved however far", () => {
  for (const held of [...cornerGrips, ...sideGrips]) {
    for (const by of [-1_000, 1_000]) {
      for (const keepsShape of [true, false]) {
        const made = resized(area, held, { x: by, y: by }, { keepsShape, least: 20 });
        expect(Math.min(made.width, made.height)).toBeGreaterThanOrEqual(20 - 1e-9);
        const opposite = grip(
          held.x === 0 ? 0 : held.x === 1 ? -1 : 1,
          held.y === 0 ? 0 : held.y === 1 ? -1 : 1,
        );
        const before = gripPoint(area, opposite);
        const after = gripPoint(made, opposite);
        if (held.x !== 0) expect(after.x).toBeCloseTo(before.x);
        if (held.y !== 0) expect(after.y).toBeCloseTo(before.y);
        if (keepsShape) expect(made.width / made.height).toBeCloseTo(2);
      }
    }
  }
});

it("spans in every direction", () => {
  expect(spanned({ x: 10, y: 10 }, { x: 4, y: 30 }, false)).toEqual({ x: 4, y: 10, width: 6, height: 20 });
  expect(spanned({ x: 10, y: 10 }, { x: 4, y: 30 }, true)).toEqual({ x: -10, y: 10, width: 20, height: 20 });
});
