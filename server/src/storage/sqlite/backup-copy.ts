import { backup, DatabaseSync } from "node:sqlite";
import * as v from "valibot";

/**
 * In the header of a copy that was made as a backup ("fkbu"). Whoever opens such a copy to work with it goes back in time, and says so:
 * see `beginNewLife`.
 */
const backupMark = 0x66_6b_62_75;

/** More pages than any file has: all in one go, so that what is written meanwhile doesn't make it start over. */
const allPages = 0x7f_ff_ff_ff;

const MarkRow = v.object({ application_id: v.number() });
const CheckRow = v.object({ integrity_check: v.string() });

const isMarked = (database: DatabaseSync): boolean =>
  v.parse(MarkRow, database.prepare("PRAGMA application_id").get()).application_id === backupMark;

/**
 * Copies the store's file as it is now, also while a server writes to it: everything that was committed before is in the copy, which
 * is one sound file by itself. Throws SQLite's error; then there may be a useless `target`.
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, target, { rate: allPages });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(target);
  try {
    // Without a log beside it, so that nobody can copy it without its newest pages.
    copy.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
    copy.exec(`PRAGMA application_id = ${backupMark}`);
    assertSound(copy);
  } finally {
    copy.close();
  }
}

/** Throws unless the file is a whole, undamaged copy made by `copyDatabase`. */
export function assertBackup(file: string): void {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    assertSound(copy);
    if (!isMarked(copy)) throw new Error("this is no backup, but a server's own file");
  } finally {
    copy.close();
  }
}

function assertSound(database: DatabaseSync): void {
  const { integrity_check: found } = v.parse(CheckRow, database.prepare("PRAGMA integrity_check").get());
  if (found !== "ok") throw new Error(`the copy is damaged: ${found}`);
}

/**
 * When the file is a backup that is now put to work: every workshop gets an epoch it never had. Pages that are newer than the backup
 * hold edits which build on what the backup lacks; by the epoch they are told apart, and start from what is here.
 *
 * The step is random, so that putting the same backup to work twice doesn't give the same epoch twice.
 */
export function beginNewLife(database: DatabaseSync): void {
  if (!isMarked(database)) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    database.exec("UPDATE workshop SET epoch = epoch + 1 + abs(random() % 100000)");
    database.exec("PRAGMA application_id = 0");
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
