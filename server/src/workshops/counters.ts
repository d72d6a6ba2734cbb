import type { RefusalReason } from "@faelleskort/shared/protocol/messages.ts";

/** Upper ends of the buckets of the saving time, in milliseconds. */
export const savedBucketsMs = [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000] as const;

/** What the server counts about itself while it runs, for `/metrics`. Numbers only: nothing here can name anybody. */
export class Counters {
  framesIn = 0;
  framesOut = 0;
  bytesIn = 0;
  bytesOut = 0;
  presenceDropped = 0;
  leftBehind = 0;
  storeFailures = 0;
  wrongInvites = 0;
  readonly refusedByReason = new Map<RefusalReason, number>();
  /** Appends by how long they took; the last is everything above the last bucket. */
  readonly savedByBucket: number[] = Array.from({ length: savedBucketsMs.length + 1 }, () => 0);
  savedMsTotal = 0;

  refused(reason: RefusalReason): void {
    this.refusedByReason.set(reason, (this.refusedByReason.get(reason) ?? 0) + 1);
  }

  saved(tookMs: number): void {
    const found = savedBucketsMs.findIndex((most) => tookMs <= most);
    const bucket = found === -1 ? savedBucketsMs.length : found;
    this.savedByBucket[bucket] = (this.savedByBucket[bucket] ?? 0) + 1;
    this.savedMsTotal += tookMs;
  }
}
