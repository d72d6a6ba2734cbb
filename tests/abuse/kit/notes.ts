import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import * as Y from "yjs";

const author = { label: "", participantId: null };

/** Writes notes, numbered from `first` on, in one transaction. */
export function writeNotes(doc: Y.Doc, first: number, count: number, text: string): void {
  doc.transact(() => {
    for (let index = first; index < first + count; index += 1) {
      const id = noteId(`note-${1_000_000 + index}`);
      const position = { x: index, y: 1.25, z: index };
      const note = {
        id,
        ...noteDefaults,
        sheet: "wall",
        text,
        position,
        author,
        createdAt: 1,
        deleted: false,
      } as const;
      recordsOf(doc, "notes").set(id, noteRecord(note));
    }
  });
}

/** What adding notes to a board is as one update. */
export function adding(doc: Y.Doc, count: number, text = ""): Uint8Array {
  const before = Y.encodeStateVector(doc);
  writeNotes(doc, 0, count, text);
  return Y.encodeStateAsUpdate(doc, before);
}
