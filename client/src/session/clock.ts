import type { Api } from "./api.ts";

/** The server's clock as seen from here, in ms since 1970. */
export interface Clock {
  /** The server's time now, as well as it is known; this device's own time until it has been measured. */
  now(): number;
  /** Measures anew. Called at the start and when the page comes back from sleep. */
  measure(): Promise<void>;
}

export interface ClockOptions {
  readonly time: Api["time"];
  /** This device's clock, ms since 1970. */
  readonly deviceNow: () => number;
  /** How often one measurement asks; the quickest answer counts. */
  readonly tries?: number;
}

/** Assumes that an answer took as long to come as the question took to go; the error is at most half the round trip. */
export function createClock({ time, deviceNow, tries = 4 }: ClockOptions): Clock {
  let offset = 0;
  return {
    now: () => deviceNow() + offset,
    async measure() {
      let best = Infinity;
      for (let attempt = 0; attempt < tries; attempt++) {
        const asked = deviceNow();
        // One after another: questions asked at once would delay each other.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await time();
        const trip = deviceNow() - asked;
        if (!answer.ok) return;
        if (trip < best) {
          best = trip;
          offset = answer.value.now + trip / 2 - (asked + trip);
        }
      }
    },
  };
}
