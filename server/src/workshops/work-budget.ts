import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import { workLimits } from "../policies/limits.ts";
import type { Clock } from "./ports.ts";

/** How much work may still be done for somebody, in the units of `workLimits`. It earns itself back with time. */
export class WorkBudget {
  readonly #clock: Clock;
  #left: number = workLimits.burst;
  #at: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#at = clock.now();
  }

  spend(units: number): void {
    this.#earn();
    this.#left -= units;
  }

  /** Far more was caused than any person can. */
  get isFarOverdrawn(): boolean {
    this.#earn();
    return this.#left < -workLimits.burst;
  }

  get isFull(): boolean {
    this.#earn();
    return this.#left === workLimits.burst;
  }

  /** Milliseconds until something is left; 0: there is. */
  restFor(): number {
    this.#earn();
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / workLimits.perSecond) * 1000);
  }

  #earn(): void {
    const now = this.#clock.now();
    const earned = (Math.max(0, now - this.#at) / 1000) * workLimits.perSecond;
    this.#left = Math.min(workLimits.burst, this.#left + earned);
    this.#at = now;
  }
}

/** So many are remembered before those who owe nothing are looked for. */
const lookedThroughAbove = 1_000;

/** One budget for each participant, however many connections they have or make one after the other. */
export class WorkBudgets {
  readonly #clock: Clock;
  readonly #budgets = new Map<ParticipantId, WorkBudget>();
  #lookAbove = lookedThroughAbove;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  of(participant: ParticipantId): WorkBudget {
    const known = this.#budgets.get(participant);
    if (known !== undefined) return known;
    this.#forgetIdle();
    const budget = new WorkBudget(this.#clock);
    this.#budgets.set(participant, budget);
    return budget;
  }

  get size(): number {
    return this.#budgets.size;
  }

  /** Who has all of it back is like one who never came; a connection that still holds such a budget goes on with it. */
  #forgetIdle(): void {
    if (this.#budgets.size < this.#lookAbove) return;
    for (const [participant, budget] of this.#budgets) if (budget.isFull) this.#budgets.delete(participant);
    this.#lookAbove = Math.max(lookedThroughAbove, 2 * this.#budgets.size);
  }
}
