import type { Clock } from "../workshops/ports.ts";

/** Tries of addresses, and whether one has had its share. */
export interface TryCount {
  isUsedUp(address: string): boolean;
  count(address: string): void;
}

/** Used up as soon as one of them is. */
export const allOf = (...counts: readonly TryCount[]): TryCount => ({
  isUsedUp: (address) => counts.some((count) => count.isUsedUp(address)),
  count: (address) => counts.forEach((count) => count.count(address)),
});

/** Counts tries per address in windows of fixed length. The oldest address is forgotten when there are too many. */
export class Attempts implements TryCount {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #windowMs: number;
  readonly #addresses: number;
  readonly #windows = new Map<string, { since: number; count: number }>();

  constructor(clock: Clock, limits: { most: number; windowMs: number; addresses: number }) {
    this.#clock = clock;
    this.#most = limits.most;
    this.#windowMs = limits.windowMs;
    this.#addresses = limits.addresses;
  }

  isUsedUp(address: string): boolean {
    const window = this.#windows.get(address);
    return window !== undefined && !this.#isOver(window) && window.count >= this.#most;
  }

  count(address: string): void {
    const window = this.#windows.get(address);
    if (window !== undefined && !this.#isOver(window)) {
      window.count += 1;
      return;
    }
    // Set anew, so that the map's order is that of the windows' beginnings.
    this.#windows.delete(address);
    this.#windows.set(address, { since: this.#clock.now(), count: 1 });
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > this.#addresses && oldest !== undefined) this.#windows.delete(oldest);
  }

  #isOver({ since }: { since: number }): boolean {
    return this.#clock.now() - since >= this.#windowMs;
  }
}
