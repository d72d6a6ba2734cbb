import * as v from "valibot";
import { AuthorSchema } from "./author.ts";
import { BoardPointSchema } from "./geometry.ts";
import { NoteIdSchema } from "./ids.ts";
import { SheetIdSchema } from "./sheet.ts";

/** A loose sticky note on a sheet: something that is neither an actor nor a place. */
export const NoteSchema = v.object({
  id: NoteIdSchema,
  sheet: SheetIdSchema,
  text: v.string(),
  position: BoardPointSchema,
  author: AuthorSchema,
  createdAt: v.pipe(v.number(), v.finite()),
  deleted: v.boolean(),
});
export type Note = v.InferOutput<typeof NoteSchema>;
