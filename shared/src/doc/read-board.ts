import * as v from "valibot";
import type * as Y from "yjs";
import type { Actor } from "../model/actor.ts";
import type { BoardSnapshot } from "../model/board.ts";
import type { Element } from "../model/element.ts";
import {
  type ActorId,
  ActorIdSchema,
  type ElementId,
  ElementIdSchema,
  type MarkId,
  MarkIdSchema,
  type NoteId,
  NoteIdSchema,
} from "../model/ids.ts";
import type { Mark } from "../model/mark.ts";
import type { Note } from "../model/note.ts";
import { boardRoots, type BoardRoot, recordsOf } from "./keys.ts";
import { readActor, readElement, readMark, readNote } from "./records.ts";

/** Which records changed since the last notice. */
export interface BoardDelta {
  readonly actors: ReadonlySet<ActorId>;
  readonly marks: ReadonlySet<MarkId>;
  readonly notes: ReadonlySet<NoteId>;
  readonly elements: ReadonlySet<ElementId>;
}

export type BoardListener = (snapshot: BoardSnapshot, delta: BoardDelta) => void;

/** Follows a board document and keeps its snapshot. Only changed records are read again; the rest keep their identity. */
export interface BoardReader {
  get(): BoardSnapshot;
  /** Called once after each transaction that changed something readable. Returns the way to stop. */
  subscribe(listener: BoardListener): () => void;
  close(): void;
}

/** The whole board, read once. */
export function readBoard(doc: Y.Doc): BoardSnapshot {
  const actorsById = new Map<ActorId, Actor>();
  const marksById = new Map<MarkId, Mark>();
  const notesById = new Map<NoteId, Note>();
  recordsOf(doc, "actors").forEach((map, id) => {
    const actor = readActor(id, map);
    if (actor) actorsById.set(actor.id, actor);
  });
  recordsOf(doc, "marks").forEach((map, id) => {
    const mark = readMark(id, map);
    if (mark) marksById.set(mark.id, mark);
  });
  recordsOf(doc, "notes").forEach((map, id) => {
    const note = readNote(id, map);
    if (note) notesById.set(note.id, note);
  });
  const elementsById = new Map<ElementId, Element>();
  recordsOf(doc, "elements").forEach((map, id) => {
    const element = readElement(id, map);
    if (element) elementsById.set(element.id, element);
  });
  return { actorsById, marksById, notesById, elementsById };
}

/** A copy of `before` with the touched records read again; `before` itself when there is nothing to read. */
function reread<Id extends string, T>(
  before: ReadonlyMap<Id, T>,
  touched: ReadonlySet<string>,
  read: (id: string) => (T & { id: Id }) | null,
  idSchema: v.GenericSchema<string, Id>,
): { records: ReadonlyMap<Id, T>; changed: Set<Id> } {
  const changed = new Set<Id>();
  if (touched.size === 0) return { records: before, changed };
  const records = new Map(before);
  for (const key of touched) {
    const record = read(key);
    if (record) {
      records.set(record.id, record);
      changed.add(record.id);
      continue;
    }
    const id = v.safeParse(idSchema, key);
    if (id.success && records.delete(id.output)) changed.add(id.output);
  }
  return { records, changed };
}

export function createBoardReader(doc: Y.Doc): BoardReader {
  let snapshot = readBoard(doc);
  const listeners = new Set<BoardListener>();
  const touched: Record<BoardRoot, Set<string>> = {
    actors: new Set(),
    marks: new Set(),
    notes: new Set(),
    elements: new Set(),
  };

  const observers = boardRoots.map((root) => {
    const records = recordsOf(doc, root);
    const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const event of events) {
        const [id] = event.path;
        if (typeof id === "string") touched[root].add(id);
        else for (const key of event.keys.keys()) touched[root].add(key);
      }
    };
    records.observeDeep(observe);
    return () => records.unobserveDeep(observe);
  });

  const flush = () => {
    if (boardRoots.every((root) => touched[root].size === 0)) return;
    const actors = reread(
      snapshot.actorsById,
      touched.actors,
      (id) => readActor(id, recordsOf(doc, "actors").get(id)),
      ActorIdSchema,
    );
    const marks = reread(
      snapshot.marksById,
      touched.marks,
      (id) => readMark(id, recordsOf(doc, "marks").get(id)),
      MarkIdSchema,
    );
    const notes = reread(
      snapshot.notesById,
      touched.notes,
      (id) => readNote(id, recordsOf(doc, "notes").get(id)),
      NoteIdSchema,
    );
    const elements = reread(
      snapshot.elementsById,
      touched.elements,
      (id) => readElement(id, recordsOf(doc, "elements").get(id)),
      ElementIdSchema,
    );
    for (const root of boardRoots) touched[root].clear();
    snapshot = {
      actorsById: actors.records,
      marksById: marks.records,
      notesById: notes.records,
      elementsById: elements.records,
    };
    const delta = {
      actors: actors.changed,
      marks: marks.changed,
      notes: notes.changed,
      elements: elements.changed,
    };
    for (const listener of listeners) listener(snapshot, delta);
  };
  doc.on("afterTransaction", flush);

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      doc.off("afterTransaction", flush);
      for (const stop of observers) stop();
      listeners.clear();
    },
  };
}
