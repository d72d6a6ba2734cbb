import { parseArgs } from "node:util";
import * as v from "valibot";
import { subjectNames } from "./subjects/subject.ts";

/** What was asked for on the command line. */
export interface Options {
  /** One short run of each instead of five: for development. */
  readonly quick: boolean;
  readonly rounds: number;
  /** Numbers of the list in `report/targets.ts`; null = all. */
  readonly only: ReadonlySet<number> | null;
  readonly subjects: ReadonlySet<string>;
  readonly profiles: boolean;
}

const list = (separated: string): string[] => separated.split(",").map((part) => part.trim());

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
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean" },
      profile: { type: "boolean" },
      rounds: { type: "string" },
      only: { type: "string" },
      subjects: { type: "string" },
    },
  });
  const { quick, profile, rounds, only, subjects } = v.parse(OptionsSchema, values);
  return {
    quick,
    profiles: profile,
    rounds: rounds ?? (quick ? 1 : 5),
    only: only === undefined ? null : new Set(only),
    subjects: new Set(subjects ?? subjectNames),
  };
}
