import * as v from "valibot";
import { ParticipantIdSchema } from "./ids.ts";
import { contentLimits } from "./limits.ts";

/** Who wrote something: the label a person chose ("Anne, Biblioteket" or just "Biblioteket"), and their id in the workshop. */
export const AuthorSchema = v.object({
  label: v.pipe(v.string(), v.maxLength(contentLimits.authorLabel)),
  participantId: v.nullable(ParticipantIdSchema),
});
export type Author = v.InferOutput<typeof AuthorSchema>;

/** The label shown on cards: name and organisation, either may be missing. */
export function authorLabel(name: string | undefined, organisation: string | undefined): string {
  const label = [name?.trim(), organisation?.trim()].filter((part) => part).join(", ");
  return label.slice(0, contentLimits.authorLabel);
}
