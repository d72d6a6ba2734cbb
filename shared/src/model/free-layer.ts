import * as v from "valibot";
import { ElementIdSchema, GroupIdSchema } from "./ids.ts";
import { contentLimits } from "./limits.ts";

/** Where something stands from back to front; ties go by age, then id. */
export const LayerSchema = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-contentLimits.coordinate),
  v.maxValue(contentLimits.coordinate),
);

/**
 * What everything on a free sheet has, notes and elements alike. Boards from before free sheets lack it, so each has the value
 * that a reader assumes.
 */
export const freeEntries = {
  layer: v.optional(LayerSchema, 0),
  /** Things of one group are selected together. */
  group: v.optional(v.nullable(GroupIdSchema), null),
  /** The frame that carries it. May name one that is deleted or isn't there. */
  frame: v.optional(v.nullable(ElementIdSchema), null),
  /** Only the facilitator may change it, and this. */
  locked: v.optional(v.boolean(), false),
};

/** The values of something new. */
export const freeDefaults = { layer: 0, group: null, frame: null, locked: false } as const;
