import * as v from "valibot";
import { expect, test } from "vitest";
import type { Note } from "../model/note.ts";
import { noteDefaults } from "../model/note.ts";
import { noteId } from "../model/ids.ts";
import { round1 } from "../method/round1.ts";
import {
  type LooseVersion,
  poolBuilder,
  type VersionPool,
  VersionPoolSchema,
  versionsOfPool,
} from "./version-pool.ts";

const note = (name: string, text: string): Note => ({
  id: noteId(`note-${name}`),
  sheet: "wall",
  text,
  position: { x: 0, y: 0, z: 0 },
  ...noteDefaults,
  author: { label: "Biblioteket", participantId: null },
  createdAt: 1,
  deleted: false,
});
function version(createdAt: number, notes: readonly Note[]): LooseVersion {
  const [first] = round1;
  if (first === undefined) throw new Error("there is no step");
  return {
    version: { kind: "step", name: null, step: first.id, createdAt, by: "" },
    content: {
      board: { actors: [], marks: [], notes: [...notes], elements: [] },
      picture: null,
      freeSheets: [],
    },
  };
}
const first = version(1, [note("a", "one"), note("b", "two")]);
const second = version(2, [note("a", "one"), note("b", "two, changed")]);

/** As a file is written and read. */
const written = (pool: VersionPool): VersionPool =>
  v.parse(VersionPoolSchema, JSON.parse(JSON.stringify(pool)));

function poolOf(newestFirst: readonly LooseVersion[]): VersionPool {
  const builder = poolBuilder(1_000_000, 1_000);
  for (const one of newestFirst) expect(builder.add(one)).toBe(true);
  return written(builder.pool());
}

test("versions come back as they were, and what they share stands in the file once", () => {
  const pool = poolOf([second, first]);
  expect(pool.records.notes).toHaveLength(3);
  expect(versionsOfPool(pool, null, 1_000)).toEqual([
    { ...first, counts: { actors: 0, marks: 0, notes: 2, elements: 0 } },
    { ...second, counts: { actors: 0, marks: 0, notes: 2, elements: 0 } },
  ]);
});

test("what doesn't fit any more is left out whole", () => {
  const builder = poolBuilder(1_200, 1_000);
  expect(builder.add(second)).toBe(true);
  expect(builder.add(version(1, [note("c", "x".repeat(900))]))).toBe(false);
  const pool = written(builder.pool());
  expect(pool.records.notes).toHaveLength(2);
  expect(versionsOfPool(pool, null, 1_000)).toMatchObject([second]);
  const few = poolBuilder(1_000_000, 3);
  expect([second, first].map((one) => few.add(one))).toEqual([true, false]);
});

test("a file whose versions name what isn't there, one thing twice, or too much, is none", () => {
  const pool = poolOf([first]);
  const withNotes = (notes: number[]) => ({
    ...pool,
    versions: pool.versions.map((one) => ({ ...one, notes })),
  });
  expect(versionsOfPool(withNotes([0, 2]), null, 1_000)).toBeNull();
  expect(versionsOfPool(withNotes([0, 0]), null, 1_000)).toBeNull();
  expect(versionsOfPool(withNotes([0]), null, 1_000)).toHaveLength(1);
  expect(versionsOfPool(pool, null, 1)).toBeNull();
});
