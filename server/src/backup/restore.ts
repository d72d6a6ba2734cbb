import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { serverKeyFileName } from "../config/server-key.ts";
import { assertBackup } from "../storage/sqlite/backup-copy.ts";
import { databaseFileName } from "../storage/sqlite/sqlite-store.ts";
import { copySynced, namesIn, syncFolder } from "./files.ts";

/**
 * Puts a backup in place for a server to start with. What else there is stays untouched: a folder with data in it is refused.
 * @returns one line for the operator when it can't be done
 */
export async function restore(source: string, dataDirectory: string): Promise<Result<void, string>> {
  try {
    const names = await namesIn(source);
    if (!names.includes(databaseFileName) || !names.includes(serverKeyFileName))
      return err(
        `${source} holds no whole backup: ${databaseFileName} and ${serverKeyFileName} belong together`,
      );
    const taken = (await namesIn(dataDirectory)).filter(
      (name) => name.startsWith(databaseFileName) || name === serverKeyFileName,
    );
    if (taken.length > 0)
      return err(
        `${dataDirectory} has data already (${taken.join(", ")}): stop the server and move that away first`,
      );
    const file = join(dataDirectory, databaseFileName);
    assertBackup(join(source, databaseFileName));
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    await copySynced(join(source, serverKeyFileName), join(dataDirectory, serverKeyFileName));
    await copySynced(join(source, databaseFileName), `${file}.part`);
    await rename(`${file}.part`, file);
    await syncFolder(dataDirectory);
    return ok(undefined);
  } catch (error) {
    return err(`the backup can't be put in place: ${error instanceof Error ? error.message : String(error)}`);
  }
}
