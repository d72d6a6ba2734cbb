import { realTimers, type Timers } from "@faelleskort/server/workshops/timers.ts";

/** Real waiting, but what is done every few seconds is done when the test says so. */
export function beatenTimers(): { timers: Timers; beat: () => void } {
  const recurring = new Set<() => void>();
  return {
    timers: {
      after: (ms, run) => realTimers.after(ms, run),
      every: (_ms, run) => {
        recurring.add(run);
        return () => recurring.delete(run);
      },
    },
    beat: () => recurring.forEach((run) => run()),
  };
}
