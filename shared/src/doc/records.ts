import * as v from "valibot";
import * as Y from "yjs";
import { type Actor, ActorSchema, actorTextFields } from "../model/actor.ts";
import { type Mark, MarkSchema, markTextFields } from "../model/mark.ts";
import { type Note, NoteSchema } from "../model/note.ts";
import type { RecordMap } from "./keys.ts";

/** A text as it reads; anything else under the key (a poisoned document) makes the record unreadable. */
const textAt = (map: RecordMap, key: string): string | undefined => {
  const value = map.get(key);
  return value instanceof Y.Text ? value.toJSON() : undefined;
};

/** The actor a record holds, or null when it doesn't fit: readers skip it, nobody crashes. */
export function readActor(id: string, map: unknown): Actor | null {
  if (!(map instanceof Y.Map)) return null;
  const record: RecordMap = map;
  const parsed = v.safeParse(ActorSchema, {
    id,
    name: textAt(record, "name"),
    answers: {
      activities: textAt(record, "activities"),
      partners: textAt(record, "partners"),
      contribution: textAt(record, "contribution"),
    },
    category: record.get("category") ?? null,
    author: record.get("author"),
    createdAt: record.get("createdAt"),
    onWhoCard: record.get("onWhoCard") ?? false,
    wall: record.get("wall") ?? null,
    placement: record.get("placement") ?? null,
    mergedInto: record.get("mergedInto") ?? null,
    deleted: record.get("deleted") ?? false,
  });
  return parsed.success ? parsed.output : null;
}

export function readMark(id: string, map: unknown): Mark | null {
  if (!(map instanceof Y.Map)) return null;
  const record: RecordMap = map;
  const parsed = v.safeParse(MarkSchema, {
    id,
    kind: record.get("kind"),
    title: textAt(record, "title"),
    text: textAt(record, "text"),
    position: record.get("position"),
    author: record.get("author"),
    createdAt: record.get("createdAt"),
    deleted: record.get("deleted") ?? false,
  });
  return parsed.success ? parsed.output : null;
}

export function readNote(id: string, map: unknown): Note | null {
  if (!(map instanceof Y.Map)) return null;
  const record: RecordMap = map;
  const parsed = v.safeParse(NoteSchema, {
    id,
    sheet: record.get("sheet"),
    text: textAt(record, "text"),
    position: record.get("position"),
    author: record.get("author"),
    createdAt: record.get("createdAt"),
    deleted: record.get("deleted") ?? false,
  });
  return parsed.success ? parsed.output : null;
}

/** Keys whose value is what a reader assumes anyway are left out: most cards have no category, placement or merge. */
function setUnlessDefault(map: RecordMap, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== false) map.set(key, value);
  }
}

export function actorRecord(actor: Actor): RecordMap {
  const map: RecordMap = new Y.Map();
  for (const field of actorTextFields) {
    map.set(field, new Y.Text(field === "name" ? actor.name : actor.answers[field]));
  }
  const { category, author, createdAt, onWhoCard, wall, placement, mergedInto, deleted } = actor;
  setUnlessDefault(map, { category, author, createdAt, onWhoCard, wall, placement, mergedInto, deleted });
  return map;
}

export function markRecord(mark: Mark): RecordMap {
  const map: RecordMap = new Y.Map();
  for (const field of markTextFields) map.set(field, new Y.Text(mark[field]));
  const { kind, position, author, createdAt, deleted } = mark;
  setUnlessDefault(map, { kind, position, author, createdAt, deleted });
  return map;
}

export function noteRecord(note: Note): RecordMap {
  const map: RecordMap = new Y.Map();
  map.set("text", new Y.Text(note.text));
  const { sheet, position, author, createdAt, deleted } = note;
  setUnlessDefault(map, { sheet, position, author, createdAt, deleted });
  return map;
}
