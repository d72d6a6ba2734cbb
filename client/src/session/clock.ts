import type { Api } from "./api.ts";

/** The server's clock as seen from here, in ms since 1970. */
export interface Clock {
  /** The server's time now, as well as it is known; this device's own time until it has been measured. */
  now(): number;
  /** Measures anew, or joins in what is being measured. Called at the start and when the page comes back from sleep. */
  measure(): Promise<void>;
  /** Asks once, and measures anew when either clock was set meanwhile. */
  check(): Promise<void>;
}

/** More than this (ms) beyond what a slow answer explains means that a clock was set. */
const setBy = 500;

/** An answer as quick as this (ms) is wrong by half of that at most, which no timer shows: nobody asks for a quicker one. */
const quickEnough = 40;

export interface ClockOptions {
  readonly time: Api["time"];
  /** This device's clock, ms since 1970. */
  readonly deviceNow: () => number;
  /** How often one measurement asks at most; the quickest answer counts. */
  readonly tries?: number;
}

/** Assumes that an answer took as long to come as the question took to go; the error is at most half the round trip. */
export function createClock({ time, deviceNow, tries = 4 }: ClockOptions): Clock {
  let offset = 0;
  let measuring: Promise<void> | null = null;

  /** The offset by one question, and how long it took; null without an answer. */
  async function ask(): Promise<{ trip: number; offset: number } | null> {
    const asked = deviceNow();
    const answer = await time();
    const trip = deviceNow() - asked;
    return answer.ok ? { trip, offset: answer.value.now + trip / 2 - (asked + trip) } : null;
  }

  async function measureOnce(): Promise<void> {
    let best = Infinity;
    for (let attempt = 0; attempt < tries && best > quickEnough; attempt++) {
      // One after another: questions asked at once would delay each other.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await ask();
      if (answer === null) return;
      // Less than nothing: this device's clock was set on the way.
      if (answer.trip >= 0 && answer.trip < best) {
        best = answer.trip;
        offset = answer.offset;
      }
    }
  }

  function measure(): Promise<void> {
    measuring ??= measureOnce().finally(() => {
      measuring = null;
    });
    return measuring;
  }

  return {
    now: () => deviceNow() + offset,
    measure,
    async check() {
      // What is being measured is as new as it could be.
      if (measuring) return measuring;
      const answer = await ask();
      if (answer !== null && Math.abs(answer.offset - offset) > Math.abs(answer.trip) / 2 + setBy)
        await measure();
    },
  };
}
