import type { Clock } from "./ports.ts";
import type { Timers } from "./timers.ts";

/** Time that stands still until a test moves it. */
export class TestTimers implements Timers, Clock {
  #now = 1_000_000;
  readonly #waiting = new Set<{ at: number; every: number | null; run: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    return this.#wait(ms, null, run);
  }

  every(ms: number, run: () => void): () => void {
    return this.#wait(ms, ms, run);
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Lets time pass, running what falls due in its order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#now = Math.max(this.#now, due.at);
      if (due.every === null) this.#waiting.delete(due);
      else due.at += due.every;
      due.run();
    }
    this.#now = end;
  }

  #wait(ms: number, every: number | null, run: () => void): () => void {
    const entry = { at: this.#now + ms, every, run };
    this.#waiting.add(entry);
    return () => void this.#waiting.delete(entry);
  }
}
