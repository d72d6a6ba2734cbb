/** A value that changes over time, read outside React or through `useSource`. */
export interface Source<T> {
  get(): T;
  /** Calls the listener after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A source its owner can set. */
export interface Cell<T> extends Source<T> {
  /** Tells the listeners only when the value is another one. */
  set(value: T): void;
}

export function cell<T>(initial: T, isSame: (a: T, b: T) => boolean = Object.is): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (isSame(value, next)) return;
      value = next;
      for (const listener of Array.from(listeners)) listener();
    },
    subscribe(listener) {
      // A wrapper of its own, so that one function may listen twice.
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}

/** A source computed from others. It follows them until `close`. */
export interface Derived<T> extends Source<T> {
  close(): void;
}

export function derived<T>(
  sources: readonly Source<unknown>[],
  compute: () => T,
  isSame: (a: T, b: T) => boolean = Object.is,
): Derived<T> {
  const inner = cell(compute(), isSame);
  const stops = sources.map((source) => source.subscribe(() => inner.set(compute())));
  return {
    get: () => inner.get(),
    subscribe: (listener) => inner.subscribe(listener),
    close() {
      for (const stop of stops) stop();
    },
  };
}
