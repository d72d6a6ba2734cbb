import * as v from "valibot";

/**
 * Ids are 10–40 characters of the URL alphabet. They are branded so that an actor's id can't be passed where a
 * mark's is meant; the only way to make one is to parse a string.
 */
const idText = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{6,40}$/));

export const ActorIdSchema = v.pipe(idText, v.brand("ActorId"));
export const MarkIdSchema = v.pipe(idText, v.brand("MarkId"));
export const NoteIdSchema = v.pipe(idText, v.brand("NoteId"));
export const ElementIdSchema = v.pipe(idText, v.brand("ElementId"));
export const GroupIdSchema = v.pipe(idText, v.brand("GroupId"));
export const WorkshopIdSchema = v.pipe(idText, v.brand("WorkshopId"));
export const ProgrammeIdSchema = v.pipe(idText, v.brand("ProgrammeId"));
export const ParticipantIdSchema = v.pipe(idText, v.brand("ParticipantId"));
export const InviteIdSchema = v.pipe(idText, v.brand("InviteId"));
export const PictureIdSchema = v.pipe(idText, v.brand("PictureId"));

export type ActorId = v.InferOutput<typeof ActorIdSchema>;
export type MarkId = v.InferOutput<typeof MarkIdSchema>;
export type NoteId = v.InferOutput<typeof NoteIdSchema>;
export type ElementId = v.InferOutput<typeof ElementIdSchema>;
export type GroupId = v.InferOutput<typeof GroupIdSchema>;
export type WorkshopId = v.InferOutput<typeof WorkshopIdSchema>;
export type ProgrammeId = v.InferOutput<typeof ProgrammeIdSchema>;
export type ParticipantId = v.InferOutput<typeof ParticipantIdSchema>;
export type InviteId = v.InferOutput<typeof InviteIdSchema>;
export type PictureId = v.InferOutput<typeof PictureIdSchema>;

/** Parses, throwing on a malformed id: for ids the program itself made. Use the schemas for ids from outside. */
export const actorId = (text: string): ActorId => v.parse(ActorIdSchema, text);
export const markId = (text: string): MarkId => v.parse(MarkIdSchema, text);
export const noteId = (text: string): NoteId => v.parse(NoteIdSchema, text);
export const elementId = (text: string): ElementId => v.parse(ElementIdSchema, text);
export const groupId = (text: string): GroupId => v.parse(GroupIdSchema, text);
export const workshopId = (text: string): WorkshopId => v.parse(WorkshopIdSchema, text);
export const programmeId = (text: string): ProgrammeId => v.parse(ProgrammeIdSchema, text);
export const participantId = (text: string): ParticipantId => v.parse(ParticipantIdSchema, text);
export const inviteId = (text: string): InviteId => v.parse(InviteIdSchema, text);
export const pictureId = (text: string): PictureId => v.parse(PictureIdSchema, text);
