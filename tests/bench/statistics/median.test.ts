import { describe, expect, test } from "vitest";
import { median, medianMetrics } from "./median.ts";

describe("medians", () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[1, Number.NaN, 3], 2],
    [[Number.NaN, 10, 9, 100], 10],
  ])("of %j", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test("of nothing", () => {
    expect(median([])).toBeNaN();
  });

  test("metric by metric, over the runs that have it", () => {
    expect(medianMetrics([{ cpu: 1, saved: 5 }, { cpu: 3 }, { cpu: 2 }])).toEqual({ cpu: 2, saved: 5 });
  });
});
