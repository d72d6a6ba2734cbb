import type * as Y from "yjs";
import { changeableKeys } from "../model/element.ts";

/**
 * The shape of a board document. This folder is the only place that knows it.
 *
 *   actors: Map<ActorId, Map{ name, activities, partners, contribution: Text; category, author, createdAt, onWhoCard,
 *                             wall, placement, mergedInto, deleted }>
 *   marks:  Map<MarkId,  Map{ title, text: Text; kind, position, author, createdAt, deleted }>
 *   notes:  Map<NoteId,  Map{ text: Text; sheet, position, author, createdAt, deleted, colour, layer, group, frame, locked }>
 *   elements: Map<ElementId, Map{ text: Text; kind, sheet, author, createdAt, deleted, layer, group, frame, locked; and of
 *                                 box, colour, size, form, fill, pen, points, picture, from, to, heads, bend what its kind has }>
 *
 * Texts are made together with their record: made on first use, two people starting at once would lose one's letters.
 * A position is one key holding {x, y}: two keys cost a thousand times as much and can tear apart.
 * Records are never removed from their map, only marked deleted, so that whatever others did to them meanwhile stays.
 */
export const boardRoots = ["actors", "marks", "notes", "elements"] as const;
export type BoardRoot = (typeof boardRoots)[number];

/** Holds true while only the facilitator may change the record, or this key itself. */
export const lockKey = "locked";
/** Of these each kind of element has some (`changeableKeys`). */
export const elementKeys = [...new Set(Object.values(changeableKeys).flat())];
const freeKeys = ["layer", "group", "frame", lockKey] as const;

/** The keys of one record: those that hold a text, and those that hold a plain value. The server takes no others. */
export const recordKeys: Readonly<
  Record<BoardRoot, { readonly texts: readonly string[]; readonly values: readonly string[] }>
> = {
  actors: {
    texts: ["name", "activities", "partners", "contribution"],
    values: ["category", "author", "createdAt", "onWhoCard", "wall", "placement", "mergedInto", "deleted"],
  },
  marks: { texts: ["title", "text"], values: ["kind", "position", "author", "createdAt", "deleted"] },
  notes: {
    texts: ["text"],
    values: ["sheet", "position", "author", "createdAt", "deleted", "colour", ...freeKeys],
  },
  elements: {
    texts: ["text"],
    values: ["kind", "sheet", "author", "createdAt", "deleted", ...elementKeys, ...freeKeys],
  },
};

/** The stage document: one map holding one plain JSON value per key of `Stage`. */
export const stageRoot = "stage";

export type RecordMap = Y.Map<unknown>;
export const recordsOf = (doc: Y.Doc, root: BoardRoot): Y.Map<RecordMap> => doc.getMap<RecordMap>(root);
