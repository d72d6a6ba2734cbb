import * as v from "valibot";

/** The projector is a view of an observer's, not a role. */
export const roles = ["facilitator", "participant", "observer"] as const;
export const RoleSchema = v.picklist(roles);
export type Role = v.InferOutput<typeof RoleSchema>;
