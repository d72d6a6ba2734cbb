import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { type ElementId, elementId } from "@faelleskort/shared/model/ids.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import type { AreaPicture } from "@faelleskort/shared/model/stage.ts";
import { thingsOn } from "@faelleskort/shared/views/free-sheet.ts";
import { contains, type Point, rectAround } from "../../canvas/geometry/rect.ts";

/** Longest side of a picture that comes in, world units: three notes. */
const longest = 540;

/** A stored picture as something on a free sheet, its middle at a point; a frame that is there carries it. */
export function putPicture(
  board: BoardSnapshot,
  sheet: FreeSheetId,
  { id: picture, width, height }: AreaPicture,
  at: Point,
  id: string,
): BoardCommand {
  const scale = Math.min(1, longest / Math.max(width, height));
  const area = rectAround(at, Math.round(width * scale), Math.round(height * scale));
  const box = { ...area, x: Math.round(area.x), y: Math.round(area.y) };
  const element = { kind: "picture", id: elementId(id), sheet, text: "", box, picture } as const;
  return { type: "element.add", element: { ...element, frame: frameAt(board, sheet, at) } };
}

function frameAt(board: BoardSnapshot, sheet: FreeSheetId, at: Point): ElementId | null {
  const frames = thingsOn(board, sheet).flatMap(({ record }) =>
    "kind" in record && record.kind === "frame" && contains(record.box, at) ? [record.id] : [],
  );
  return frames.at(-1) ?? null;
}
