import * as v from "valibot";
import { contentLimits } from "./limits.ts";
import { StepIdSchema } from "./stage.ts";
import { VersionIdSchema } from "./version-id.ts";

/** Most characters of the name a facilitator gives a version. */
export const versionNameLimit = 80;

/**
 * Why a version was kept. `step`: a step ended. `asked`: a facilitator wanted it. `before-restore`, `restored`: the board right before and
 * right after an older version was brought back.
 */
export const versionKinds = ["step", "asked", "before-restore", "restored"] as const;
export const VersionKindSchema = v.picklist(versionKinds);
export type VersionKind = v.InferOutput<typeof VersionKindSchema>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How many living things of each kind. Versions from before there were elements have none. */
export const VersionCountsSchema = v.object({
  actors: count,
  marks: count,
  notes: count,
  elements: v.optional(count, 0),
});
export type VersionCounts = v.InferOutput<typeof VersionCountsSchema>;

/** What the list tells of a version: the board as it was at one moment. */
export const VersionInfoSchema = v.object({
  id: VersionIdSchema,
  kind: VersionKindSchema,
  /** As the facilitator called it. */
  name: v.nullable(v.pipe(v.string(), v.maxLength(versionNameLimit))),
  /** The step that was under way; of a `step` version, the one that ended with it; of a `restored` one, that of the version brought back. */
  step: StepIdSchema,
  /** Milliseconds since 1970 by the server's clock. */
  createdAt: v.pipe(v.number(), v.finite()),
  /** Label of whoever asked for it; empty when it came by itself. */
  by: v.pipe(v.string(), v.maxLength(contentLimits.authorLabel)),
  counts: VersionCountsSchema,
});
export type VersionInfo = v.InferOutput<typeof VersionInfoSchema>;
