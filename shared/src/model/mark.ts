import * as v from "valibot";
import { AuthorSchema } from "./author.ts";
import { UnitPointSchema } from "./geometry.ts";
import { MarkIdSchema } from "./ids.ts";

/** A green heart (resource) or a red star (challenge) on the area map. */
export const markKinds = ["resource", "challenge"] as const;
export const MarkKindSchema = v.picklist(markKinds);
export type MarkKind = v.InferOutput<typeof MarkKindSchema>;

export const MarkSchema = v.object({
  id: MarkIdSchema,
  kind: MarkKindSchema,
  title: v.string(),
  text: v.string(),
  /** Fractions of the area picture's width and height. */
  position: UnitPointSchema,
  author: AuthorSchema,
  createdAt: v.pipe(v.number(), v.finite()),
  deleted: v.boolean(),
});
export type Mark = v.InferOutput<typeof MarkSchema>;
export const markTextFields = ["title", "text"] as const;
export type MarkTextField = (typeof markTextFields)[number];
