import { expect, it } from "vitest";
import { edgePull } from "./edge-pull.ts";

const size = { width: 1_000, height: 800 };

it("pulls only near the edges, faster the nearer, and no faster outside", () => {
  expect(edgePull({ x: 500, y: 400 }, size)).toEqual({ x: 0, y: 0 });
  expect(edgePull({ x: 10, y: 400 }, size).x).toBeLessThan(0);
  expect(edgePull({ x: 990, y: 400 }, size).x).toBeGreaterThan(edgePull({ x: 975, y: 400 }, size).x);
  expect(edgePull({ x: 500, y: 2_000 }, size)).toEqual(edgePull({ x: 500, y: 800 }, size));
});
