import type { Actor } from "./actor.ts";
import type { Element } from "./element.ts";
import type { ActorId, ElementId, MarkId, NoteId } from "./ids.ts";
import type { Mark } from "./mark.ts";
import type { Note } from "./note.ts";

/** Everything on a board at one moment, as immutable plain objects. An unchanged record keeps its identity between snapshots. */
export interface BoardSnapshot {
  readonly actorsById: ReadonlyMap<ActorId, Actor>;
  readonly marksById: ReadonlyMap<MarkId, Mark>;
  readonly notesById: ReadonlyMap<NoteId, Note>;
  readonly elementsById: ReadonlyMap<ElementId, Element>;
}

export const emptyBoard: BoardSnapshot = {
  actorsById: new Map(),
  marksById: new Map(),
  notesById: new Map(),
  elementsById: new Map(),
};

/** Oldest first; ids settle ties, so that every replica has the same order. */
export function byAge(a: { createdAt: number; id: string }, b: { createdAt: number; id: string }): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
