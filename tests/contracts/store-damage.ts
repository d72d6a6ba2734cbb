import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { databaseFileName } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import type { DocumentKind } from "@faelleskort/server/workshops/ports.ts";
import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";

/** Runs a statement on the store's file behind its back; throws when it changes no row. */
export function tamper(directory: string, sql: string, ...values: string[]): void {
  const database = new DatabaseSync(join(directory, databaseFileName), { timeout: 5_000 });
  try {
    if (database.prepare(sql).run(...values).changes === 0) throw new Error(`nothing to tamper with: ${sql}`);
  } finally {
    database.close();
  }
}

/** Cuts the document's newest update short by a byte. It must have come lately: not be sorted into the journal yet. */
export function damageNewestUpdate(directory: string, workshop: WorkshopId, kind: DocumentKind): void {
  tamper(
    directory,
    `UPDATE arrival SET data = substr(data, 1, length(data) - 1) WHERE (document_id, seq) =
      (SELECT document_id, max(seq) FROM arrival JOIN document ON document.id = document_id WHERE workshop_id = ? AND kind = ?)`,
    workshop,
    kind,
  );
}

/** As if a later version of the program had written the file. */
export function setVersion(directory: string, version: number): void {
  const database = new DatabaseSync(join(directory, databaseFileName));
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
}
