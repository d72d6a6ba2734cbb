import * as v from "valibot";
import * as Y from "yjs";
import { type Actor, ActorSchema, actorTextFields } from "../model/actor.ts";
import { type Element, ElementSchema } from "../model/element.ts";
import { type Mark, MarkSchema, markTextFields } from "../model/mark.ts";
import { type Note, NoteSchema } from "../model/note.ts";
import { type BoardRoot, elementKeys, lockKey, type RecordMap } from "./keys.ts";

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
    colour: record.get("colour") ?? absentValue("notes", "colour"),
    ...freePart("notes", record),
    author: record.get("author"),
    createdAt: record.get("createdAt"),
    deleted: record.get("deleted") ?? false,
  });
  return parsed.success ? parsed.output : null;
}

export function readElement(id: string, map: unknown): Element | null {
  if (!(map instanceof Y.Map)) return null;
  const record: RecordMap = map;
  const body = elementKeys.map((key) => [key, record.get(key)]);
  const parsed = v.safeParse(ElementSchema, {
    ...Object.fromEntries(body),
    id,
    kind: record.get("kind"),
    sheet: record.get("sheet"),
    text: textAt(record, "text"),
    fill: record.get("fill") ?? null,
    ...freePart("elements", record),
    author: record.get("author"),
    createdAt: record.get("createdAt"),
    deleted: record.get("deleted") ?? false,
  });
  return parsed.success ? parsed.output : null;
}

/** What every note and element has on a free sheet. */
function freePart(root: BoardRoot, record: RecordMap) {
  const value = (key: string): unknown => record.get(key) ?? absentValue(root, key);
  return { layer: value("layer"), group: value("group"), frame: value("frame"), locked: value(lockKey) };
}

/** What a reader assumes for a key that was never written. */
export function absentValue(root: BoardRoot, key: string): unknown {
  switch (key) {
    case "onWhoCard":
    case "deleted":
    case lockKey:
      return false;
    case "layer":
      return 0;
    case "colour":
      return root === "notes" ? "yellow" : null;
    default:
      return null;
  }
}

/** Keys whose value is what a reader assumes anyway are left out: most cards have no category, placement or merge. */
function setUnlessDefault(map: RecordMap, root: BoardRoot, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    if (value !== absentValue(root, key)) map.set(key, value);
  }
}

export function actorRecord(actor: Actor): RecordMap {
  const map: RecordMap = new Y.Map();
  for (const field of actorTextFields) {
    map.set(field, new Y.Text(field === "name" ? actor.name : actor.answers[field]));
  }
  const { category, author, createdAt, onWhoCard, wall, placement, mergedInto, deleted } = actor;
  setUnlessDefault(map, "actors", {
    category,
    author,
    createdAt,
    onWhoCard,
    wall,
    placement,
    mergedInto,
    deleted,
  });
  return map;
}

export function markRecord(mark: Mark): RecordMap {
  const map: RecordMap = new Y.Map();
  for (const field of markTextFields) map.set(field, new Y.Text(mark[field]));
  const { kind, position, author, createdAt, deleted } = mark;
  setUnlessDefault(map, "marks", { kind, position, author, createdAt, deleted });
  return map;
}

export function noteRecord(note: Note): RecordMap {
  const map: RecordMap = new Y.Map();
  map.set("text", new Y.Text(note.text));
  const { id: _id, text: _text, ...values } = note;
  setUnlessDefault(map, "notes", values);
  return map;
}

export function elementRecord(element: Element): RecordMap {
  const map: RecordMap = new Y.Map();
  const { id: _id, text, ...values } = element;
  map.set("text", new Y.Text(text));
  setUnlessDefault(map, "elements", values);
  return map;
}
