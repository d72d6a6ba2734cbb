/** Who wants to hear of something; each is told until it stops listening. */
export interface Listeners {
  tell(): void;
  /** Returns how to stop. */
  add(listener: () => void): () => void;
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    tell() {
      for (const listener of listeners) listener();
    },
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
