import { createHmac } from "node:crypto";
import * as v from "valibot";
import { type Digest, DigestSchema } from "./digest.ts";

/**
 * Digits and letters that can't be taken for one another, in print or in handwriting (without 0 O Q D, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V)
 * and that spell no words (without vowels). Six of them make 24 million codes; guessing is bounded by the rate limits.
 */
export const codeAlphabet = "34679CFHJKMNPRTWX";
export const codeLength = 6;
const codePattern = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`);
/** How many codes are tried for one invite; with 24 million a second one is rare. */
export const codeAttempts = 16;

/**
 * What is derived from the server's key. So links and codes can be shown again to the facilitator, while the store keeps only
 * digests: its file alone opens no workshop.
 */
export interface Keys {
  /** The secret in an invite's link: 43 characters of the URL alphabet. The store keeps its `digestOf`. */
  inviteSecret(inviteId: string): string;
  /** A code for typing. When another active invite has it (`code-taken`), the next attempt gives another. */
  joinCode(inviteId: string, attempt: number): string;
  /** What the store keeps of a code. Keyed: a plain hash of so few codes could be turned back. */
  codeHash(code: string): Digest;
  /** The code which an invite was given, found again by its hash; null when it isn't of this key. */
  joinCodeOf(inviteId: string, codeHash: Digest): string | null;
}

/** @param serverKey 32 secret bytes (`server-key.ts`) */
export function keysFrom(serverKey: Uint8Array): Keys {
  const hmac = (text: string) => createHmac("sha256", serverKey).update(text, "utf8");
  const codeHash = (code: string) => v.parse(DigestSchema, hmac(`codehash:${code}`).digest("base64url"));
  const joinCode = (inviteId: string, attempt: number) => {
    // 256 bits over 24 million: the remainder's bias is far below anything measurable.
    let number = BigInt(`0x${hmac(`code:${inviteId}:${attempt}`).digest("hex")}`);
    let code = "";
    while (code.length < codeLength) {
      code += codeAlphabet.charAt(Number(number % BigInt(codeAlphabet.length)));
      number /= BigInt(codeAlphabet.length);
    }
    return code;
  };
  return {
    inviteSecret: (inviteId) => hmac(`secret:${inviteId}`).digest("base64url"),
    joinCode,
    codeHash,
    joinCodeOf(inviteId, hash) {
      for (let attempt = 0; attempt < codeAttempts; attempt += 1) {
        const code = joinCode(inviteId, attempt);
        if (codeHash(code) === hash) return code;
      }
      return null;
    },
  };
}

/** A code as typed by a person (small letters, spaces, a dash) in its one spelling; null when it can't be a code. */
export function parseJoinCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return codePattern.test(code) ? code : null;
}
