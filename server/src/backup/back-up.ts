import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { serverKeyFileName } from "../config/server-key.ts";
import { copyDatabase } from "../storage/sqlite/backup-copy.ts";
import { databaseFileName } from "../storage/sqlite/sqlite-store.ts";
import { copySynced, namesIn, syncFolder, syncToDisk } from "./files.ts";

/**
 * Copies everything a server keeps into a folder of its own, while that server runs: the database as it is at one instant, and the
 * key. Whatever was shown as saved before the call is in it.
 * @param target a folder that is empty or isn't there yet
 * @returns one line for the operator when it can't be done; a folder with the database under its name is a whole backup
 */
export async function backUp(dataDirectory: string, target: string): Promise<Result<void, string>> {
  try {
    if (!(await namesIn(dataDirectory)).includes(databaseFileName))
      return err(`there is no data in ${dataDirectory}: set DATA_DIR as for the server`);
    if ((await namesIn(target)).length > 0)
      return err(`${target} isn't empty: give each backup a folder of its own`);
    await mkdir(target, { recursive: true, mode: 0o700 });
    await copySynced(join(dataDirectory, serverKeyFileName), join(target, serverKeyFileName));
    // Under its own name only when it is whole.
    const file = join(target, databaseFileName);
    await copyDatabase(join(dataDirectory, databaseFileName), `${file}.part`);
    await syncToDisk(`${file}.part`);
    await rename(`${file}.part`, file);
    await syncFolder(target);
    return ok(undefined);
  } catch (error) {
    return err(`the backup failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
