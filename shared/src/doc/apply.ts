import * as Y from "yjs";
import type { Change, TextTarget } from "../commands/change.ts";
import { absentValue, actorRecord, elementRecord, markRecord, noteRecord } from "./records.ts";
import { type BoardRoot, type RecordMap, recordsOf } from "./keys.ts";

const rootOf: Readonly<Record<TextTarget["record"], BoardRoot>> = {
  actor: "actors",
  mark: "marks",
  note: "notes",
  element: "elements",
};

/**
 * Writes changes into a board document in one transaction with the given origin (what undo and the provider tell local
 * from remote by). Changes to records that are not there, and records that already are, are passed over.
 */
export function applyChanges(doc: Y.Doc, changes: readonly Change[], origin: unknown): void {
  if (changes.length === 0) return;
  doc.transact(() => {
    for (const change of changes) applyChange(doc, change);
  }, origin);
}

function applyChange(doc: Y.Doc, change: Change): void {
  switch (change.kind) {
    case "create-actor":
      return create(doc, "actors", change.actor.id, () => actorRecord(change.actor));
    case "create-mark":
      return create(doc, "marks", change.mark.id, () => markRecord(change.mark));
    case "create-note":
      return create(doc, "notes", change.note.id, () => noteRecord(change.note));
    case "create-element":
      return create(doc, "elements", change.element.id, () => elementRecord(change.element));
    case "patch-actor":
      return patch(doc, "actors", change.id, change.patch);
    case "patch-mark":
      return patch(doc, "marks", change.id, change.patch);
    case "patch-note":
      return patch(doc, "notes", change.id, change.patch);
    case "patch-element":
      return patch(doc, "elements", change.id, change.patch);
    case "splice-text": {
      const record = recordsOf(doc, rootOf[change.target.record]).get(change.target.id);
      const text = record instanceof Y.Map ? record.get(change.target.field) : undefined;
      if (!(text instanceof Y.Text)) return;
      const index = Math.min(change.index, text.length);
      const remove = Math.min(change.remove, text.length - index);
      if (remove > 0) text.delete(index, remove);
      if (change.insert !== "") text.insert(index, change.insert);
      return;
    }
  }
}

function create(doc: Y.Doc, root: BoardRoot, id: string, make: () => RecordMap): void {
  const records = recordsOf(doc, root);
  if (!records.has(id)) records.set(id, make());
}

function patch(doc: Y.Doc, root: BoardRoot, id: string, values: Readonly<Record<string, unknown>>): void {
  const record = recordsOf(doc, root).get(id);
  if (!(record instanceof Y.Map)) return;
  for (const [key, value] of Object.entries(values)) {
    if (!isSame(record.get(key) ?? absentValue(root, key), value)) record.set(key, value);
  }
}

/** Writing what is already there would grow the document for nothing. Values are small plain JSON. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
