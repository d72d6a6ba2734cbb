/** Appends that were handed to the store and aren't on disk yet, of all rooms. */
export class StoreQueue {
  /** When each began, in the order in which they did. */
  readonly #startedById = new Map<number, number>();
  #lastId = 0;

  /** @param now milliseconds, of a clock that never goes back; the same for all calls */
  begin(now: number): number {
    this.#lastId += 1;
    this.#startedById.set(this.#lastId, now);
    return this.#lastId;
  }

  /** @param id what `begin` gave. Also for an append that failed. */
  end(id: number): void {
    this.#startedById.delete(id);
  }

  get length(): number {
    return this.#startedById.size;
  }

  /** How long the oldest has waited, in milliseconds; 0 when none waits. */
  oldestAge(now: number): number {
    const [started = now] = this.#startedById.values();
    return now - started;
  }
}
