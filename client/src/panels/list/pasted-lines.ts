import { contentLimits } from "@faelleskort/shared/model/limits.ts";

export interface PastedLines {
  readonly lines: readonly string[];
  /** Lines nothing is made of: longer than a card takes, or beyond what one paste takes. */
  readonly leftOut: readonly string[];
}

const bullet = /^[-*•·–]\s+/u;
const number = /^\d{1,3}[.)]\s+/u;

/**
 * A pasted list as cards: one per line that is not empty, without bullets. Numbers in front are taken off only when every
 * line has one: "9. juni-klubben" is a name.
 */
export function pastedLines(text: string): PastedLines {
  const bare = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(bullet, "").replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const isNumbered = bare.length > 1 && bare.every((line) => number.test(line));
  const all = isNumbered ? bare.map((line) => line.replace(number, "")) : bare;
  const lines: string[] = [];
  const leftOut: string[] = [];
  for (const line of all) {
    const fits = line.length <= contentLimits.actorName && lines.length < contentLimits.pastedLines;
    (fits ? lines : leftOut).push(line);
  }
  return { lines, leftOut };
}
