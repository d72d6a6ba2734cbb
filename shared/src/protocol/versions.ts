import * as v from "valibot";
import { ActorSchema } from "../model/actor.ts";
import { type BoardSnapshot, byAge } from "../model/board.ts";
import { ElementSchema } from "../model/element.ts";
import { MarkSchema } from "../model/mark.ts";
import { NoteSchema } from "../model/note.ts";
import { AreaPictureSchema, FreeSheetsSchema } from "../model/stage.ts";
import { type VersionCounts, VersionInfoSchema, versionNameLimit } from "../model/version.ts";
import { VersionIdSchema } from "../model/version-id.ts";

/** All records of a board, deleted ones too: a merge may run through one. Versions from before there were elements have none. */
export const VersionBoardSchema = v.object({
  actors: v.array(ActorSchema),
  marks: v.array(MarkSchema),
  notes: v.array(NoteSchema),
  elements: v.optional(v.array(ElementSchema), []),
});
export type VersionBoard = v.InferOutput<typeof VersionBoardSchema>;

/** What is kept of a version: the board, the area picture that its marks lie on, and which free sheets there were. */
export const VersionContentSchema = v.object({
  board: VersionBoardSchema,
  picture: v.nullable(AreaPictureSchema),
  freeSheets: FreeSheetsSchema,
});
export type VersionContent = v.InferOutput<typeof VersionContentSchema>;

/** The same board always gives the same records in the same order. */
export function versionBoard(board: BoardSnapshot): VersionBoard {
  const inOrder = <T extends { createdAt: number; id: string }>(records: Iterable<T>): T[] =>
    [...records].sort(byAge);
  return {
    actors: inOrder(board.actorsById.values()),
    marks: inOrder(board.marksById.values()),
    notes: inOrder(board.notesById.values()),
    elements: inOrder(board.elementsById.values()),
  };
}

export function snapshotOfVersion({ actors, marks, notes, elements }: VersionBoard): BoardSnapshot {
  const byId = <Id extends string, T extends { readonly id: Id }>(records: readonly T[]) =>
    new Map(records.map((record) => [record.id, record]));
  return {
    actorsById: byId(actors),
    marksById: byId(marks),
    notesById: byId(notes),
    elementsById: byId(elements),
  };
}

export function countsOf({ actors, marks, notes, elements }: VersionBoard): VersionCounts {
  const living = (records: readonly { deleted: boolean }[]) =>
    records.filter(({ deleted }) => !deleted).length;
  return {
    actors: living(actors),
    marks: living(marks),
    notes: living(notes),
    elements: living(elements),
  };
}

/** Newest first. */
export const VersionsSchema = v.object({ versions: v.array(VersionInfoSchema) });
export const VersionReadSchema = v.object({ version: VersionInfoSchema, ...VersionContentSchema.entries });
export type VersionRead = v.InferOutput<typeof VersionReadSchema>;

export const TakeVersionSchema = v.strictObject({
  name: v.optional(
    v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(versionNameLimit))),
    null,
  ),
});
export const VersionTakenSchema = v.object({ version: VersionInfoSchema });

/** `before`: the version that takes the restoring back. null: the board was like that already, and nothing was done. */
export const RestoredVersionSchema = v.object({ before: v.nullable(VersionIdSchema) });
