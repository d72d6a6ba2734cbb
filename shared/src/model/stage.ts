import * as v from "valibot";
import { ActorIdSchema, PictureIdSchema, ProgrammeIdSchema } from "./ids.ts";
import { contentLimits } from "./limits.ts";
import { FreeSheetIdSchema, SheetIdSchema } from "./sheet.ts";
import { VersionIdSchema } from "./version-id.ts";

const instant = v.pipe(v.number(), v.finite());
const extent = v.pipe(v.number(), v.finite(), v.gtValue(0));
const title = v.pipe(v.string(), v.trim(), v.maxLength(contentLimits.stepTitle));
export const StepIdSchema = v.pipe(v.string(), v.regex(/^[0-9]\.[0-9]{1,2}$/), v.brand("StepId"));
export type StepId = v.InferOutput<typeof StepIdSchema>;

/** One step of the workshop's plan. The facilitator may rename it, change its minutes or skip it. */
export const PlannedStepSchema = v.object({
  id: StepIdSchema,
  /** null = the method's own title, from the reader's catalogue. */
  title: v.nullable(title),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)),
  skipped: v.boolean(),
});
export type PlannedStep = v.InferOutput<typeof PlannedStepSchema>;

/** One clock for all: a running timer is the server's deadline; clients show it with their measured offset. */
export const TimerSchema = v.variant("state", [
  v.object({ state: v.literal("idle") }),
  v.object({ state: v.literal("running"), deadline: instant }),
  v.object({ state: v.literal("paused"), remainingMs: instant }),
]);
export type Timer = v.InferOutput<typeof TimerSchema>;

/** The facilitator's call "everyone here": `serial` tells a new call from one already obeyed. Centre in the sheet's own units. */
export const SummonsSchema = v.object({
  serial: v.pipe(v.number(), v.integer()),
  sheet: SheetIdSchema,
  centre: v.nullable(v.object({ x: instant, y: instant })),
  zoom: v.nullable(v.pipe(v.number(), v.minValue(0.01), v.maxValue(20))),
  /** How much of the sheet the caller sees, in its own units: the big screen shows all of that. Calls from before have none. */
  seen: v.optional(v.nullable(v.object({ width: extent, height: extent }))),
});
export type Summons = v.InferOutput<typeof SummonsSchema>;

export const AreaPictureSchema = v.object({
  id: PictureIdSchema,
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type AreaPicture = v.InferOutput<typeof AreaPictureSchema>;

export const SheetTitleSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(contentLimits.sheetTitle),
);
export const FreeSheetSchema = v.object({ id: FreeSheetIdSchema, title: SheetTitleSchema });
export type FreeSheet = v.InferOutput<typeof FreeSheetSchema>;
/** In the order of their tabs. Workshops from before free sheets have none. */
export const FreeSheetsSchema = v.optional(
  v.pipe(v.array(FreeSheetSchema), v.maxLength(contentLimits.freeSheets)),
  [],
);

/**
 * An older version of the board was brought back: `serial` tells a new time from one that was told already. `before`: the version that
 * takes it back.
 */
export const RestoredSchema = v.object({
  serial: v.pipe(v.number(), v.integer()),
  before: VersionIdSchema,
});
export type Restored = v.InferOutput<typeof RestoredSchema>;

export const templates = ["round-1", "round-2", "round-3", "wrap-up", "seminar", "free"] as const;
export const TemplateSchema = v.picklist(templates);
export type Template = v.InferOutput<typeof TemplateSchema>;

export const locales = ["da", "en"] as const;
export const LocaleSchema = v.picklist(locales);
export type Locale = v.InferOutput<typeof LocaleSchema>;

/** What the workshop is doing right now. Only the server writes it, by applying stage commands. */
export const StageSchema = v.object({
  title: v.pipe(v.string(), v.maxLength(contentLimits.workshopTitle)),
  area: v.pipe(v.string(), v.maxLength(contentLimits.area)),
  template: TemplateSchema,
  locale: LocaleSchema,
  programmeId: ProgrammeIdSchema,
  steps: v.pipe(v.array(PlannedStepSchema), v.maxLength(60)),
  currentStep: StepIdSchema,
  timer: TimerSchema,
  locked: v.boolean(),
  summons: v.nullable(SummonsSchema),
  /** `private`: cards stay on each device. `reveals` counts the times the facilitator has sent everyone's drafts. */
  writing: v.object({ mode: v.picklist(["open", "private"]), reveals: v.pipe(v.number(), v.integer()) }),
  /** One actor at a time, large for everybody; null when off. */
  focus: v.nullable(ActorIdSchema),
  picture: v.nullable(AreaPictureSchema),
  freeSheets: FreeSheetsSchema,
  /** The last time; workshops in which that never happened have none. */
  restored: v.optional(v.nullable(RestoredSchema)),
});
export type Stage = v.InferOutput<typeof StageSchema>;
