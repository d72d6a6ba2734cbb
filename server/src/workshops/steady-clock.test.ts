import { expect, it } from "vitest";
import { steadyClock } from "./steady-clock.ts";

it("FAULT-8 goes on when the clock below is set back, and follows it forward", () => {
  let time = 1_000;
  const clock = steadyClock({ now: () => time });
  const seen = [];
  for (const next of [1_000, 1_500, 200, 250, 100, 5_000, 5_001]) {
    time = next;
    seen.push(clock.now());
  }
  expect(seen).toEqual([1_000, 1_500, 1_500, 1_550, 1_550, 6_450, 6_451]);
});
