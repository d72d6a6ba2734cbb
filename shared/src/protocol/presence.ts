import * as v from "valibot";
import { priorityFields } from "../method/fields.ts";
import { actorTextFields } from "../model/actor.ts";
import {
  ActorIdSchema,
  ElementIdSchema,
  MarkIdSchema,
  NoteIdSchema,
  ParticipantIdSchema,
} from "../model/ids.ts";
import { contentLimits } from "../model/limits.ts";
import { RoleSchema } from "../model/roles.ts";
import { SheetIdSchema } from "../model/sheet.ts";
import { markTextFields } from "../model/mark.ts";

const position = v.object({ x: v.pipe(v.number(), v.finite()), y: v.pipe(v.number(), v.finite()) });
const extent = v.pipe(v.number(), v.finite(), v.gtValue(0));
const item = v.variant("record", [
  v.object({ record: v.literal("actor"), id: ActorIdSchema, ...position.entries }),
  v.object({ record: v.literal("mark"), id: MarkIdSchema, ...position.entries }),
  v.object({ record: v.literal("note"), id: NoteIdSchema, ...position.entries }),
  v.object({ record: v.literal("element"), id: ElementIdSchema, ...position.entries }),
]);

export const reactionKinds = ["like", "heart", "question", "speak"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/**
 * One person's awareness state, as it travels. Positions are in the sheet's own world units. Movement lives here and never
 * in the document: the drop is the edit.
 */
export const PresenceSchema = v.object({
  participantId: ParticipantIdSchema,
  role: RoleSchema,
  label: v.pipe(v.string(), v.maxLength(contentLimits.authorLabel)),
  /** Index into the client's palette of people's colours. */
  color: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(63)),
  device: v.picklist(["board", "phone", "projector"]),
  sheet: v.nullable(SheetIdSchema),
  cursor: v.nullable(position),
  /** The part of the sheet this person has in view: its middle, px per unit, and its size. So that others can follow them. */
  view: v.optional(
    v.nullable(
      v.object({
        ...position.entries,
        zoom: v.pipe(v.number(), v.minValue(0.01), v.maxValue(20)),
        width: v.optional(extent),
        height: v.optional(extent),
      }),
    ),
  ),
  /** The cursor is a light that this person points with. */
  laser: v.optional(v.boolean()),
  /** What this person says without words, where on the sheet; the serial tells one from the next. Gone after a few seconds. */
  reaction: v.optional(
    v.nullable(
      v.object({
        kind: v.picklist(reactionKinds),
        at: position,
        serial: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
      }),
    ),
  ),
  /** The field of the priority model whose pile this person has spread out. */
  fanned: v.optional(v.nullable(v.picklist(priorityFields))),
  /** What this person is dragging, at its present place; at most 60 items travel. */
  drag: v.pipe(v.array(item), v.maxLength(60)),
  /** The text this person has open. */
  editing: v.nullable(
    v.variant("record", [
      v.object({ record: v.literal("actor"), id: ActorIdSchema, field: v.picklist(actorTextFields) }),
      v.object({ record: v.literal("mark"), id: MarkIdSchema, field: v.picklist(markTextFields) }),
      v.object({ record: v.literal("note"), id: NoteIdSchema, field: v.literal("text") }),
      v.object({ record: v.literal("element"), id: ElementIdSchema, field: v.literal("text") }),
    ]),
  ),
  /** Cards written privately on this device and not sent yet. */
  drafts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
});
export type Presence = v.InferOutput<typeof PresenceSchema>;
export type DraggedItem = Presence["drag"][number];

/** The awareness id under which a room tells how many listen in it. No client has it: theirs are random. */
export const listenersId = 0;

/**
 * What a large room tells of those who only look on: how many they are. Telling a thousand of each other one by one would be a
 * million messages.
 */
export const ListenersSchema = v.object({ listeners: v.pipe(v.number(), v.integer(), v.minValue(0)) });
