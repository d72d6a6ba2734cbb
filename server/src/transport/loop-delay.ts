import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Timers } from "../workshops/timers.ts";

/** How often the event loop is asked, in milliseconds. */
const everyMs = 20;
/** Milliseconds. A reading speaks of this one and the one before. */
export const loopDelayWindow = 30_000;

/** Milliseconds of lateness. */
export interface Lateness {
  readonly p50: number;
  readonly p99: number;
}

/** How far apart the asking of the event loop really was, in nanoseconds. */
export interface LoopMeasure {
  readonly count: number;
  percentile(percentile: number): number;
  reset(): void;
  enable(): void;
  disable(): void;
}

/**
 * Measures how late the event loop is. Reading changes nothing: there may be several readers, each with a rhythm of its own. Somebody must
 * `stop` it.
 */
export class LoopDelay {
  readonly #measure: LoopMeasure;
  readonly #stopTurning: () => void;
  #before: Lateness = { p50: 0, p99: 0 };

  constructor(timers: Timers, measure: LoopMeasure = monitorEventLoopDelay({ resolution: everyMs })) {
    this.#measure = measure;
    measure.enable();
    this.#stopTurning = timers.every(loopDelayWindow, () => {
      this.#before = this.#present();
      measure.reset();
    });
  }

  /** The worse of the present window, as far as it has come, and the one before. */
  read(): Lateness {
    const present = this.#present();
    return {
      p50: Math.max(this.#before.p50, present.p50),
      p99: Math.max(this.#before.p99, present.p99),
    };
  }

  stop(): void {
    this.#stopTurning();
    this.#measure.disable();
  }

  #present(): Lateness {
    return { p50: this.#late(50), p99: this.#late(99) };
  }

  /** What Node measures is from one asking to the next, so the time in between is no delay. */
  #late(percentile: number): number {
    const { count } = this.#measure;
    return count === 0 ? 0 : Math.max(0, this.#measure.percentile(percentile) / 1e6 - everyMs);
  }
}
