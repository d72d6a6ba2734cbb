/** What a piece of text may give away about a person. */
export type FindingKind = "cpr" | "phone" | "email" | "address";

/** A piece of text that looks like personal data. */
export interface Finding {
  readonly kind: FindingKind;
  /** As it was written, for showing it to its writer. */
  readonly words: string;
  /** The same piece written in another way has the same value: two numbers are one however they are grouped. */
  readonly value: string;
  /** Nobody can say that it isn't personal. */
  readonly isCertain: boolean;
}

/** A finding and where it stands in the plain text. */
export interface Spot extends Finding {
  readonly start: number;
  readonly end: number;
}

export function spotOf(
  kind: FindingKind,
  match: RegExpMatchArray,
  isCertain = false,
  words: string = match[0],
): Spot {
  const start = match.index ?? 0;
  const digits = words.replaceAll(/\D/g, "");
  const isNumber = kind === "cpr" || kind === "phone";
  const value = `${kind} ${isNumber ? digits.slice(kind === "phone" ? -8 : 0) : words.toLowerCase().replaceAll(/\s+/g, " ")}`;
  return { kind, words: words.trim(), value, isCertain, start, end: start + words.length };
}
