import { expect, test } from "vitest";
import { silentBell, watchBell } from "./bell.ts";

test("rings once when the time runs out", () => {
  const waiting = watchBell(silentBell, 1_000, 500);
  expect(waiting.rings).toBe(false);
  const over = watchBell(waiting.state, 1_000, 1_010);
  expect(over.rings).toBe(true);
  expect(watchBell(over.state, 1_000, 1_020).rings).toBe(false);
});

test("stays silent for one who comes after the bell, and for a machine that slept", () => {
  expect(watchBell(silentBell, 1_000, 1_010).rings).toBe(false);
  const waiting = watchBell(silentBell, 1_000, 500);
  expect(watchBell(waiting.state, 1_000, 90_000).rings).toBe(false);
});

test("an added minute moves the bell; a pause takes it away", () => {
  const waiting = watchBell(silentBell, 1_000, 500);
  const later = watchBell(waiting.state, 61_000, 900);
  expect(watchBell(later.state, 61_000, 1_100).rings).toBe(false);
  expect(watchBell(later.state, 61_000, 61_000).rings).toBe(true);
  expect(watchBell(watchBell(later.state, null, 1_000).state, 61_000, 61_001).rings).toBe(false);
});
