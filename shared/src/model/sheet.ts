import * as v from "valibot";

/** The sheets of Round 1: the wall of actor cards, the priority model, the area map. */
export const sheetIds = ["wall", "priority", "map"] as const;
export const SheetIdSchema = v.picklist(sheetIds);
export type SheetId = v.InferOutput<typeof SheetIdSchema>;
