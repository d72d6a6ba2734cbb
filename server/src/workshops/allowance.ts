import { syncLimits, workLimits } from "../policies/limits.ts";
import type { Clock } from "./ports.ts";
import { WorkBudget } from "./work-budget.ts";

/** How much of the server one connection may have: frames, work, and being asked for everything anew. It grows back with time. */
export class Allowance {
  readonly #clock: Clock;
  #frames: number = syncLimits.framesAtOnce;
  #framesAt: number;
  readonly #work: WorkBudget;
  /** Work since its turn began. */
  #turn = 0;
  #resyncs: { since: number; count: number };

  /** @param work its participant's, which other connections may share; one of its own when not given */
  constructor(clock: Clock, work: WorkBudget = new WorkBudget(clock)) {
    this.#clock = clock;
    this.#work = work;
    const now = clock.now();
    this.#framesAt = now;
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
    this.#turn += units;
    this.#work.spend(units);
    return !this.#work.isFarOverdrawn;
  }

  /** Milliseconds for which nothing more should be read from it, so that others get their turn. 0: go on. */
  restFor(): number {
    return this.#work.restFor();
  }

  /** Whether enough has been done for it at a stretch, and others should be looked at in between. */
  get hasHadItsTurn(): boolean {
    return this.#turn > workLimits.perTurn;
  }

  beginTurn(): void {
    this.#turn = 0;
  }

  /** Whether it may be asked for the full difference once more. */
  admitResync(): boolean {
    const now = this.#clock.now();
    if (now - this.#resyncs.since >= 60_000) this.#resyncs = { since: now, count: 0 };
    this.#resyncs.count += 1;
    return this.#resyncs.count <= syncLimits.resyncsPerMinute;
  }
}
