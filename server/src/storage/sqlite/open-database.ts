import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { beginNewLife } from "./backup-copy.ts";
import { migrations } from "./migrations.ts";

/** How long to wait for another process (a backup, a shell) that holds the file's lock, in ms. */
const busyTimeout = 5_000;
/** After a burst the write-ahead log shrinks back to this many bytes. */
const walSizeLimit = 64 * 1024 * 1024;

const NumberRow = v.pipe(
  v.record(v.string(), v.union([v.number(), v.string()])),
  v.transform((row) => Object.values(row)[0]),
);

function pragma(database: DatabaseSync, name: string): number | string | undefined {
  return v.parse(NumberRow, database.prepare(`PRAGMA ${name}`).get());
}

/**
 * Opens the file, made when missing, with every setting our promise of durability rests on, and brings its tables up to date.
 * Throws SQLite's own error, or an `Error` with a readable sentence when the file is of a newer version or a setting didn't take.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true });
  try {
    database.exec("PRAGMA journal_mode = WAL");
    // Settings of the connection, not of the file: without them a reopened WAL file may run with NORMAL, which doesn't sync commits.
    database.exec("PRAGMA synchronous = FULL");
    // On macOS fsync alone doesn't reach the disk; elsewhere these two do nothing.
    database.exec("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
    database.exec(`PRAGMA journal_size_limit = ${walSizeLimit}`);
    assertDurable(database);
    migrate(database, migrations);
    beginNewLife(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Throws unless commits of this connection are synced to disk and references are checked. */
export function assertDurable(database: DatabaseSync): void {
  const expected = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, busy_timeout: busyTimeout };
  for (const [name, wanted] of Object.entries(expected)) {
    const found = pragma(database, name);
    if (found !== wanted)
      throw new Error(`the database refuses ${name}=${wanted} (it says ${String(found)})`);
  }
}

/** Runs the steps the file hasn't been through, all or none. */
export function migrate(database: DatabaseSync, steps: readonly string[]): void {
  const version = Number(pragma(database, "user_version"));
  if (version > steps.length) {
    throw new Error(
      `the data was written by a newer version of Fælleskort (${version}, this one knows ${steps.length})`,
    );
  }
  if (version === steps.length) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
