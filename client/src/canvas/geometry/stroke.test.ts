import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { expect, it } from "vitest";
import {
  boundsOfPoints,
  distanceToSegment,
  isOnLine,
  keepStroke,
  linesMeet,
  pointsOf,
  simplify,
} from "./stroke.ts";

it("keeps the ends and the corners of a line, and nothing between", () => {
  const drawn = [0, 10, 20, 30].map((x) => ({ x, y: 0 })).concat([10, 20, 30].map((y) => ({ x: 30, y })));
  expect(simplify(drawn, 0.75)).toEqual([
    { x: 0, y: 0 },
    { x: 30, y: 0 },
    { x: 30, y: 30 },
  ]);
});

it("never strays further from what was drawn than it says", () => {
  const drawn = Array.from({ length: 500 }, (_, index) => ({
    x: index,
    y: 80 * Math.sin(index / 23) + 9 * Math.cos(index / 3),
  }));
  const kept = simplify(drawn, 2);
  expect(kept.length).toBeLessThan(drawn.length / 2);
  for (const point of drawn) expect(isOnLine(kept, point, 2.000_001)).toBe(true);
});

it("is kept from the corner of its box, to half a unit", () => {
  const kept = keepStroke(
    [
      { x: 10.3, y: 20.2 },
      { x: 4.9, y: 33.3 },
    ],
    contentLimits.strokeNumbers,
  );
  expect(kept).toEqual({ origin: { x: 5, y: 20 }, points: [5.5, 0, 0, 13.5] });
  expect(pointsOf(kept)).toEqual([
    { x: 10.5, y: 20 },
    { x: 5, y: 33.5 },
  ]);
});

it("makes room for any scribble in what the model takes", () => {
  let x = 0;
  let y = 0;
  let seed = 7;
  const random = () =>
    ((seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296 - 0.5) * 60;
  const drawn = Array.from({ length: 20_000 }, () => ({ x: (x += random()), y: (y += random()) }));
  const { points } = keepStroke(drawn, contentLimits.strokeNumbers);
  expect(points.length).toBeLessThanOrEqual(contentLimits.strokeNumbers);
  expect(points.length).toBeGreaterThan(100);
  expect(points.every((value) => value >= 0 && value % 0.5 === 0)).toBe(true);
});

it("keeps a dot", () => {
  expect(keepStroke([{ x: 3, y: 4 }], 2_000)).toEqual({ origin: { x: 3, y: 4 }, points: [0, 0] });
  expect(isOnLine([{ x: 3, y: 4 }], { x: 5, y: 4 }, 2)).toBe(true);
});

it("is met by an eraser that crosses it between two moves", () => {
  const line = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  expect(linesMeet(line, { x: 50, y: -80 }, { x: 51, y: 80 }, 1)).toBe(true);
  expect(linesMeet(line, { x: 150, y: -80 }, { x: 151, y: 80 }, 1)).toBe(false);
  expect(linesMeet([{ x: 50, y: 0 }], { x: 0, y: 0.5 }, { x: 100, y: 0.5 }, 1)).toBe(true);
});

it("measures from the nearest part, and its box holds all points", () => {
  expect(distanceToSegment({ x: -3, y: 4 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(5);
  expect(distanceToSegment({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(5);
  expect(
    boundsOfPoints([
      { x: 5, y: -1 },
      { x: -2, y: 3 },
    ]),
  ).toEqual({ x: -2, y: -1, width: 7, height: 4 });
});
