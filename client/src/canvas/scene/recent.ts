/** What was asked for lately: a map that forgets by itself what nobody has asked for in a while. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  clear(): void;
}

/**
 * Remembers at least the `least` keys used last, and at most twice as many. In two halves: when the younger is full, what is left of the
 * older is forgotten. Whoever types makes a new key with each letter, which nobody asks for again.
 */
export function createRecent<Key, Value>(least: number): Recent<Key, Value> {
  let younger = new Map<Key, Value>();
  let older = new Map<Key, Value>();

  function set(key: Key, value: Value): void {
    if (younger.size >= least && !younger.has(key)) {
      older = younger;
      younger = new Map();
    }
    younger.set(key, value);
  }

  return {
    get(key) {
      const known = younger.get(key);
      if (known !== undefined) return known;
      const old = older.get(key);
      if (old !== undefined) set(key, old);
      return old;
    },
    set,
    clear() {
      younger.clear();
      older.clear();
    },
  };
}
