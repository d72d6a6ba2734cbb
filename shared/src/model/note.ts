import * as v from "valibot";
import { AuthorSchema } from "./author.ts";
import { PaletteColourSchema } from "./colour.ts";
import { freeDefaults, freeEntries } from "./free-layer.ts";
import { BoardPointSchema } from "./geometry.ts";
import { NoteIdSchema } from "./ids.ts";
import { SheetIdSchema } from "./sheet.ts";

/** A loose sticky note on a sheet: something that is neither an actor nor a place. */
export const NoteSchema = v.object({
  id: NoteIdSchema,
  sheet: SheetIdSchema,
  text: v.string(),
  /** On a free sheet, its upper left corner. */
  position: BoardPointSchema,
  colour: v.optional(PaletteColourSchema, "yellow"),
  ...freeEntries,
  author: AuthorSchema,
  createdAt: v.pipe(v.number(), v.finite()),
  deleted: v.boolean(),
});
export type Note = v.InferOutput<typeof NoteSchema>;

/** What a note is like that nobody has coloured, ordered or locked. */
export const noteDefaults = { colour: "yellow", ...freeDefaults } as const;
