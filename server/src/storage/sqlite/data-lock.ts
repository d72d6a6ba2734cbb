import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { failureOf } from "./failures.ts";

export const lockFileName = "server.lock";

/** How long to wait for a server that is just stopping, in ms. */
const patience = 3_000;

/**
 * Makes a data directory this process's own, so that two servers never work on one store: each would hold rooms that don't know of the
 * other's edits. The lock is the operating system's, held through an empty SQLite file, so it ends with the process, however that ends.
 * The file itself stays and means nothing. Programs that only read (the backup) don't ask for it.
 * @returns how to let go of it, or one line for the operator
 */
export function lockDataDirectory(directory: string, waitMs = patience): Result<{ release(): void }, string> {
  let lock: DatabaseSync | null = null;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(join(directory, lockFileName), { timeout: waitMs });
    lock.exec("BEGIN EXCLUSIVE");
    const held = lock;
    return ok({ release: () => held.close() });
  } catch (error) {
    lock?.close();
    const failure = failureOf(error);
    if (failure.type === "unavailable" && failure.code === "busy")
      return err(
        `another server works in ${directory}: stop that one first, or give this one a DATA_DIR of its own`,
      );
    return err(`the data directory ${directory} can't be used: ${failure.message}`);
  }
}
