import { describe, expect, test } from "vitest";
import { Histogram } from "./histogram.ts";

const of = (...durations: number[]): Histogram => {
  const histogram = new Histogram();
  for (const ms of durations) histogram.record(ms);
  return histogram;
};

describe("percentiles of durations", () => {
  test("nothing recorded has none", () => {
    expect(of().percentile(0.5)).toBeNaN();
  });

  test("the median and the tail of 1 … 100 ms", () => {
    const histogram = of(...Array.from({ length: 100 }, (_, index) => index + 0.5));
    expect(histogram.percentile(0.5)).toBeCloseTo(49.5, 0);
    expect(histogram.percentile(0.99)).toBeCloseTo(99, 0);
    expect(histogram.percentile(1)).toBeCloseTo(100, 0);
  });

  test("one slow one among a hundred shows at p99 only when it is more than a hundredth", () => {
    const fast = Array.from({ length: 99 }, () => 1);
    expect(of(...fast, 400).percentile(0.99)).toBeLessThan(2);
    expect(of(...fast, 400, 400).percentile(0.99)).toBeGreaterThan(399);
  });

  test("what is negative counts as nothing, what is very slow as the slowest", () => {
    expect(of(-3).percentile(0.5)).toBeLessThan(0.1);
    expect(of(1e9).percentile(0.5)).toBeGreaterThan(19_000);
  });

  test("cleared is empty", () => {
    const histogram = of(1, 2);
    histogram.clear();
    expect(histogram.count).toBe(0);
    expect(histogram.percentile(0.5)).toBeNaN();
  });
});
