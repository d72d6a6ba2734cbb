import type { Clock } from "./ports.ts";

/**
 * A clock for measuring how long something took: when the machine's is set back, this one goes on from where it was. Without it a line
 * that died would be asked for a sign of life only once the time that was set back has passed.
 */
export function steadyClock(clock: Clock): Clock {
  let ahead = 0;
  let last = clock.now();
  return {
    now() {
      const now = clock.now();
      if (now + ahead < last) ahead = last - now;
      last = now + ahead;
      return last;
    },
  };
}
