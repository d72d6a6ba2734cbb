import { syncLimits, workLimits } from "../policies/limits.ts";
import type { Clock } from "./ports.ts";

/** How much of the server one connection may have: frames, work, and being asked for everything anew. It grows back with time. */
export class Allowance {
  readonly #clock: Clock;
  #frames: number = syncLimits.framesAtOnce;
  #framesAt: number;
  #work: number = workLimits.burst;
  #workAt: number;
  #resyncs: { since: number; count: number };

  constructor(clock: Clock) {
    this.#clock = clock;
    const now = clock.now();
    this.#framesAt = now;
    this.#workAt = now;
    this.#resyncs = { since: now, count: 0 };
  }

  /** Whether one more frame is within what a person can send. */
  admitFrame(): boolean {
    const now = this.#clock.now();
    const earned = (Math.max(0, now - this.#framesAt) / 1000) * syncLimits.framesPerSecond;
    this.#frames = Math.min(syncLimits.framesAtOnce, this.#frames + earned) - 1;
    this.#framesAt = now;
    return this.#frames >= 0;
  }

  /**
   * Takes note of work done for it.
   * @param units see `workLimits`
   * @returns whether that is within what a person can cause
   */
  admitWork(units: number): boolean {
    this.#earn();
    this.#work -= units;
    return this.#work >= -workLimits.burst;
  }

  /** Milliseconds for which nothing more should be read from it, so that others get their turn. 0: go on. */
  restFor(): number {
    this.#earn();
    return this.#work >= 0 ? 0 : Math.ceil((-this.#work / workLimits.perSecond) * 1000);
  }

  /** Whether it may be asked for the full difference once more. */
  admitResync(): boolean {
    const now = this.#clock.now();
    if (now - this.#resyncs.since >= 60_000) this.#resyncs = { since: now, count: 0 };
    this.#resyncs.count += 1;
    return this.#resyncs.count <= syncLimits.resyncsPerMinute;
  }

  #earn(): void {
    const now = this.#clock.now();
    const earned = (Math.max(0, now - this.#workAt) / 1000) * workLimits.perSecond;
    this.#work = Math.min(workLimits.burst, this.#work + earned);
    this.#workAt = now;
  }
}
