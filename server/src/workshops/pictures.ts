import { type PictureId, pictureId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { AreaPicture } from "@faelleskort/shared/model/stage.ts";
import { readPictureHeader } from "../policies/picture-header.ts";
import { withoutMetadata } from "../policies/picture-metadata.ts";
import { type Picture, type PictureRoom, type Randomness, type Store, StoreRefused } from "./ports.ts";
import { randomId } from "./random-id.ts";

export interface PictureParts {
  readonly store: Store;
  readonly randomness: Randomness;
}
export type PictureFailure = "picture-unreadable" | "picture-too-many-pixels";
/** One that may be kept, without what its camera wrote beside it. */
export type CheckedPicture = Omit<Picture, "id" | "workshopId">;

/** The one check for every picture, whatever it is for and whoever brings it. */
export function checkPicture(bytes: Uint8Array): Result<CheckedPicture, PictureFailure> {
  const header = readPictureHeader(bytes);
  if (!header.ok) return header;
  const clean = withoutMetadata(bytes, header.value.type);
  return clean === null ? err("picture-unreadable") : ok({ ...header.value, bytes: clean });
}

/** Keeps a checked picture; nothing shows it yet. @throws `StoreRefused` `too-many-pictures` beyond `most` */
export async function storePicture(
  { store, randomness }: PictureParts,
  workshopId: WorkshopId,
  checked: CheckedPicture,
  most?: PictureRoom,
): Promise<AreaPicture> {
  const id: PictureId = pictureId(randomId(randomness));
  await store.putPicture({ ...checked, id, workshopId }, most);
  const { width, height } = checked;
  return { id, width, height };
}

/** Checks a picture and keeps it. */
export async function keepPicture(
  parts: PictureParts,
  workshopId: WorkshopId,
  bytes: Uint8Array,
  most?: PictureRoom,
): Promise<Result<AreaPicture, PictureFailure | "too-many-pictures">> {
  const checked = checkPicture(bytes);
  if (!checked.ok) return checked;
  try {
    return ok(await storePicture(parts, workshopId, checked.value, most));
  } catch (error) {
    if (error instanceof StoreRefused && error.code === "too-many-pictures") return err(error.code);
    throw error;
  }
}
