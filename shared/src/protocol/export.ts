import * as v from "valibot";
import type { Change } from "../commands/change.ts";
import { type BoardSnapshot, byAge } from "../model/board.ts";
import { type PictureId, PictureIdSchema } from "../model/ids.ts";
import { contentLimits } from "../model/limits.ts";
import { FreeSheetsSchema, PlannedStepSchema, StageSchema } from "../model/stage.ts";
import { fileRecords } from "./file-records.ts";
import { VersionPoolSchema } from "./version-pool.ts";

const limit = contentLimits;
const hasUniqueIds = (records: readonly { id: string }[]): boolean =>
  new Set(records.map(({ id }) => id)).size === records.length;

const fileEntries = {
  type: v.picklist(["image/png", "image/jpeg", "image/webp"]),
  base64: v.pipe(v.string(), v.base64()),
};

const { title, area, template, locale, currentStep, locked, writing } = StageSchema.entries;

/**
 * A workshop as a file: what `export.json` and `backup` give and the import takes. In an export deleted things are left out; a backup
 * has them, and `course` and `versions`.
 */
export const WorkshopExportSchema = v.strictObject({
  format: v.literal("faelleskort"),
  version: v.literal(1),
  /** ISO 8601, UTC. */
  exportedAt: v.string(),
  workshop: v.strictObject({
    title,
    area,
    template,
    locale,
    steps: v.pipe(v.array(PlannedStepSchema), v.minLength(1), v.maxLength(60)),
    freeSheets: v.pipe(
      FreeSheetsSchema,
      v.check((sheets) => hasUniqueIds(sheets)),
    ),
  }),
  /** How far the meeting was. */
  course: v.optional(v.strictObject({ currentStep, locked, writing })),
  board: v.pipe(
    v.strictObject({
      actors: v.pipe(v.array(fileRecords.actors), v.maxLength(limit.records)),
      marks: v.pipe(v.array(fileRecords.marks), v.maxLength(limit.records)),
      notes: v.pipe(v.array(fileRecords.notes), v.maxLength(limit.records)),
      /** Files from before there were free sheets have none. */
      elements: v.optional(v.pipe(v.array(fileRecords.elements), v.maxLength(limit.elements)), []),
    }),
    v.check(({ actors, marks, notes, elements }) => [actors, marks, notes, elements].every(hasUniqueIds)),
  ),
  /** The area picture's own bytes. */
  picture: v.nullable(v.strictObject(fileEntries)),
  /** The pictures that elements show. Their names hold in this file only. */
  pictures: v.optional(
    v.pipe(
      v.array(v.strictObject({ id: PictureIdSchema, ...fileEntries })),
      v.maxLength(limit.pictures),
      v.check((pictures) => hasUniqueIds(pictures)),
    ),
    [],
  ),
  /** How the board was; none when nothing was kept. */
  versions: v.optional(VersionPoolSchema),
});
export type WorkshopExport = v.InferOutput<typeof WorkshopExportSchema>;

/** Whether deleted records come along. */
export type ExportScope = "living" | "all";

/** The board's records, oldest first. A merge into a deleted card is kept as it is: the views repair it alike. */
export function exportBoard(snapshot: BoardSnapshot, scope: ExportScope = "living"): WorkshopExport["board"] {
  const chosen = <T extends { deleted: boolean; createdAt: number; id: string }>(records: Iterable<T>): T[] =>
    [...records].filter(({ deleted }) => scope === "all" || !deleted).sort(byAge);
  return {
    actors: chosen(snapshot.actorsById.values()),
    marks: chosen(snapshot.marksById.values()),
    notes: chosen(snapshot.notesById.values()),
    elements: chosen(snapshot.elementsById.values()),
  };
}

/** The changes that put an exported board into an empty one. */
export function importChanges(board: WorkshopExport["board"]): Change[] {
  return [
    ...board.actors.map((actor): Change => ({ kind: "create-actor", actor })),
    ...board.marks.map((mark): Change => ({ kind: "create-mark", mark })),
    ...board.notes.map((note): Change => ({ kind: "create-note", note })),
    ...board.elements.map((element): Change => ({ kind: "create-element", element })),
  ];
}

/** The pictures that elements show, each once, in the order of the elements. */
export function picturesOf({ elements }: Pick<WorkshopExport["board"], "elements">): PictureId[] {
  return [...new Set(elements.flatMap((element) => (element.kind === "picture" ? [element.picture] : [])))];
}

/** The board with other names for its pictures; what `names` doesn't have stays as it is. */
export function withPicturesNamed(
  board: WorkshopExport["board"],
  names: ReadonlyMap<PictureId, PictureId>,
): WorkshopExport["board"] {
  const elements = board.elements.map((element) =>
    element.kind === "picture"
      ? { ...element, picture: names.get(element.picture) ?? element.picture }
      : element,
  );
  return { ...board, elements };
}
