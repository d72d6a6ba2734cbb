import { type BoardSnapshot, byAge } from "../model/board.ts";
import type { Element, FreeRef } from "../model/element.ts";
import type { Note } from "../model/note.ts";
import type { SheetId } from "../model/sheet.ts";

/** Something on a free sheet, and how it is named. */
export type FreeThing =
  | { readonly ref: FreeRef & { record: "note" }; readonly record: Note }
  | { readonly ref: FreeRef & { record: "element" }; readonly record: Element };

/** From back to front: by layer, ties by age, then id, so that every replica draws alike. */
export function byLayer(a: Note | Element, b: Note | Element): number {
  return a.layer - b.layer || byAge(a, b);
}

/** What is on a free sheet and not deleted, from back to front. */
export function thingsOn(snapshot: BoardSnapshot, sheet: SheetId): FreeThing[] {
  const things: FreeThing[] = [];
  for (const note of snapshot.notesById.values()) {
    if (!note.deleted && note.sheet === sheet)
      things.push({ ref: { record: "note", id: note.id }, record: note });
  }
  for (const element of snapshot.elementsById.values()) {
    if (!element.deleted && element.sheet === sheet)
      things.push({ ref: { record: "element", id: element.id }, record: element });
  }
  return things.sort((a, b) => byLayer(a.record, b.record));
}

/** The note or element a reference names, unless it is deleted or not there. */
export function livingThing(snapshot: BoardSnapshot, ref: FreeRef): Note | Element | undefined {
  const record = ref.record === "note" ? snapshot.notesById.get(ref.id) : snapshot.elementsById.get(ref.id);
  return record?.deleted === false ? record : undefined;
}
