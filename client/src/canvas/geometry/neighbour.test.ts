import { expect, it } from "vitest";
import { neighbour } from "./neighbour.ts";
import { rect } from "./rect.ts";

const at = (name: string, x: number, y: number) => ({ name, rect: rect(x, y, 200, 128) });
const things = [at("left", -300, 10), at("right", 300, 0), at("far right", 900, 0), at("below", 20, 200)];
const middle = { x: 100, y: 64 };

it.each([
  ["the nearest on the row", { x: 1, y: 0 }, "right"],
  ["back on the row", { x: -1, y: 0 }, "left"],
  ["the next row", { x: 0, y: 1 }, "below"],
] as const)("leads to %s", (_what, direction, name) => {
  expect(neighbour(middle, direction, things)?.name).toBe(name);
});

it("leads nowhere where nothing lies", () => {
  expect(neighbour(middle, { x: 0, y: -1 }, things.slice(1, 3))).toBeNull();
});

it("reaches every card of an uneven wall from any other", () => {
  const wall = Array.from({ length: 30 }, (_, index) =>
    at(String(index), (index % 6) * 230 + (index % 4) * 17, Math.floor(index / 6) * 150 + (index % 5) * 11),
  );
  const directions = [
    { x: 1, y: 0 },
    { x: -1, y: 0 },
    { x: 0, y: 1 },
    { x: 0, y: -1 },
  ];
  const seen = new Set(wall.slice(0, 1));
  for (const card of seen) {
    const from = { x: card.rect.x + 100, y: card.rect.y + 64 };
    for (const direction of directions) {
      const next = neighbour(
        from,
        direction,
        wall.filter((other) => other !== card),
      );
      if (next) seen.add(next);
    }
  }
  expect(seen.size).toBe(wall.length);
});
