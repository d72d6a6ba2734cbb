import { type TextDirection, directionOf } from "./direction.ts";

/** A font as the canvas needs it: weight, and size in world units. */
export interface Font {
  readonly weight: 400 | 600;
  readonly size: number;
}

/** How wide a text is in a font, in world units. */
export type MeasureText = (text: string, font: Font) => number;

export interface SetText {
  readonly lines: readonly string[];
  readonly direction: TextDirection;
  /** Text that did not fit in `maxLines` was cut and ends in an ellipsis. */
  readonly cut: boolean;
  /** A word was wider than the line and had to be broken. */
  readonly broken: boolean;
}

/** Breaks texts into lines and remembers how. */
export interface TextSetter {
  lines(text: string, font: Font, width: number, maxLines?: number): SetText;
  /** How wide one line is, in world units. */
  width(line: string, font: Font): number;
  /** Forget everything: the font has arrived. */
  clear(): void;
}

/** More remembered breaks than any board has texts; beyond it, everything is measured again. */
const rememberedTexts = 40_000;

export function createTextSetter(measure: MeasureText): TextSetter {
  const remembered = new Map<string, SetText>();
  return {
    lines(text, font, width, maxLines = Infinity) {
      const key = `${font.weight} ${font.size} ${width} ${maxLines} ${text}`;
      const known = remembered.get(key);
      if (known) return known;
      const measureLine = (part: string) => measure(part, font);
      const all = breakLines(text, width, measureLine);
      const cut = all.length > maxLines;
      const last = cut ? [ellipsis(joined(all.slice(maxLines - 1)), width, measureLine)] : [];
      const lines = [...(cut ? all.slice(0, maxLines - 1) : all), ...last].map(withHyphen);
      const broken = piecesOf(text).some((piece) => measure(piece.trimEnd(), font) > width);
      const set: SetText = { lines, direction: directionOf(text), cut, broken };
      if (remembered.size >= rememberedTexts) remembered.clear();
      remembered.set(key, set);
      return set;
    },
    width: measure,
    clear: () => remembered.clear(),
  };
}

/** Where a word had to be broken: shown as a hyphen, and nothing again when the parts are joined. */
const softHyphen = "\u00AD";
const withHyphen = (line: string): string => (line.endsWith(softHyphen) ? `${line.slice(0, -1)}-` : line);
const joined = (lines: readonly string[]): string => lines.join(" ").replaceAll(`${softHyphen} `, "");
/** No line holds more letters than this. */
const mostLetters = 160;

function ellipsis(line: string, width: number, measure: (text: string) => number): string {
  const letters = Array.from(line.slice(0, mostLetters));
  while (letters.length > 0 && measure(`${letters.join("").trimEnd()}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Words with their hyphens, and the spaces between. */
const piecesOf = (text: string): readonly string[] => text.match(/[^\s-]*-+|[^\s-]+|\s+/g) ?? [];

/** Breaks at spaces and after hyphens; a word wider than the line is broken between letters. Newlines always break. */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    let line = "";
    for (const piece of piecesOf(paragraph)) {
      if (measure((line + piece).trimEnd()) <= width) {
        line += piece;
        continue;
      }
      if (line.trim() !== "") lines.push(line.trimEnd());
      line = piece.trimStart();
      while (measure(line) > width) {
        const longest = longestHead(line, width, measure);
        const isInWord = latinLetters.test(longest) && latinLetters.test(line.slice(longest.length));
        const isLonely =
          isInWord && line.length - longest.length < leastTail && longest.length > leastTail * 2;
        const head = isLonely ? line.slice(0, line.length - leastTail) : longest;
        lines.push(isInWord ? head + softHyphen : head);
        line = line.slice(head.length);
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** A word is not parted for less than this many letters on the next line. */
const leastTail = 3;
/** Begins and ends with letters that may be parted by a hyphen; Arabic ones are joined and may not. */
const latinLetters = /^\p{Script=Latin}(?:.*\p{Script=Latin})?$/u;

/** As many whole letters as fit with a hyphen after them, at least one. */
function longestHead(word: string, width: number, measure: (text: string) => number): string {
  const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(word)].map(
    ({ segment }) => segment,
  );
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${letters.slice(0, middle).join("")}-`) <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join("");
}
