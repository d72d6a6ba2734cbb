/** The middle one, or the mean of the two in the middle; NaN values are left out, and none at all give NaN. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

/** What one run measured, by metric id. */
export type Metrics = Readonly<Record<string, number>>;

/** The median of every metric over runs; a metric that a run lacks is taken over the others. */
export function medianMetrics(runs: readonly Metrics[]): Metrics {
  const ids = new Set(runs.flatMap((run) => Object.keys(run)));
  return Object.fromEntries([...ids].map((id) => [id, median(runs.map((run) => run[id] ?? Number.NaN))]));
}
