/** Something done again and again, at its own pace. */
export interface Beat {
  readonly everyMs: number;
  /** When it is due first, in ms from the start: spreads people over the interval, as people are. */
  readonly firstMs: number;
  run(): void;
}

/** Does what is due once per turn, as close to its time as the event loop allows. What was missed is caught up with. */
export class Pacer {
  readonly #beats: { readonly beat: Beat; next: number }[];
  #timer: NodeJS.Timeout | null = null;

  constructor(beats: readonly Beat[]) {
    const now = performance.now();
    this.#beats = beats.map((beat) => ({ beat, next: now + beat.firstMs }));
    this.#turn();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #turn(): void {
    const now = performance.now();
    for (const entry of this.#beats) {
      while (entry.next <= now) {
        entry.beat.run();
        entry.next += entry.beat.everyMs;
      }
    }
    this.#timer = setTimeout(() => this.#turn(), 1);
  }
}
