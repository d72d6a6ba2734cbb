import { type Spot, spotOf } from "./finding.ts";

const pattern =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?(?:@|\(at\)|\[at\]|\(a\)|\(snabel-?a\)) ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}\.\p{L}{2,24}/giu;

export const findEmails = (plain: string): Spot[] =>
  [...plain.matchAll(pattern)].map((match) => spotOf("email", match));
