import { expect, test } from "vitest";
import { TestTimers } from "../workshops/test-timers.ts";
import { LoopDelay, loopDelayWindow, type LoopMeasure } from "./loop-delay.ts";

/** Says what it is told to; a reset leaves nothing measured. */
function measured() {
  let late: number | null = null;
  let isOn = false;
  const measure: LoopMeasure = {
    get count() {
      return late === null ? 0 : 1;
    },
    percentile: (percentile) => ((late ?? 0) * (percentile / 100) + 20) * 1e6,
    reset: () => (late = null),
    enable: () => (isOn = true),
    disable: () => (isOn = false),
  };
  return { measure, be: (ms: number) => (late = ms), isOn: () => isOn };
}

test("WATCH-4 reading takes nothing from another reader: a bad moment is told to all for at least half a minute, then forgotten", () => {
  const timers = new TestTimers();
  const { measure, be, isOn } = measured();
  const delay = new LoopDelay(timers, measure);
  expect(delay.read()).toEqual({ p50: 0, p99: 0 });
  be(100);
  for (let reader = 0; reader < 3; reader += 1) expect(delay.read()).toEqual({ p50: 50, p99: 99 });
  timers.pass(loopDelayWindow);
  for (let reader = 0; reader < 3; reader += 1) expect(delay.read().p99).toBe(99);
  be(200);
  expect(delay.read().p99).toBe(198);
  timers.pass(loopDelayWindow);
  be(0);
  expect(delay.read().p99).toBe(198);
  timers.pass(loopDelayWindow);
  expect(delay.read().p99).toBe(0);
  delay.stop();
  expect([isOn(), timers.waiting]).toEqual([false, 0]);
});

test("WATCH-4 a busy event loop is seen", async () => {
  const timers = new TestTimers();
  const delay = new LoopDelay(timers);
  // Nothing is measured in the first turns.
  await new Promise((resolve) => setTimeout(resolve, 60));
  const until = performance.now() + 200;
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(delay.read().p99).toBeGreaterThan(100);
  delay.stop();
});
