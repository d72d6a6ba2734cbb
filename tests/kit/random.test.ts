import { expect, test } from "vitest";
import { seededRandom, withSeed } from "./random.ts";

test("one seed gives one sequence, another seed another", () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => random.below(1000));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("fractions fill [0, 1) evenly enough for tests", () => {
  const random = seededRandom(1);
  const buckets = Array.from({ length: 10 }, () => 0);
  for (let draw = 0; draw < 10_000; draw += 1) {
    const fraction = random.fraction();
    expect(fraction).toBeGreaterThanOrEqual(0);
    expect(fraction).toBeLessThan(1);
    const bucket = Math.floor(fraction * 10);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test("shuffling keeps every item", () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = seededRandom(3).shuffle(items);
  expect(shuffled).not.toEqual(items);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
});

test("picking from nothing is an error", () => {
  expect(() => seededRandom(3).pick([])).toThrow(RangeError);
});

test("a failing case names its seed", async () => {
  const failing = withSeed(42, () => {
    throw new Error("boards differ");
  });
  await expect(failing).rejects.toThrow("SEED=42: boards differ");
});
