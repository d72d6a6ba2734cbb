/** Bounds are upper edges in ms: steps of 0.05 up to 50 ms, of 1 up to 20 s; what is slower falls into the last bucket. */
const fineStep = 0.05;
const fineCount = 1_000;
const fineEnd = fineStep * fineCount;
const coarseCount = 19_950;

/** Counts durations in buckets, so that millions of them cost nothing to keep. */
export class Histogram {
  readonly #buckets = new Uint32Array(fineCount + coarseCount + 1);
  #count = 0;

  /** @param ms a duration; a negative one (two clocks) counts as 0 */
  record(ms: number): void {
    const bucket = bucketOf(ms);
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /**
   * @param share 0.5 for the median, 0.99 for p99
   * @returns ms: the upper edge of the bucket that holds the one at that rank; NaN when nothing was recorded
   */
  percentile(share: number): number {
    if (this.#count === 0) return Number.NaN;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    let seen = 0;
    for (const [bucket, count] of this.#buckets.entries()) {
      seen += count;
      if (seen >= rank) return edgeOf(bucket);
    }
    return Number.NaN;
  }

  clear(): void {
    this.#buckets.fill(0);
    this.#count = 0;
  }
}

function bucketOf(ms: number): number {
  if (ms < fineEnd) return Math.max(0, Math.floor(ms / fineStep));
  return Math.min(fineCount + coarseCount, fineCount + Math.floor(ms - fineEnd));
}

function edgeOf(bucket: number): number {
  return bucket < fineCount ? (bucket + 1) * fineStep : fineEnd + (bucket - fineCount) + 1;
}
