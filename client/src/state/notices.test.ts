import { expect, it, vi } from "vitest";
import { createNotices } from "./notices.ts";

const timers = {
  set: (run: () => void, ms: number) => setTimeout(run, ms),
  clear: (timer: number) => clearTimeout(timer),
};

it("notices come, stay long enough, and go; reading holds them", () => {
  vi.useFakeTimers();
  const notices = createNotices(timers);
  const texts = () => notices.list.get().map(({ text }) => text);
  notices.show({ tone: "done", text: "one" });
  notices.show({ tone: "done", text: "two", action: { label: "undo", run: () => {} } });
  notices.show({ tone: "done", text: "one" });
  expect(texts()).toEqual(["two", "one"]);
  notices.hold();
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(["two", "one"]);
  notices.release();
  vi.advanceTimersByTime(6000);
  expect(texts()).toEqual(["two"]);
  vi.advanceTimersByTime(6000);
  expect(texts()).toEqual([]);
  notices.show({ tone: "done", text: "seen anyway", brief: true });
  vi.advanceTimersByTime(3000);
  expect(texts()).toEqual([]);
  for (const text of ["a", "b", "c", "d"]) notices.show({ tone: "done", text });
  expect(texts()).toEqual(["b", "c", "d"]);
  notices.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
