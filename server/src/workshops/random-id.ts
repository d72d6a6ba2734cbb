import type { Randomness } from "./ports.ts";

/** 16 characters of the URL alphabet: 96 bits. */
export const randomId = (randomness: Randomness): string =>
  Buffer.from(randomness.bytes(12)).toString("base64url");

/** 43 characters of the URL alphabet: 256 bits, for what nobody may guess. */
export const randomToken = (randomness: Randomness): string =>
  Buffer.from(randomness.bytes(32)).toString("base64url");
