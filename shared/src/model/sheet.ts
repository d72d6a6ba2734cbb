import * as v from "valibot";

/** The sheets of Round 1: the wall of actor cards, the priority model, the area map. */
export const sheetIds = ["wall", "priority", "map"] as const;
export const MethodSheetIdSchema = v.picklist(sheetIds);
export type MethodSheetId = v.InferOutput<typeof MethodSheetIdSchema>;

/** A free sheet: as many as the facilitator adds (`stage.freeSheets`). */
export const FreeSheetIdSchema = v.pipe(
  v.string(),
  v.regex(/^free-[A-Za-z0-9_-]{6,40}$/),
  v.brand("FreeSheetId"),
);
export type FreeSheetId = v.InferOutput<typeof FreeSheetIdSchema>;

export const SheetIdSchema = v.union([MethodSheetIdSchema, FreeSheetIdSchema]);
export type SheetId = v.InferOutput<typeof SheetIdSchema>;

/** Parses, throwing on a malformed id: for ids the program itself made. */
export const freeSheetId = (text: string): FreeSheetId => v.parse(FreeSheetIdSchema, text);

/** Whether a sheet is one of the method's own: to narrow before a switch over them. */
export const isMethodSheet = (id: SheetId): id is MethodSheetId => v.is(MethodSheetIdSchema, id);
