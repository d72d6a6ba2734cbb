import * as v from "valibot";
import { AuthorSchema } from "./author.ts";
import { BoardPointSchema, UnitPointSchema } from "./geometry.ts";
import { ActorIdSchema } from "./ids.ts";

/** Kinds of resources (inspiration catalogue and prevention model; `method.md` section 4). */
export const actorCategories = ["institution", "association", "enthusiast", "place"] as const;
export const ActorCategorySchema = v.picklist(actorCategories);
export type ActorCategory = v.InferOutput<typeof ActorCategorySchema>;

/** The who-card's three questions: activities, whom they work with, what they can contribute. */
export const answerFields = ["activities", "partners", "contribution"] as const;
export const AnswerFieldSchema = v.picklist(answerFields);
export type AnswerField = v.InferOutput<typeof AnswerFieldSchema>;
export type Answers = Readonly<Record<AnswerField, string>>;

/** One actor card as written by one person. What a meeting sees as *one* actor may be several merged cards: `views/clusters.ts`. */
export const ActorSchema = v.object({
  id: ActorIdSchema,
  /** Texts carry no length here: two people typing at once can pass a limit, and the card must still show. Commands hold the limits. */
  name: v.string(),
  answers: v.object({ activities: v.string(), partners: v.string(), contribution: v.string() }),
  category: v.nullable(ActorCategorySchema),
  author: AuthorSchema,
  /** Milliseconds since 1970 by the writer's clock: orders cards, decides nothing. */
  createdAt: v.pipe(v.number(), v.finite()),
  /** Stuck to a "Hvem er de?" card. */
  onWhoCard: v.boolean(),
  /** Where it lies on the wall; null when it was sent from a phone and nobody has placed it. */
  wall: v.nullable(BoardPointSchema),
  /** Where it lies in the priority model; null while unplaced. The field 1–4 follows from it (`fieldOf`). */
  placement: v.nullable(UnitPointSchema),
  /** The card it was merged into; may be stale or part of a cycle after concurrent merges: read through `views/clusters.ts`. */
  mergedInto: v.nullable(ActorIdSchema),
  deleted: v.boolean(),
});
export type Actor = v.InferOutput<typeof ActorSchema>;

export const actorTextFields = ["name", ...answerFields] as const;
export type ActorTextField = (typeof actorTextFields)[number];
