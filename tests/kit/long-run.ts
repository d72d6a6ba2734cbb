import { writeSync } from "node:fs";

/** What in the environment asks for the long form of a test: `FAULTS=long`, `ABUSE=long`, `SOAK=long`. */
export type LongForm = "FAULTS" | "ABUSE" | "SOAK";

/** @throws RangeError when the variable is neither `short` nor `long` */
export function isLong(form: LongForm): boolean {
  const chosen = process.env[form] ?? "short";
  if (chosen !== "short" && chosen !== "long")
    throw new RangeError(`${form} is "${chosen}": use short or long`);
  return chosen === "long";
}

/** How much a test runs: little in `npx pnpm@12 test`, much in the long form. */
export const amount = (form: LongForm, { short, long }: { short: number; long: number }): number =>
  isLong(form) ? long : short;

const standardError = 2;
/** Milliseconds between two lines. */
const quietFor = 15_000;

/**
 * Lets a person who waits for a long run see how far it is, and what it came to; says nothing in the short form. Straight to the
 * terminal: vitest shows what a test prints only once it is over.
 */
export function progressOf(
  form: LongForm,
  what: string,
): { at(done: number, of: number): void; end(result: string): void } {
  if (!isLong(form)) return { at: () => {}, end: () => {} };
  const started = performance.now();
  let told = started;
  const say = (text: string): void => {
    const seconds = ((performance.now() - started) / 1_000).toFixed(0);
    writeSync(standardError, `  ${what}: ${text} (${seconds} s)\n`);
  };
  return {
    at(done, of) {
      if (performance.now() - told < quietFor) return;
      told = performance.now();
      say(`${done} of ${of}`);
    },
    end: say,
  };
}
