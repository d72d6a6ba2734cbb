import * as v from "valibot";
import { InviteIdSchema, ParticipantIdSchema, ProgrammeIdSchema, WorkshopIdSchema } from "../model/ids.ts";
import { contentLimits } from "../model/limits.ts";
import { RoleSchema } from "../model/roles.ts";
import { AreaPictureSchema, LocaleSchema, TemplateSchema } from "../model/stage.ts";

/** Bodies of the HTTP API. Each schema is the runtime check, the static type and the API document's entry. */

export const CreateWorkshopSchema = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(contentLimits.workshopTitle)),
  template: TemplateSchema,
  area: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(contentLimits.area)), ""),
  locale: v.optional(LocaleSchema, "da"),
  programmeId: v.optional(ProgrammeIdSchema),
  /** Needed when the server has CREATE_KEY set and no programme is named. */
  createKey: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
export type CreateWorkshop = v.InferOutput<typeof CreateWorkshopSchema>;

/** An invitation as shown to those who may hand it on. `code` is for typing; facilitators come by link only. */
export const InviteSchema = v.object({
  id: InviteIdSchema,
  role: RoleSchema,
  secret: v.string(),
  url: v.string(),
  code: v.optional(v.string()),
});
export type Invite = v.InferOutput<typeof InviteSchema>;

export const WorkshopCreatedSchema = v.object({
  workshopId: WorkshopIdSchema,
  programmeId: ProgrammeIdSchema,
  invites: v.object({ facilitator: InviteSchema, participant: InviteSchema, observer: InviteSchema }),
});
export type WorkshopCreated = v.InferOutput<typeof WorkshopCreatedSchema>;

const inviteText = v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(100));

export const PreviewSchema = v.strictObject({ invite: inviteText });

/** Who I am in a workshop. `serverTime` is ms since 1970; a board copy of another `epoch` must be thrown away. */
export const MeSchema = v.object({
  workshopId: WorkshopIdSchema,
  programmeId: ProgrammeIdSchema,
  participantId: ParticipantIdSchema,
  role: RoleSchema,
  label: v.string(),
  epoch: v.number(),
  serverTime: v.number(),
});
export type Me = v.InferOutput<typeof MeSchema>;

/** What somebody may know before joining: whether they are in the right place, and whether this browser is in there already. */
export const PreviewedSchema = v.object({
  workshopId: WorkshopIdSchema,
  title: v.string(),
  area: v.string(),
  locale: LocaleSchema,
  role: RoleSchema,
  me: v.nullable(MeSchema),
});
export type Previewed = v.InferOutput<typeof PreviewedSchema>;

export const JoinSchema = v.strictObject({
  invite: inviteText,
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(contentLimits.personName))),
  organisation: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(contentLimits.organisation))),
});
export type Join = v.InferOutput<typeof JoinSchema>;

export const JoinedSchema = v.object({
  workshopId: WorkshopIdSchema,
  participantId: ParticipantIdSchema,
  role: RoleSchema,
});
export type Joined = v.InferOutput<typeof JoinedSchema>;

export const InvitesSchema = v.object({ invites: v.array(InviteSchema) });
export const TimeSchema = v.object({ now: v.number() });
export const PictureStoredSchema = v.object({ picture: AreaPictureSchema });
export const CommandDoneSchema = v.object({
  done: v.literal(true),
  invites: v.optional(v.array(InviteSchema)),
});
export const ImportedSchema = v.object({
  actors: v.number(),
  marks: v.number(),
  notes: v.number(),
  elements: v.optional(v.number(), 0),
});

/** RFC 9457. `code` is one of `problemCodes`; `detail` is the sentence in the reader's language. */
export const ProblemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  code: v.string(),
  /** For invalid input: which fields, and what is wrong with them. */
  issues: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  /** For the operator: why the server can't store. */
  reason: v.optional(v.string()),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;

/** Largest request bodies in bytes. */
export const bodyLimits = {
  command: 64 * 1024,
  picture: 12 * 1024 * 1024,
  /** The area picture and all pictures of free sheets (`pictureLimits`) in base64, a full board, its versions (`versionLimits`). */
  import: 64 * 1024 * 1024,
} as const;
/** Most pixels of an area picture: an A1 plan at 150 dpi has 17 million. */
export const picturePixelLimit = 40_000_000;
