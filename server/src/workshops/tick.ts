import type { Timers } from "./timers.ts";

/** Runs `flush` at the first request at once, and then at most once per interval while requests keep coming. */
export class Tick {
  readonly #timers: Timers;
  readonly #intervalMs: number;
  readonly #flush: () => void;
  #stopWaiting: (() => void) | null = null;
  #isWanted = false;
  #isClosed = false;

  constructor(timers: Timers, intervalMs: number, flush: () => void) {
    this.#timers = timers;
    this.#intervalMs = intervalMs;
    this.#flush = flush;
  }

  request(): void {
    if (this.#isClosed) return;
    if (this.#stopWaiting !== null) this.#isWanted = true;
    else this.#run();
  }

  /** Sends what waits, and nothing after that. */
  close(): void {
    if (this.#isClosed) return;
    this.#stopWaiting?.();
    if (this.#isWanted) this.#flush();
    this.#isClosed = true;
  }

  #run(): void {
    this.#isWanted = false;
    this.#stopWaiting = this.#timers.after(this.#intervalMs, () => {
      this.#stopWaiting = null;
      if (this.#isWanted) this.#run();
    });
    this.#flush();
  }
}
