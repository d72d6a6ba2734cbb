import { findAddresses } from "./address.ts";
import { findCpr } from "./cpr.ts";
import { findEmails } from "./email.ts";
import type { Finding, Spot } from "./finding.ts";
import { findPhones } from "./phone.ts";
import { plainText } from "./plain-text.ts";

/** Everything in a text that looks like personal data, in the order it stands. Names are never looked for: that can't be done fairly. */
export function findPersonal(text: string): readonly Finding[] {
  const plain = plainText(text);
  if (!/\d|@|\((?:at|a|snabel)|\[at\]/i.test(plain)) return [];
  const spots: Spot[] = [];
  // What comes first wins where two see the same digits.
  for (const spot of [
    ...findCpr(plain),
    ...findEmails(plain),
    ...findAddresses(plain),
    ...findPhones(plain),
  ]) {
    if (spots.every(({ start, end }) => spot.end <= start || spot.start >= end)) spots.push(spot);
  }
  return spots
    .sort((a, b) => a.start - b.start)
    .map(({ kind, words, value, isCertain }) => ({ kind, words, value, isCertain }));
}

/** What may be done with a text: `ask` = its writer may say that it isn't personal; `stop` = it may not be sent. */
export type Verdict =
  | { readonly kind: "clear" }
  | { readonly kind: "ask" | "stop"; readonly findings: readonly Finding[] };

const clear: Verdict = { kind: "clear" };

/**
 * Judges a text that is about to be sent. What stands in `before` (what everybody has already) is no news and keeps nobody
 * from writing on; what the writer has `confirmed` (values of findings) passes, unless it is certain. Pure.
 */
export function judge(text: string, before: string, confirmed: ReadonlySet<string>): Verdict {
  const found = findPersonal(text);
  if (found.length === 0) return clear;
  const known = new Set(findPersonal(before).map(({ value }) => value));
  const findings = found.filter(
    ({ value, isCertain }) => !known.has(value) && (isCertain || !confirmed.has(value)),
  );
  if (findings.length === 0) return clear;
  return { kind: findings.some(({ isCertain }) => isCertain) ? "stop" : "ask", findings };
}
