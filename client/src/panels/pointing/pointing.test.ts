import { expect, it } from "vitest";
import { freshReactions } from "./reactions.ts";
import { brightness, fadeMs, withPlace } from "./trail.ts";

const peer = (clientId: number, serial: number | null, sheet: "wall" | "map" = "wall") => ({
  clientId,
  label: "Biblioteket",
  color: 3,
  sheet,
  reaction: serial === null ? null : ({ kind: "like", at: { x: 1, y: 2 }, serial } as const),
});

it("POINT-2 shows each reaction once, and only on the sheet it was made on", () => {
  const first = freshReactions([peer(1, 1), peer(2, 5, "map"), peer(3, null)], "wall", new Map());
  expect(first.fresh.map(({ key }) => key)).toEqual(["1 1"]);
  const again = freshReactions([peer(1, 1), peer(2, 5, "wall")], "wall", first.seen);
  expect(again.fresh).toEqual([]);
  const gone = freshReactions([peer(1, null)], "wall", again.seen);
  expect(freshReactions([peer(1, 1)], "wall", gone.seen).fresh).toEqual([]);
  expect(freshReactions([peer(1, 2)], "wall", gone.seen).fresh).toHaveLength(1);
});

it("POINT-2 shows no more at once than leave the sheet to be seen", () => {
  const crowd = Array.from({ length: 40 }, (_, index) => peer(index + 1, 1));
  expect(freshReactions(crowd, "wall", new Map()).fresh).toHaveLength(12);
});

it("POINT-1 a light leaves a trail that fades", () => {
  const trail = [1, 2, 3].reduce(
    (made, x) => withPlace(made, { x, y: 0 }, x * 100),
    withPlace([], { x: 0, y: 0 }, 0),
  );
  expect(trail.map(({ x }) => x)).toEqual([0, 1, 2, 3]);
  expect(withPlace(trail, { x: 3, y: 0 }, 400)).toBe(trail);
  expect(withPlace(trail, { x: 4, y: 0 }, 250 + fadeMs).map(({ x }) => x)).toEqual([3, 4]);
  expect(brightness(100, 100)).toBe(1);
  expect(brightness(100, 100 + fadeMs / 2)).toBeCloseTo(0.5);
  expect(brightness(100, 100 + 2 * fadeMs)).toBe(0);
});
