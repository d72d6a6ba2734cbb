import { plainText } from "./plain-text.ts";

/**
 * Whether what ends at the caret may yet become something personal: the first digits of a number, or an e-mail address without
 * its end. `brief` = so short that it gives nothing away, and may be sent when the writer pauses.
 */
export type Unfinished = "no" | "brief" | "long";

const digitsAtEnd = /(?<!\d[ ./-]?)\d[\d ./-]*$/;
const mailAtEnd = /[\p{L}\p{N}._%+-] ?(?:@|\(at\)|\[at\]) ?[\p{L}\p{N}.-]*$/iu;
const digitsAtStart = /^[\d ./-]*\d/;

export function unfinishedAt(text: string, caret: number): Unfinished {
  const before = plainText(text.slice(0, caret));
  if (mailAtEnd.test(before)) return "long";
  const run = digitsAtEnd.exec(before)?.[0];
  if (run === undefined) return "no";
  const after = digitsAtStart.exec(plainText(text.slice(caret)))?.[0] ?? "";
  const digits = (run + after).replaceAll(/\D/g, "");
  return digits.length < 4 || (digits.length === 4 && !beginsLikeDate(digits)) ? "brief" : "long";
}

/** Four digits that may be a day and a month: how a CPR number begins. */
function beginsLikeDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2));
  return day >= 1 && day <= 91 && month >= 1 && month <= 12;
}
