import { contentLimits } from "@faelleskort/shared/model/limits.ts";

/** A pasted text as card texts, and the lines that can't become cards. */
export interface PastedLines {
  readonly lines: readonly string[];
  readonly leftOut: readonly string[];
}

/** One card per line; bullets and numbers before a line are the list's, not the card's, and empty lines are nothing. */
export function pastedLines(text: string): PastedLines {
  const lines: string[] = [];
  const leftOut: string[] = [];
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.replace(/^\s*(?:[-–—*•·▪◦]|\d{1,3}[.)])\s+/u, "").trim();
    if (line === "") continue;
    const fits = line.length <= contentLimits.actorName && lines.length < contentLimits.pastedLines;
    (fits ? lines : leftOut).push(line);
  }
  return { lines, leftOut };
}
