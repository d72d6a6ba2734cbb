import { expect, it } from "vitest";
import { fanOutStacks } from "./stacks.ts";

it("shows cards on the very same spot as a stack, and leaves the others", () => {
  const spots = [
    { x: 10, y: 10 },
    { x: 10, y: 10 },
    { x: 60, y: 10 },
    { x: 10, y: 10 },
  ];
  const shown = fanOutStacks(spots, (spot) => spot);
  expect(shown[0]).toEqual({ x: 10, y: 10 });
  expect(shown[2]).toEqual({ x: 60, y: 10 });
  expect(new Set(shown.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
});
