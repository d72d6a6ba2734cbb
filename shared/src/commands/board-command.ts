import * as v from "valibot";
import { ActorCategorySchema, ActorSchema, actorTextFields } from "../model/actor.ts";
import { PaletteColourSchema } from "../model/colour.ts";
import { ElementChangesSchema, FreeRefSchema, NewElementSchema } from "../model/element.ts";
import { BoardPointSchema, CoordinateSchema, UnitPointSchema } from "../model/geometry.ts";
import { ActorIdSchema, ElementIdSchema, GroupIdSchema, MarkIdSchema, NoteIdSchema } from "../model/ids.ts";
import { MarkKindSchema, markTextFields } from "../model/mark.ts";
import { priorityFields } from "../method/fields.ts";
import { contentLimits } from "../model/limits.ts";
import { SheetIdSchema } from "../model/sheet.ts";

const name = v.string();

export const RecordRefSchema = v.variant("record", [
  v.object({ record: v.literal("actor"), id: ActorIdSchema }),
  v.object({ record: v.literal("mark"), id: MarkIdSchema }),
  v.object({ record: v.literal("note"), id: NoteIdSchema }),
  v.object({ record: v.literal("element"), id: ElementIdSchema }),
]);
export type RecordRef = v.InferOutput<typeof RecordRefSchema>;

export const TextTargetSchema = v.variant("record", [
  v.object({ record: v.literal("actor"), id: ActorIdSchema, field: v.picklist(actorTextFields) }),
  v.object({ record: v.literal("mark"), id: MarkIdSchema, field: v.picklist(markTextFields) }),
  v.object({ record: v.literal("note"), id: NoteIdSchema, field: v.literal("text") }),
  v.object({ record: v.literal("element"), id: ElementIdSchema, field: v.literal("text") }),
]);

const freeRefs = v.pipe(v.array(FreeRefSchema), v.maxLength(contentLimits.freeBatch));

/** Everything a person can do to a board. Gestures, forms, the list view and the keyboard all end in one of these. */
export const BoardCommandSchema = v.variant("type", [
  /** Write an actor card. Without `wall` it waits for a seat on the wall. A copied card brings its answers along. */
  v.strictObject({
    type: v.literal("actor.write"),
    id: ActorIdSchema,
    name,
    category: v.optional(v.nullable(ActorCategorySchema), null),
    wall: v.optional(v.nullable(BoardPointSchema), null),
    answers: v.optional(ActorSchema.entries.answers),
    onWhoCard: v.optional(v.boolean()),
  }),
  v.strictObject({
    type: v.literal("actor.set-category"),
    id: ActorIdSchema,
    category: v.nullable(ActorCategorySchema),
  }),
  /** Stick the card to a "Hvem er de?" card, or take it off again. */
  v.strictObject({ type: v.literal("actor.stick"), id: ActorIdSchema, onWhoCard: v.boolean() }),
  v.strictObject({
    type: v.literal("actor.move"),
    moves: v.array(v.object({ id: ActorIdSchema, to: BoardPointSchema })),
  }),
  v.strictObject({
    type: v.literal("actor.place"),
    moves: v.array(v.object({ id: ActorIdSchema, to: UnitPointSchema })),
  }),
  /** Place in a field without pointing: the next free seat in its circle. */
  v.strictObject({
    type: v.literal("actor.place-in-field"),
    id: ActorIdSchema,
    field: v.picklist(priorityFields),
  }),
  v.strictObject({ type: v.literal("actor.unplace"), ids: v.array(ActorIdSchema) }),
  /** Make equal cards one: all authors stay. */
  v.strictObject({ type: v.literal("actor.merge"), ids: v.array(ActorIdSchema), into: ActorIdSchema }),
  /** Take a merged card apart again, or one card out of it. */
  v.strictObject({ type: v.literal("actor.split"), id: ActorIdSchema }),
  v.strictObject({
    type: v.literal("mark.add"),
    id: MarkIdSchema,
    kind: MarkKindSchema,
    title: v.string(),
    text: v.optional(v.string(), ""),
    position: UnitPointSchema,
  }),
  v.strictObject({
    type: v.literal("mark.move"),
    moves: v.array(v.object({ id: MarkIdSchema, to: UnitPointSchema })),
  }),
  v.strictObject({ type: v.literal("mark.set-kind"), id: MarkIdSchema, kind: MarkKindSchema }),
  v.strictObject({
    type: v.literal("note.add"),
    id: NoteIdSchema,
    sheet: SheetIdSchema,
    text: v.string(),
    position: BoardPointSchema,
    colour: v.optional(PaletteColourSchema),
    group: v.optional(v.nullable(GroupIdSchema)),
    frame: v.optional(v.nullable(ElementIdSchema)),
  }),
  v.strictObject({
    type: v.literal("note.move"),
    moves: v.array(v.object({ id: NoteIdSchema, to: BoardPointSchema })),
  }),
  /** Onto a free sheet: on top of all, a frame beneath all. Notes come by `note.add`. */
  v.strictObject({ type: v.literal("element.add"), element: NewElementSchema }),
  /** Keys that its kind doesn't have are passed over. */
  v.strictObject({ type: v.literal("element.change"), id: ElementIdSchema, changes: ElementChangesSchema }),
  /**
   * Notes and elements together. `to`: the upper left corner; of a connector, that of the box around its ends (only its free ends
   * move). `frame`: what carries it from now on; left out, nothing changes about that.
   */
  v.strictObject({
    type: v.literal("free.move"),
    moves: v.pipe(
      v.array(
        v.object({
          ref: FreeRefSchema,
          to: v.object({ x: CoordinateSchema, y: CoordinateSchema }),
          frame: v.optional(v.nullable(ElementIdSchema)),
        }),
      ),
      v.maxLength(contentLimits.freeBatch),
    ),
  }),
  /** In front of or behind all others of its sheet; among themselves they stay as they are. */
  v.strictObject({ type: v.literal("free.arrange"), refs: freeRefs, to: v.picklist(["front", "back"]) }),
  v.strictObject({ type: v.literal("free.group"), refs: freeRefs, group: v.nullable(GroupIdSchema) }),
  /** The facilitator's alone. */
  v.strictObject({ type: v.literal("free.lock"), refs: freeRefs, locked: v.boolean() }),
  /** What has no colour (a picture) is passed over. */
  v.strictObject({ type: v.literal("free.recolour"), refs: freeRefs, colour: PaletteColourSchema }),
  /** The text as it stands after a keystroke; only the difference is written. */
  v.strictObject({ type: v.literal("text.edit"), target: TextTargetSchema, text: v.string() }),
  v.strictObject({ type: v.literal("records.delete"), records: v.array(RecordRefSchema) }),
  v.strictObject({ type: v.literal("records.restore"), records: v.array(RecordRefSchema) }),
]);
export type BoardCommand = v.InferOutput<typeof BoardCommandSchema>;

/** Why a board command was turned down; each code has a sentence in the client's catalogue under `rejections.*`. */
export type BoardRejection =
  | "gone"
  | "empty"
  | "too-long"
  | "board-full"
  | "id-taken"
  | "nothing-to-merge"
  | "not-merged"
  /** All of it is locked by the facilitator. */
  | "record-locked"
  | "facilitator-only";
