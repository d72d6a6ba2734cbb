import { roomLimits } from "../policies/limits.ts";
import type { Store } from "./ports.ts";
import type { Timers } from "./timers.ts";

/**
 * Shut from a failed write until a write works again. Nobody is let in meanwhile: they would only be thrown out at their
 * first edit.
 */
export class StoreGate {
  readonly #store: Pick<Store, "health">;
  readonly #timers: Timers;
  #isOpen = true;
  #isClosed = false;
  #stopRetrying: () => void = () => {};

  constructor(store: Pick<Store, "health">, timers: Timers) {
    this.#store = store;
    this.#timers = timers;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  shut(): void {
    if (!this.#isOpen || this.#isClosed) return;
    this.#isOpen = false;
    this.#retryLater();
  }

  /** Tries no more. */
  close(): void {
    this.#isClosed = true;
    this.#stopRetrying();
  }

  #retryLater(): void {
    this.#stopRetrying = this.#timers.after(roomLimits.storeRetryEvery, () => void this.#retry());
  }

  async #retry(): Promise<void> {
    const health = await this.#store.health();
    if (this.#isClosed) return;
    if (health.ok) this.#isOpen = true;
    else this.#retryLater();
  }
}
