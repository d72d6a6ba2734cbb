import type { DatabaseSync } from "node:sqlite";
import { type WorkshopId, WorkshopIdSchema } from "@faelleskort/shared/model/ids.ts";
import { StepIdSchema } from "@faelleskort/shared/model/stage.ts";
import { VersionCountsSchema, VersionKindSchema } from "@faelleskort/shared/model/version.ts";
import { type VersionId, VersionIdSchema } from "@faelleskort/shared/model/version-id.ts";
import * as v from "valibot";
import { DigestSchema } from "../../config/digest.ts";
import { StoreRefused } from "../../workshops/ports.ts";
import type { StoredVersion } from "../../workshops/version-store.ts";
import { checksumOf } from "./checksum.ts";

const VersionRow = v.object({
  id: VersionIdSchema,
  workshopId: WorkshopIdSchema,
  kind: VersionKindSchema,
  name: v.nullable(v.string()),
  step: StepIdSchema,
  createdAt: v.number(),
  by: v.string(),
  counts: v.pipe(v.string(), v.parseJson(), VersionCountsSchema),
  digest: DigestSchema,
  size: v.number(),
});
const columns = `id, workshop_id AS workshopId, kind, name, step, created_at AS createdAt, asked_by AS "by", counts, digest, size`;
const ContentRow = v.object({ checksum: v.number(), bytes: v.instance(Uint8Array) });

export interface VersionTable {
  add(version: StoredVersion, content: Uint8Array, drop: readonly VersionId[]): void;
  list(workshopId: WorkshopId): readonly StoredVersion[];
  read(workshopId: WorkshopId, id: VersionId): { version: StoredVersion; content: Uint8Array } | null;
}

/** Versions, and their contents, of which each is kept once. Transactions are the caller's. */
export function versionTable(database: DatabaseSync): VersionTable {
  const selectOne = database.prepare(`SELECT ${columns} FROM version WHERE id = ?`);
  const selectOfWorkshop = database.prepare(
    `SELECT ${columns} FROM version WHERE workshop_id = ? ORDER BY number`,
  );
  const insertVersion = database.prepare(`
    INSERT INTO version (id, workshop_id, kind, name, step, created_at, asked_by, counts, digest, size)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const deleteVersion = database.prepare("DELETE FROM version WHERE workshop_id = ? AND id = ?");
  const insertContent = database.prepare(`
    INSERT INTO version_content (workshop_id, digest, checksum, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const deleteOrphans = database.prepare(`
    DELETE FROM version_content WHERE workshop_id = ?
      AND NOT EXISTS (SELECT 1 FROM version
        WHERE version.workshop_id = version_content.workshop_id AND version.digest = version_content.digest)`);
  const selectContent = database.prepare(
    "SELECT checksum, bytes FROM version_content WHERE workshop_id = ? AND digest = ?",
  );

  return {
    add(version, content, drop) {
      const { id, workshopId, kind, name, step, createdAt, by, counts, digest, size } = version;
      if (selectOne.get(id) !== undefined) throw new StoreRefused("exists", `version ${id} exists already`);
      insertContent.run(workshopId, digest, checksumOf(0, content), content);
      insertVersion.run(
        id,
        workshopId,
        kind,
        name,
        step,
        createdAt,
        by,
        JSON.stringify(counts),
        digest,
        size,
      );
      if (drop.length === 0) return;
      for (const dropped of drop) deleteVersion.run(workshopId, dropped);
      deleteOrphans.run(workshopId);
    },
    list: (workshopId) => v.parse(v.array(VersionRow), selectOfWorkshop.all(workshopId)),
    read(workshopId, id) {
      const version = v.parse(v.optional(VersionRow), selectOne.get(id));
      if (version === undefined || version.workshopId !== workshopId) return null;
      const { checksum, bytes } = v.parse(ContentRow, selectContent.get(workshopId, version.digest));
      if (checksumOf(0, bytes) !== checksum) throw new StoreRefused("damaged", `version ${id} is damaged`);
      return { version, content: bytes };
    },
  };
}
