import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardPoint } from "@faelleskort/shared/model/geometry.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { byAge } from "@faelleskort/shared/model/board.ts";
import type { Note } from "@faelleskort/shared/model/note.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { type Point, rectAround } from "../canvas/geometry/rect.ts";
import { type NoteItem, keyOfRef } from "../canvas/scene/item.ts";
import { type NoteLayout, stickyNote } from "../canvas/scene/note-layout.ts";
import type { Draft, Moved, SheetInput } from "../canvas/scene/sheet.ts";

/** The sticky notes of one sheet, undermost first. Any sheet can have some. */
export function noteItems(
  sheet: SheetId,
  { snapshot }: SheetInput,
  layoutOf: (note: Note) => NoteLayout,
): NoteItem[] {
  const notes = [...snapshot.notesById.values()].filter((note) => note.sheet === sheet && !note.deleted);
  notes.sort((a, b) => a.position.z - b.position.z || byAge(a, b));
  return notes.map((note) => {
    const ref = { record: "note", id: note.id } as const;
    const layout = layoutOf(note);
    const { x, y } = note.position;
    const rect = { x, y, width: layout.width, height: layout.height };
    return { kind: "note", key: keyOfRef(ref), ref, rect, note, layout };
  });
}

/** Keeps a point within what the model allows. */
export function boardPoint({ x, y }: Point, z: number): BoardPoint {
  const clamp = (value: number) =>
    Math.round(Math.min(contentLimits.coordinate, Math.max(-contentLimits.coordinate, value)) * 10) / 10;
  return { x: clamp(x), y: clamp(y), z };
}

/** Moves the notes among what was dragged; `topZ` is above everything. */
export function dropNotes(moved: readonly Moved[], topZ: number): BoardCommand[] {
  const moves = moved.flatMap(({ item, to }, index) =>
    item.kind === "note" ? [{ id: item.note.id, to: boardPoint(to, topZ + index) }] : [],
  );
  return moves.length > 0 ? [{ type: "note.move", moves }] : [];
}

export function nudgeNotes(notes: readonly NoteItem[], direction: Point, step: number): BoardCommand[] {
  const moves = notes.map(({ note }) => ({
    id: note.id,
    to: boardPoint(
      { x: note.position.x + direction.x * step, y: note.position.y + direction.y * step },
      note.position.z,
    ),
  }));
  return moves.length > 0 ? [{ type: "note.move", moves }] : [];
}

/** A note being written with its middle at a point. */
export function noteDraft(sheet: SheetId, at: Point, topZ: number): Draft {
  const rect = rectAround(at, stickyNote.width, stickyNote.height);
  return {
    rect,
    look: "note",
    maxLength: contentLimits.note,
    promptId: "canvas.prompt-note",
    paint: () => {},
    commands: (text, newId) => [
      { type: "note.add", id: noteId(newId()), sheet, text, position: boardPoint(rect, topZ) },
    ],
  };
}
