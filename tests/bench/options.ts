import { parseArgs } from "node:util";
import * as v from "valibot";
import { subjectNames } from "./subjects/subject.ts";

/** What is measured: the server beside its peers, and the canvas beside its own. */
export const parts = ["server", "canvas"] as const;
export type Part = (typeof parts)[number];

/** What was asked for on the command line. */
export interface Options {
  readonly parts: ReadonlySet<Part>;
  /** One short run of each instead of five: for development. */
  readonly quick: boolean;
  readonly rounds: number;
  /** The rounds that were named; null when none were. */
  readonly asked: number | null;
  /** Numbers of the list in `report/targets.ts`; null = all. */
  readonly only: ReadonlySet<number> | null;
  readonly subjects: ReadonlySet<string>;
  readonly profiles: boolean;
}

const list = (separated: string): string[] => separated.split(",").map((part) => part.trim());

const PartsSchema = v.array(v.picklist(parts, `the bench has the parts ${parts.join(" and ")}`));
const OptionsSchema = v.object({
  quick: v.optional(v.boolean(), false),
  profile: v.optional(v.boolean(), false),
  rounds: v.optional(
    v.pipe(v.string(), v.transform(Number), v.integer("--rounds must be a whole number"), v.minValue(1)),
  ),
  only: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => list(text).map(Number)),
      v.array(v.picklist([1, 2, 3, 4, 5, 6, 7, 8], "--only takes numbers from 1 to 8, like 1,3")),
    ),
  ),
  subjects: v.optional(
    v.pipe(
      v.string(),
      v.transform(list),
      v.array(v.picklist(subjectNames, `--subjects takes some of ${subjectNames.join(",")}`)),
    ),
  ),
});

/** @throws with one readable line when something else was asked for */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: "boolean" },
      profile: { type: "boolean" },
      rounds: { type: "string" },
      only: { type: "string" },
      subjects: { type: "string" },
    },
  });
  const { quick, profile, rounds, only, subjects } = v.parse(OptionsSchema, values);
  const named = v.parse(PartsSchema, positionals);
  // What only the servers have asks for the servers.
  const usual: readonly Part[] =
    only === undefined && subjects === undefined && !profile ? parts : ["server"];
  return {
    parts: new Set(named.length > 0 ? named : usual),
    quick,
    profiles: profile,
    rounds: rounds ?? (quick ? 1 : 5),
    asked: rounds ?? null,
    only: only === undefined ? null : new Set(only),
    subjects: new Set(subjects ?? subjectNames),
  };
}
