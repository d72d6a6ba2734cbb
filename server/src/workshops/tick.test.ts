import { expect, test } from "vitest";
import { TestTimers } from "./test-timers.ts";
import { every, type Rhythm, Tick } from "./tick.ts";

function ticking(rhythm: Rhythm = every(25)): { timers: TestTimers; tick: Tick; flushedAt: number[] } {
  const timers = new TestTimers();
  const start = timers.now();
  const flushedAt: number[] = [];
  const tick = new Tick(timers, rhythm, () => flushedAt.push(timers.now() - start));
  return { timers, tick, flushedAt };
}

test("the first request is carried out at once, those that follow once per interval", () => {
  const { timers, tick, flushedAt } = ticking();
  tick.request();
  expect(flushedAt).toEqual([0]);
  for (let ms = 0; ms < 60; ms += 1) {
    timers.pass(1);
    tick.request();
  }
  expect(flushedAt).toEqual([0, 25, 50]);
  timers.pass(1_000);
  expect(flushedAt).toEqual([0, 25, 50, 75]);
});

test("after a pause the next one is first again, and nothing waits meanwhile", () => {
  const { timers, tick, flushedAt } = ticking();
  tick.request();
  timers.pass(25);
  expect(timers.waiting).toBe(0);
  timers.pass(100);
  tick.request();
  expect(flushedAt).toEqual([0, 125]);
});

test("what comes while it rests leaves with the first that comes after, or alone at the latest", () => {
  const { timers, tick, flushedAt } = ticking({ rest: 20, latest: 34 });
  for (const at of [0, 14, 28, 42, 56, 70]) {
    timers.pass(at - (timers.now() - 1_000_000));
    tick.request();
  }
  expect(flushedAt).toEqual([0, 28, 56]);
  timers.pass(19);
  expect(flushedAt).toEqual([0, 28, 56]);
  timers.pass(1_000);
  expect(flushedAt).toEqual([0, 28, 56, 90]);
  tick.request();
  timers.pass(20);
  expect(timers.waiting).toBe(0);
});

test("closing carries out what waits, and nothing later", () => {
  const { timers, tick, flushedAt } = ticking();
  tick.request();
  tick.request();
  tick.close();
  tick.request();
  timers.pass(100);
  expect(flushedAt).toEqual([0, 0]);
  expect(timers.waiting).toBe(0);
});

test("what can wait does so for its time, and leaves with what can't", () => {
  const { timers, tick, flushedAt } = ticking();
  tick.request(12);
  timers.pass(11);
  tick.request(12);
  expect(flushedAt).toEqual([]);
  timers.pass(1);
  expect(flushedAt).toEqual([12]);
  timers.pass(25);
  tick.request(12);
  timers.pass(3);
  tick.request();
  expect(flushedAt).toEqual([12, 40]);
  timers.pass(100);
  tick.request(12);
  tick.close();
  expect(flushedAt).toEqual([12, 40, 140]);
  expect(timers.waiting).toBe(0);
});
