import * as v from "valibot";
import { FreeSheetsSchema } from "../model/stage.ts";
import { type VersionCounts, VersionInfoSchema } from "../model/version.ts";
import { fileRecords } from "./file-records.ts";
import { countsOf, type VersionBoard, type VersionContent } from "./versions.ts";

/** Most versions, and most different records, in one file. */
const most = { versions: 200, records: 100_000 } as const;
const places = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most.records))),
  v.maxLength(most.records),
);
const { id: _id, counts: _counts, ...told } = VersionInfoSchema.entries;

/**
 * The versions of a workshop in its backup, oldest first. From one to the next few cards are others, so each record stands once, and a
 * version names its records by their places. The area picture is the file's own where `picture` says so; another one isn't carried.
 */
export const VersionPoolSchema = v.strictObject({
  records: v.strictObject({
    actors: v.pipe(v.array(fileRecords.actors), v.maxLength(most.records)),
    marks: v.pipe(v.array(fileRecords.marks), v.maxLength(most.records)),
    notes: v.pipe(v.array(fileRecords.notes), v.maxLength(most.records)),
    elements: v.pipe(v.array(fileRecords.elements), v.maxLength(most.records)),
  }),
  versions: v.pipe(
    v.array(
      v.strictObject({
        ...told,
        picture: v.boolean(),
        freeSheets: FreeSheetsSchema,
        actors: places,
        marks: places,
        notes: places,
        elements: places,
      }),
    ),
    v.maxLength(most.versions),
  ),
});
export type VersionPool = v.InferOutput<typeof VersionPoolSchema>;
type Pooled = VersionPool["versions"][number];

/** A version outside of the store. */
export interface LooseVersion {
  readonly version: Pick<Pooled, "kind" | "name" | "step" | "createdAt" | "by">;
  readonly content: VersionContent;
}

/** One that came in a file. */
export interface PooledVersion extends LooseVersion {
  readonly counts: VersionCounts;
}

const parts = ["actors", "marks", "notes", "elements"] as const;

/** Puts versions together until they would be too many bytes as JSON; about, since a few bytes of each version are guessed. */
export interface PoolBuilder {
  /** @returns false when there is no room for it: then nothing was added. To be called with the newest first. */
  add(version: LooseVersion): boolean;
  pool(): VersionPool;
}

export function poolBuilder(mostBytes: number, mostPlaces: number): PoolBuilder {
  const placesByText = new Map(parts.map((part) => [part, new Map<string, number>()]));
  const versions: Pooled[] = [];
  let bytes = 0;
  let placeCount = 0;
  return {
    add({ version, content }) {
      const { board, picture, freeSheets } = content;
      const added: { readonly known: Map<string, number>; readonly text: string }[] = [];
      let size = 400 + JSON.stringify(freeSheets).length;
      const found: Record<(typeof parts)[number], number[]> = {
        actors: [],
        marks: [],
        notes: [],
        elements: [],
      };
      for (const part of parts) {
        const known = placesByText.get(part) ?? new Map<string, number>();
        for (const record of board[part]) {
          const text = JSON.stringify(record);
          const place = known.get(text) ?? known.size;
          if (!known.has(text)) {
            known.set(text, place);
            added.push({ known, text });
            size += text.length + 1;
          }
          found[part].push(place);
          size += String(place).length + 1;
        }
      }
      const count = parts.reduce((sum, part) => sum + found[part].length, 0);
      if (bytes + size > mostBytes || placeCount + count > mostPlaces) {
        for (const { known, text } of added) known.delete(text);
        return false;
      }
      bytes += size;
      placeCount += count;
      const { kind, name, step, createdAt, by } = version;
      versions.unshift({ kind, name, step, createdAt, by, picture: picture !== null, freeSheets, ...found });
      return true;
    },
    pool: () => {
      const records = Object.fromEntries(
        [...placesByText].map(([part, known]) => [
          part,
          [...known.keys()].map((text): unknown => JSON.parse(text)),
        ]),
      );
      return v.parse(VersionPoolSchema, { records, versions });
    },
  };
}

/**
 * The versions as they were, oldest first; null when one names a place where nothing is, or all of them together hold too many records.
 * @param picture the area picture of those that had the file's
 */
export function versionsOfPool(
  { records, versions }: VersionPool,
  picture: VersionContent["picture"],
  mostPlaces: number,
): PooledVersion[] | null {
  const total = versions.reduce(
    (sum, one) => parts.reduce((inner, part) => inner + one[part].length, sum),
    0,
  );
  if (total > mostPlaces) return null;
  const found = versions.map(({ kind, name, step, createdAt, by, freeSheets, ...one }) => {
    const board: VersionBoard = {
      actors: at(records.actors, one.actors),
      marks: at(records.marks, one.marks),
      notes: at(records.notes, one.notes),
      elements: at(records.elements, one.elements),
    };
    const isWhole = parts.every(
      (part) =>
        board[part].length === one[part].length &&
        new Set<string>(board[part].map(({ id }) => id)).size === one[part].length,
    );
    if (!isWhole) return null;
    const content = { board, picture: one.picture ? picture : null, freeSheets };
    return { version: { kind, name, step, createdAt, by }, content, counts: countsOf(board) };
  });
  return found.every((one) => one !== null) ? found : null;
}

const at = <T>(records: readonly T[], named: readonly number[]): T[] =>
  named.flatMap((place) => records[place] ?? []);
