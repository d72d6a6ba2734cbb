/** Counts numbers by size. Counting one touches two array slots and allocates nothing. */
export class Histogram {
  /** Upper ends of the buckets, rising; above the last is one more. */
  readonly bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.#counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  observe(value: number): void {
    const { bounds } = this;
    let bucket = 0;
    while (bucket < bounds.length && value > (bounds[bucket] ?? 0)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += value;
  }

  /** For each bucket, and last for everything: how many lay in it or below. */
  cumulative(): number[] {
    let below = 0;
    return this.#counts.map((count) => (below += count));
  }

  get sum(): number {
    return this.#sum;
  }
}
