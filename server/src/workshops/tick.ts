import type { Timers } from "./timers.ts";

/** What a tick is doing: a pause is kept after each flush, and what can wait does so for company. */
type Phase =
  | { readonly type: "idle" }
  | { readonly type: "pausing"; readonly stop: () => void }
  | { readonly type: "lingering"; readonly stop: () => void };

const idle: Phase = { type: "idle" };

/** Runs `flush` at the first request, and then at most once per interval while requests keep coming. */
export class Tick {
  readonly #timers: Timers;
  readonly #intervalMs: number;
  readonly #flush: () => void;
  #phase: Phase = idle;
  #isWanted = false;
  #isClosed = false;

  constructor(timers: Timers, intervalMs: number, flush: () => void) {
    this.#timers = timers;
    this.#intervalMs = intervalMs;
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
        this.#phase = { type: "lingering", stop: this.#timers.after(lingerMs, () => this.#run()) };
    }
  }

  /** Sends what waits, and nothing after that. */
  close(): void {
    if (this.#isClosed) return;
    if (this.#phase.type !== "idle") this.#phase.stop();
    if (this.#isWanted || this.#phase.type === "lingering") this.#flush();
    this.#isClosed = true;
  }

  #run(): void {
    this.#isWanted = false;
    const stop = this.#timers.after(this.#intervalMs, () => {
      this.#phase = idle;
      if (this.#isWanted) this.#run();
    });
    this.#phase = { type: "pausing", stop };
    this.#flush();
  }
}
