import type { CanvasClock } from "./clock.ts";

/** A clock that stands still until told: for tests. */
export interface FakeClock extends CanvasClock {
  /** Lets time pass; timers run in their order, frames only on `frame()`. */
  advance(ms: number): void;
  /** Runs the frames asked for, now; says how many there were. */
  frame(): number;
}

export function fakeClock(): FakeClock {
  let time = 0;
  let timers: { at: number; callback: () => void }[] = [];
  let frames: ((now: number) => void)[] = [];
  return {
    now: () => time,
    nextFrame(callback) {
      frames.push(callback);
      return () => {
        frames = frames.filter((known) => known !== callback);
      };
    },
    after(ms, callback) {
      const timer = { at: time + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((known) => known !== timer);
      };
    },
    advance(ms) {
      const end = time + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((known) => known !== next);
        time = next.at;
        next.callback();
      }
      time = end;
    },
    frame() {
      const asked = frames;
      frames = [];
      for (const callback of asked) callback(time);
      return asked.length;
    },
  };
}
