import { createHash } from "node:crypto";
import * as v from "valibot";

/**
 * A 32-byte hash as base64url (43 characters). The store keeps digests of secrets, codes and session tokens, never
 * the things themselves; the brand keeps a plain secret from being passed where its digest is meant.
 */
export const DigestSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/), v.brand("Digest"));
export type Digest = v.InferOutput<typeof DigestSchema>;

/**
 * SHA-256 of a text that nobody can guess (an invite's secret, a session token). What can be guessed, such as a
 * join code, needs the keyed hash instead: `keys.ts`.
 */
export function digestOf(unguessable: string): Digest {
  return v.parse(DigestSchema, createHash("sha256").update(unguessable, "utf8").digest("base64url"));
}
