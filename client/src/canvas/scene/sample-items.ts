import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import type { Point } from "../geometry/rect.ts";
import { keyOfRef, type NoteItem } from "./item.ts";
import { layoutNote } from "./note-layout.ts";
import { createTextSetter } from "./text-setter.ts";

/** A note for tests. */
export function noteItem(id: string, { x, y }: Point): NoteItem {
  const ref = { record: "note", id: noteId(id) } as const;
  const note = {
    id: ref.id,
    ...noteDefaults,
    sheet: "wall",
    text: id,
    position: { x, y, z: 0 },
    author: { label: "", participantId: null },
    createdAt: 0,
    deleted: false,
  } as const;
  const layout = layoutNote(
    note,
    createTextSetter((text, { size }) => text.length * size * 0.5),
  );
  return {
    kind: "note",
    key: keyOfRef(ref),
    ref,
    note,
    layout,
    rect: { x, y, width: layout.width, height: layout.height },
  };
}
