import * as v from "valibot";

export const VersionIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{6,40}$/), v.brand("VersionId"));
export type VersionId = v.InferOutput<typeof VersionIdSchema>;

/** Parses, throwing on a malformed id: for ids the program itself made. */
export const versionId = (text: string): VersionId => v.parse(VersionIdSchema, text);
