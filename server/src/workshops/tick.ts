import type { Timers } from "./timers.ts";

/** What a tick is doing: a pause is kept after each flush, and what can wait does so for company. */
type Phase =
  | { readonly type: "idle" }
  | { readonly type: "pausing"; readonly stop: () => void }
  | { readonly type: "lingering"; readonly stop: () => void };

const idle: Phase = { type: "idle" };

/** How often something is flushed, in milliseconds. */
export interface Rhythm {
  /** Shortest time between two flushes. */
  readonly rest: number;
  /** Longest time: what came while resting then waits no more for the next request to leave with. */
  readonly latest: number;
}

/** The same time between any two. */
export const every = (ms: number): Rhythm => ({ rest: ms, latest: ms });

/**
 * Runs `flush` at the first request, and then, while requests keep coming, with the first that comes after a rest. What is requested in
 * bunches, as a commit does, so leaves right behind its bunch.
 */
export class Tick {
  readonly #timers: Timers;
  readonly #rhythm: Rhythm;
  readonly #flush: () => void;
  #phase: Phase = idle;
  #isWanted = false;
  #isClosed = false;

  constructor(timers: Timers, rhythm: Rhythm, flush: () => void) {
    this.#timers = timers;
    this.#rhythm = rhythm;
    this.#flush = flush;
  }

  /** @param lingerMs it may wait that long, so that it leaves together with what is more urgent */
  request(lingerMs = 0): void {
    if (this.#isClosed) return;
    switch (this.#phase.type) {
      case "pausing":
        this.#isWanted = true;
        return;
      case "lingering":
        if (lingerMs > 0) return;
        this.#phase.stop();
        return this.#run();
      case "idle":
        if (lingerMs <= 0) return this.#run();
        this.#linger(lingerMs);
    }
  }

  /** Sends what waits, and nothing after that. */
  close(): void {
    if (this.#isClosed) return;
    if (this.#phase.type !== "idle") this.#phase.stop();
    if (this.#isWanted || this.#phase.type === "lingering") this.#flush();
    this.#isClosed = true;
  }

  #linger(ms: number): void {
    this.#phase = { type: "lingering", stop: this.#timers.after(ms, () => this.#run()) };
  }

  #run(): void {
    this.#isWanted = false;
    const { rest, latest } = this.#rhythm;
    const stop = this.#timers.after(rest, () => {
      this.#phase = idle;
      if (!this.#isWanted) return;
      if (latest > rest) this.#linger(latest - rest);
      else this.#run();
    });
    this.#phase = { type: "pausing", stop };
    this.#flush();
  }
}
