import { randomBytes } from "node:crypto";
import type { Clock, Randomness } from "./workshops/ports.ts";

/** The machine's own time and randomness, for `main.ts`; tests bring theirs. */
export const systemClock: Clock = { now: () => Date.now() };
export const systemRandomness: Randomness = { bytes: (count) => randomBytes(count) };
