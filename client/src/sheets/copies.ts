import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardPoint, UnitPoint } from "@faelleskort/shared/model/geometry.ts";
import { actorId, markId, noteId } from "@faelleskort/shared/model/ids.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Copy } from "../canvas/scene/copies.ts";
import { boardPoint } from "./notes.ts";

type ActorCopy = Extract<Copy, { kind: "actor" }>;

/** A copied actor as a new card, with all that was written on it. */
export function writeActor(copy: ActorCopy, id: string, wall: BoardPoint | null): BoardCommand {
  const { name, category, answers, onWhoCard } = copy;
  return { type: "actor.write", id: actorId(id), name, category, wall, answers, onWhoCard };
}

/** A copied note, or a mark where there is no map, as a note on a sheet. */
export function writeNote(copy: Copy, sheet: SheetId, id: string, z: number): BoardCommand {
  return { type: "note.add", id: noteId(id), sheet, text: textOf(copy), position: boardPoint(copy.rect, z) };
}

/** What a copy says as one text. */
export function textOf(copy: Copy): string {
  switch (copy.kind) {
    case "actor":
      return copy.name;
    case "mark":
      return [copy.title, copy.text]
        .filter((part) => part !== "")
        .join("\n")
        .slice(0, 2_000);
    case "note":
      return copy.text;
    case "element":
      return copy.element.text;
  }
}

/** A copied mark, or an actor brought to the map, as a mark at a spot of the picture. */
export function writeMark(
  copy: Extract<Copy, { kind: "actor" | "mark" }>,
  id: string,
  position: UnitPoint,
): BoardCommand {
  const written =
    copy.kind === "mark"
      ? { kind: copy.mark, title: copy.title, text: copy.text }
      : { kind: "resource" as const, title: copy.name, text: "" };
  return { type: "mark.add", id: markId(id), position, ...written };
}
