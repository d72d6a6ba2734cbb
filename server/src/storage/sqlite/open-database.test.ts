import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrations } from "./migrations.ts";
import { assertDurable, migrate, openDatabase } from "./open-database.ts";

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "faelleskort-database-"));
  file = join(directory, "test.sqlite");
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const read = (database: DatabaseSync, pragma: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];

test("SAVE-5 every opening, also of a file that exists, syncs each commit (WAL with synchronous=FULL)", () => {
  for (const opening of ["made", "reopened", "reopened again"]) {
    const database = openDatabase(file);
    expect([opening, read(database, "journal_mode"), read(database, "synchronous")]).toEqual([
      opening,
      "wal",
      2,
    ]);
    expect(read(database, "foreign_keys")).toBe(1);
    expect(read(database, "busy_timeout")).toBe(5_000);
    expect(read(database, "user_version")).toBe(migrations.length);
    database.close();
  }
});

test.each([
  ["synchronous = NORMAL", "the database refuses synchronous=2 (it says 1)"],
  ["foreign_keys = OFF", "the database refuses foreign_keys=1 (it says 0)"],
  ["journal_mode = DELETE", "the database refuses journal_mode=wal (it says delete)"],
])("a connection with %s isn't taken for durable", (setting, problem) => {
  const database = openDatabase(file);
  database.exec(`PRAGMA ${setting}`);
  expect(() => assertDurable(database)).toThrow(problem);
  database.close();
});

test("a store that can't promise durability (in memory) isn't opened", () => {
  expect(() => openDatabase(":memory:")).toThrow("the database refuses journal_mode=wal (it says memory)");
});

test("all tables are strict", () => {
  const database = openDatabase(file);
  const tables = database.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").all();
  const loose = tables.filter(
    (table) => table["strict"] === 0 && !String(table["name"]).startsWith("sqlite_"),
  );
  expect(loose).toEqual([]);
  expect(tables.length).toBeGreaterThan(8);
  database.close();
});

test("migrations run once each, in order, and those added later run on an older file", () => {
  const database = new DatabaseSync(file);
  const steps = ["CREATE TABLE a (x)", "ALTER TABLE a RENAME TO b", "INSERT INTO b VALUES (1)"];
  migrate(database, steps.slice(0, 1));
  migrate(database, steps);
  migrate(database, steps);
  expect(database.prepare("SELECT x FROM b").all()).toHaveLength(1);
  expect(read(database, "user_version")).toBe(3);
  database.close();
});

test("a migration that fails leaves the file as it was", () => {
  const database = new DatabaseSync(file);
  expect(() => migrate(database, ["CREATE TABLE a (x)", "nonsense"])).toThrow("nonsense");
  expect(read(database, "user_version")).toBe(0);
  expect(database.prepare("SELECT count(*) AS count FROM sqlite_schema").get()).toEqual({ count: 0 });
  database.close();
});

test("a file of a newer version is left alone", () => {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
  database.close();
  expect(() => openDatabase(file)).toThrow("the data was written by a newer version");
});
