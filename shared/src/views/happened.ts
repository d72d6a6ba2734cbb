import type { Author } from "../model/author.ts";
import type { BoardSnapshot } from "../model/board.ts";

/** What can have become of a thing between two moments. */
export const happenings = ["written", "changed", "placed", "merged", "deleted", "restored"] as const;
export type Happening = (typeof happenings)[number];

/** A card, mark, note or element, by what it says. */
export interface Happened {
  readonly id: string;
  /** May be empty. */
  readonly name: string;
}

/** What became of the things with one author label. A thing can be under several headings. */
export interface AuthorHappenings {
  /** May be empty. */
  readonly label: string;
  readonly things: Readonly<Record<Happening, readonly Happened[]>>;
}

interface AnyRecord {
  readonly id: string;
  readonly author: Author;
  readonly deleted: boolean;
}

interface Part {
  readonly records: (board: BoardSnapshot) => ReadonlyMap<string, AnyRecord>;
  readonly nameOf: (record: AnyRecord) => string;
}
const part = <T extends AnyRecord>(
  records: (board: BoardSnapshot) => ReadonlyMap<string, T>,
  name: (record: T) => string,
): Part => ({
  records,
  // Only records of this part are handed in.
  nameOf: (record) => name(record as T),
});

const parts: Readonly<Record<keyof BoardSnapshot, Part>> = {
  actorsById: part(
    ({ actorsById }) => actorsById,
    ({ name }) => name,
  ),
  marksById: part(
    ({ marksById }) => marksById,
    ({ title, text }) => title || text,
  ),
  notesById: part(
    ({ notesById }) => notesById,
    ({ text }) => text,
  ),
  elementsById: part(
    ({ elementsById }) => elementsById,
    ({ text }) => text,
  ),
};

/** Where a thing lies, when that says something: in the priority model, on the area map. */
const places: Readonly<Partial<Record<keyof BoardSnapshot, string>>> = {
  actorsById: "placement",
  marksById: "position",
};
/** Tidying up is nobody's work: where things lie on a wall or a free sheet, and in which order. */
const tidying = ["wall", "position", "box", "layer", "group", "frame", "locked", "from", "to"];
/** Told under headings of their own. */
const told = ["id", "author", "createdAt", "deleted", "mergedInto", "placement"];
const noChange = new Set([...tidying, ...told]);

/**
 * What has happened between two moments, by the label of **whoever wrote the thing**, in the labels' order. Who changed, placed, joined or
 * deleted it isn't known: the board keeps the author of a card, and nobody's name with a change. Something written and deleted in
 * between is under both.
 */
export function whatHappened(before: BoardSnapshot, after: BoardSnapshot): AuthorHappenings[] {
  const byLabel = new Map<string, Record<Happening, Happened[]>>();
  const tell = (record: AnyRecord, name: string, happening: Happening): void => {
    const { label } = record.author;
    const things = byLabel.get(label) ?? {
      written: [],
      changed: [],
      placed: [],
      merged: [],
      deleted: [],
      restored: [],
    };
    byLabel.set(label, things);
    things[happening].push({ id: record.id, name });
  };
  for (const [key, { records, nameOf }] of Object.entries(parts)) {
    const old = records(before);
    for (const [id, record] of records(after)) {
      for (const happening of between(old.get(id), record, places[key as keyof BoardSnapshot]))
        tell(record, nameOf(record), happening);
    }
  }
  return [...byLabel]
    .map(([label, things]) => ({ label, things }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

function between(old: AnyRecord | undefined, now: AnyRecord, place: string | undefined): Happening[] {
  if (old === undefined) return now.deleted ? ["written", "deleted"] : ["written"];
  if (now.deleted) return old.deleted ? [] : ["deleted"];
  const found: Happening[] = old.deleted ? ["restored"] : [];
  const keys = Object.keys(now).filter((key) => differs(old, now, key));
  if (keys.some((key) => !noChange.has(key))) found.push("changed");
  if (place !== undefined && keys.includes(place)) found.push("placed");
  if (keys.includes("mergedInto")) found.push(Reflect.get(now, "mergedInto") === null ? "changed" : "merged");
  return [...new Set(found)];
}

function differs(old: object, now: object, key: string): boolean {
  const a: unknown = Reflect.get(old, key);
  const b: unknown = Reflect.get(now, key);
  return a !== b && JSON.stringify(a) !== JSON.stringify(b);
}
