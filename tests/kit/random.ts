/** A stream of random choices that one printable seed repeats exactly. */
export interface Random {
  /** What to print when a test fails, and to hand to `seededRandom` to see the same run again. */
  readonly seed: number;
  /** A number in [0, 1). */
  readonly fraction: () => number;
  /** A whole number in [0, below); `below` ≥ 1. */
  readonly below: (below: number) => number;
  /** True with the given chance, 0…1. */
  readonly chance: (chance: number) => boolean;
  /** One of the items; throws when there are none. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** The same items in random order, as a new array. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/**
 * Random choices from a seed (mulberry32: 32 bits of state, good enough for tests, not for secrets).
 * @param seed a whole number, 0…2³²−1
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(fraction() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const picked = items[below(items.length)];
    if (items.length === 0) throw new RangeError("nothing to pick from");
    return picked as T;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items];
    for (let index = shuffled.length - 1; index > 0; index -= 1) {
      const other = below(index + 1);
      const kept = shuffled[index] as T;
      shuffled[index] = shuffled[other] as T;
      shuffled[other] = kept;
    }
    return shuffled;
  };
  return { seed: seed >>> 0, fraction, below, chance: (chance) => fraction() < chance, pick, shuffle };
}

/**
 * The seeds a fuzz test runs: `SEED` from the environment alone when set (to repeat a failure), else those that
 * failed once, plus `fresh` new ones.
 * @param failedOnce seeds kept because they once found a fault
 */
export function seedsToRun(fresh: number, failedOnce: readonly number[] = []): number[] {
  const chosen = process.env["SEED"];
  if (chosen !== undefined) {
    const seed = Number(chosen);
    if (!Number.isInteger(seed)) throw new RangeError(`SEED is "${chosen}", which is not a whole number`);
    return [seed];
  }
  return [...failedOnce, ...Array.from({ length: fresh }, () => Math.floor(Math.random() * 2 ** 32))];
}

/** Runs one seeded case, and names the seed in the error when it fails, so that it can be repeated. */
export async function withSeed(seed: number, run: (random: Random) => void | Promise<void>): Promise<void> {
  try {
    await run(seededRandom(seed));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`failed with SEED=${seed}: ${reason}`, { cause });
  }
}
