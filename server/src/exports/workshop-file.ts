import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { exportBoard, type ExportScope, type WorkshopExport } from "@faelleskort/shared/protocol/export.ts";
import type * as Y from "yjs";
import type { Picture } from "../workshops/ports.ts";

/**
 * A workshop as the file that the import takes.
 * @param now ms since 1970
 * @param scope `all` for a backup: what was deleted, and how far the meeting was, too
 */
export function workshopFile(
  stage: Stage,
  board: Y.Doc,
  picture: Pick<Picture, "type" | "bytes"> | null,
  now: number,
  scope: ExportScope,
): WorkshopExport {
  const { title, area, template, locale, steps, currentStep, locked, writing } = stage;
  return {
    format: "faelleskort",
    version: 1,
    exportedAt: new Date(now).toISOString(),
    workshop: { title, area, template, locale, steps },
    ...(scope === "all" ? { course: { currentStep, locked, writing } } : {}),
    board: exportBoard(readBoard(board), scope),
    picture: picture && { type: picture.type, base64: Buffer.from(picture.bytes).toString("base64") },
  };
}

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
