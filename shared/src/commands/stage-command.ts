import * as v from "valibot";
import { ActorIdSchema, InviteIdSchema } from "../model/ids.ts";
import { contentLimits } from "../model/limits.ts";
import { RoleSchema } from "../model/roles.ts";
import { FreeSheetIdSchema } from "../model/sheet.ts";
import { AreaPictureSchema, SheetTitleSchema, StepIdSchema, SummonsSchema } from "../model/stage.ts";

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600));

/** What the facilitator does to the workshop's course. Parsed, authorised and applied by the server only. */
export const StageCommandSchema = v.variant("type", [
  v.strictObject({ type: v.literal("step.next") }),
  v.strictObject({ type: v.literal("step.previous") }),
  v.strictObject({ type: v.literal("step.go"), step: StepIdSchema }),
  v.strictObject({ type: v.literal("step.skip"), step: StepIdSchema, skipped: v.boolean() }),
  v.strictObject({ type: v.literal("step.set-minutes"), step: StepIdSchema, minutes }),
  v.strictObject({
    type: v.literal("step.rename"),
    step: StepIdSchema,
    title: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(contentLimits.stepTitle))),
  }),
  /** Start with the step's own minutes, or go on after a pause. */
  v.strictObject({ type: v.literal("timer.start") }),
  v.strictObject({ type: v.literal("timer.pause") }),
  v.strictObject({
    type: v.literal("timer.add"),
    minutes: v.pipe(v.number(), v.integer(), v.minValue(-60), v.maxValue(60)),
  }),
  v.strictObject({ type: v.literal("timer.reset") }),
  /** "Everyone here": brings all to this sheet and view once; each may move away again. */
  v.strictObject({
    type: v.literal("summon"),
    sheet: SummonsSchema.entries.sheet,
    centre: SummonsSchema.entries.centre,
    zoom: SummonsSchema.entries.zoom,
    seen: SummonsSchema.entries.seen,
  }),
  v.strictObject({ type: v.literal("board.lock"), locked: v.boolean() }),
  v.strictObject({ type: v.literal("writing.private") }),
  v.strictObject({ type: v.literal("writing.reveal") }),
  /** One at a time: the actor everybody looks at; null ends it. */
  v.strictObject({ type: v.literal("focus.set"), actor: v.nullable(ActorIdSchema) }),
  v.strictObject({
    type: v.literal("workshop.rename"),
    title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(contentLimits.workshopTitle)),
    area: v.pipe(v.string(), v.trim(), v.maxLength(contentLimits.area)),
  }),
  v.strictObject({ type: v.literal("picture.remove") }),
  /** A new free sheet, or one that was removed, with what lay on it. `index`: its place among the free sheets; last, when left out. */
  v.strictObject({
    type: v.literal("sheet.add"),
    id: FreeSheetIdSchema,
    title: SheetTitleSchema,
    index: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.strictObject({ type: v.literal("sheet.rename"), id: FreeSheetIdSchema, title: SheetTitleSchema }),
  /** Takes it out of everybody's sight. What lies on it stays in the board. */
  v.strictObject({ type: v.literal("sheet.remove"), id: FreeSheetIdSchema }),
]);
export type StageCommand = v.InferOutput<typeof StageCommandSchema>;

/** Commands that change who can come in; they touch the store, not the stage. */
export const InviteCommandSchema = v.variant("type", [
  v.strictObject({ type: v.literal("invite.revoke"), invite: InviteIdSchema }),
  /** Revokes the role's current invites and makes a new one. */
  v.strictObject({ type: v.literal("invite.renew"), role: RoleSchema }),
]);
export type InviteCommand = v.InferOutput<typeof InviteCommandSchema>;

/** Set by the upload route once a picture is checked and stored; never taken from a client. */
export const PictureSetSchema = v.strictObject({
  type: v.literal("picture.set"),
  picture: AreaPictureSchema,
});
export type ServerStageCommand = v.InferOutput<typeof PictureSetSchema>;

export const WorkshopCommandSchema = v.variant("type", [
  ...StageCommandSchema.options,
  ...InviteCommandSchema.options,
]);
export type WorkshopCommand = v.InferOutput<typeof WorkshopCommandSchema>;
