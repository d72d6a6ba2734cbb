/** What `SPEC.md` and the tests say about each other. */
export interface PromiseFaults {
  /** Promised, but quoted by no test. */
  readonly unproven: readonly string[];
  /** Quoted by a test, but promised nowhere. */
  readonly unknown: readonly string[];
}

const promised = /^- \*\*([A-Z]+(?:-[A-Z]+)*-\d+)\*\*/gm;
/** The first words of a test's title: one or more numbers, in any kind of quotes. */
const title = /\b(?:it|test|describe)(?:\.each\(.*?\))?\(\s*["'`]((?:[A-Z]+(?:-[A-Z]+)*-\d+ )+)/g;

/** @param tests the tests' sources */
export function promiseFaults(spec: string, tests: readonly string[]): PromiseFaults {
  const inSpec = new Set([...spec.matchAll(promised)].map(([, id]) => id ?? ""));
  const quoted = new Set(
    tests.flatMap((source) =>
      [...source.matchAll(title)].flatMap(([, ids]) => (ids ?? "").trim().split(" ")),
    ),
  );
  return {
    unproven: [...inSpec].filter((id) => !quoted.has(id)).sort(),
    unknown: [...quoted].filter((id) => !inSpec.has(id)).sort(),
  };
}
