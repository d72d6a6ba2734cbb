import { pictureId } from "@faelleskort/shared/model/ids.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import {
  type ExportScope,
  type WorkshopExport,
  withPicturesNamed,
} from "@faelleskort/shared/protocol/export.ts";
import type { VersionPool } from "@faelleskort/shared/protocol/version-pool.ts";
import type { Picture } from "../workshops/ports.ts";

/** What of a workshop goes into a file. */
export interface WorkshopParts {
  readonly stage: Stage;
  readonly board: WorkshopExport["board"];
  readonly picture: FilePicture | null;
  /** Those that elements show; null for one that isn't there. */
  readonly pictures: readonly ((FilePicture & Pick<Picture, "id">) | null)[];
  /** null: there are none, or they don't go along. */
  readonly versions: VersionPool | null;
}
type FilePicture = Pick<Picture, "type" | "bytes">;

/**
 * A workshop as the file that the import takes. Pictures are called by their order, so that what was read in again gives the same file.
 * @param now ms since 1970
 * @param scope `all` for a backup: what was deleted, and how far the meeting was, too
 */
export function workshopFile(
  { stage, board, picture, pictures, versions }: WorkshopParts,
  now: number,
  scope: ExportScope,
): WorkshopExport {
  const { title, area, template, locale, steps, freeSheets, currentStep, locked, writing } = stage;
  const names = new Map(
    pictures
      .filter((one) => one !== null)
      .map(({ id }, index) => [id, pictureId(`picture-${String(index + 1).padStart(4, "0")}`)]),
  );
  return {
    format: "faelleskort",
    version: 1,
    exportedAt: new Date(now).toISOString(),
    workshop: { title, area, template, locale, steps, freeSheets },
    ...(scope === "all" ? { course: { currentStep, locked, writing } } : {}),
    board: withPicturesNamed(board, names),
    picture: picture && inFile(picture),
    pictures: pictures.flatMap((one) =>
      one === null ? [] : [{ id: names.get(one.id) ?? one.id, ...inFile(one) }],
    ),
    ...(versions === null
      ? {}
      : { versions: { ...versions, records: withPicturesNamed(versions.records, names) } }),
  };
}

const inFile = ({ type, bytes }: FilePicture) => ({ type, base64: Buffer.from(bytes).toString("base64") });

const letters: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa" };

/** A name for a downloaded file, of letters that every system and header takes. */
export function fileName(title: string, extension: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[æøå]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${plain === "" ? "kortlaegning" : plain}.${extension}`;
}
