/** How long to try, in milliseconds, and how often to look. */
export interface Patience {
  readonly withinMs?: number;
  readonly everyMs?: number;
}

/**
 * Looks until `look` gives something other than `undefined`, `false` or an exception, and answers with it. For
 * waiting on other processes, where no event can be awaited: the time is only how long we are willing to wait, so a
 * slow machine makes a test slower, never wrong.
 * @param what a phrase for the error: "what we waited for"
 * @throws when the time is out, with `what`, how long, and the last thing seen
 */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  { withinMs = 15_000, everyMs = 25 }: Patience = {},
): Promise<Exclude<T, undefined | false>> {
  const started = performance.now();
  let last: unknown;
  for (;;) {
    try {
      // Looking again only makes sense after the last look has answered.
      // oxlint-disable-next-line no-await-in-loop
      const seen = await look();
      if (isThere(seen)) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    if (performance.now() - started > withinMs) {
      throw new Error(`waited ${withinMs} ms for ${what}; last seen: ${describe(last)}`, { cause: last });
    }
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

function isThere<T>(seen: T): seen is Exclude<T, undefined | false> {
  return seen !== undefined && seen !== false;
}

function describe(seen: unknown): string {
  if (seen instanceof Error) return seen.message;
  return typeof seen === "string" ? seen : (JSON.stringify(seen) ?? "nothing");
}
