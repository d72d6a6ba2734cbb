import { monitorEventLoopDelay } from "node:perf_hooks";

/** How often the event loop is asked, in milliseconds. */
const everyMs = 20;

/** Measures how late the event loop is. Somebody must `stop` it. */
export class LoopDelay {
  readonly #histogram = monitorEventLoopDelay({ resolution: everyMs });

  constructor() {
    this.#histogram.enable();
  }

  /** Milliseconds of lateness since the last call, which starts anew. */
  read(): { p50: number; p99: number } {
    const p50 = this.#late(50);
    const p99 = this.#late(99);
    this.#histogram.reset();
    return { p50, p99 };
  }

  stop(): void {
    this.#histogram.disable();
  }

  /** What Node measures is from one asking to the next, so the time in between is no delay. */
  #late(percentile: number): number {
    const { count } = this.#histogram;
    return count === 0 ? 0 : Math.max(0, this.#histogram.percentile(percentile) / 1e6 - everyMs);
  }
}
