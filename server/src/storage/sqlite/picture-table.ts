import type { DatabaseSync } from "node:sqlite";
import {
  type PictureId,
  PictureIdSchema,
  type WorkshopId,
  WorkshopIdSchema,
} from "@faelleskort/shared/model/ids.ts";
import * as v from "valibot";
import { type Picture, type PictureRoom, StoreRefused } from "../../workshops/ports.ts";
import { checksumOf } from "./checksum.ts";

const PictureRow = v.object({
  id: PictureIdSchema,
  workshopId: WorkshopIdSchema,
  type: v.picklist(["image/png", "image/jpeg", "image/webp"]),
  width: v.number(),
  height: v.number(),
  checksum: v.number(),
  bytes: v.instance(Uint8Array),
});

const PictureTotals = v.object({ pictures: v.number(), bytes: v.number() });

export interface PictureTable {
  put(picture: Picture, most?: PictureRoom): void;
  read(workshopId: WorkshopId, id: PictureId): Picture | null;
}

export function pictureTable(database: DatabaseSync): PictureTable {
  const selectId = database.prepare("SELECT id FROM picture WHERE id = ?");
  const insertPicture = database.prepare(`
    INSERT INTO picture (id, workshop_id, type, width, height, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const selectPicture = database.prepare(`
    SELECT id, workshop_id AS workshopId, type, width, height, checksum, bytes FROM picture WHERE id = ? AND workshop_id = ?`);

  const selectTotals = database.prepare(`
    SELECT count(*) AS pictures, coalesce(sum(length(bytes)), 0) AS bytes FROM picture WHERE workshop_id = ?`);

  return {
    put({ id, workshopId, type, width, height, bytes }, most) {
      if (selectId.get(id) !== undefined) throw new StoreRefused("exists", `picture ${id} exists already`);
      if (most !== undefined) {
        const there = v.parse(PictureTotals, selectTotals.get(workshopId));
        if (there.pictures + 1 > most.pictures || there.bytes + bytes.length > most.bytes)
          throw new StoreRefused("too-many-pictures", `workshop ${workshopId} has no room for picture ${id}`);
      }
      insertPicture.run(id, workshopId, type, width, height, checksumOf(0, bytes), bytes);
    },
    read(workshopId, id) {
      const row = v.parse(v.optional(PictureRow), selectPicture.get(id, workshopId));
      if (row === undefined) return null;
      const { checksum, ...picture } = row;
      if (checksumOf(0, picture.bytes) !== checksum)
        throw new StoreRefused("damaged", `picture ${id} is damaged`);
      return picture;
    },
  };
}
