import { createRecent } from "./recent.ts";
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

/** Texts whose breaks are remembered at least: more than are legible in view at once. */
const rememberedTexts = 2_000;
const mostLooks = 11;

interface Remembered {
  readonly weight: number;
  readonly size: number;
  readonly width: number;
  readonly maxLines: number;
  readonly set: SetText;
}

export function createTextSetter(measure: MeasureText): TextSetter {
  // By text first: the string is the same object each time, and the rest are a few numbers to compare.
  const byText = createRecent<string, Remembered[]>(rememberedTexts);

  function setLines(text: string, font: Font, width: number, maxLines: number): SetText {
    const measureLine = (part: string) => measure(part, font);
    const all = breakLines(text, width, measureLine);
    const cut = all.length > maxLines;
    const last = cut ? [ellipsis(joined(all.slice(maxLines - 1)), width, measureLine)] : [];
    const lines = [...(cut ? all.slice(0, maxLines - 1) : all), ...last].map(withHyphen);
    const broken = piecesOf(text).some((piece) => piece.trim() !== "" && measure(piece, font) > width);
    return { lines, direction: directionOf(text), cut, broken };
  }

  return {
    lines(text, font, width, maxLines = Infinity) {
      const { weight, size } = font;
      const known = byText
        .get(text)
        ?.find(
          (one) =>
            one.size === size && one.width === width && one.maxLines === maxLines && one.weight === weight,
        );
      if (known) return known.set;
      const set = setLines(text, font, width, maxLines);
      const one: Remembered = { weight, size, width, maxLines, set };
      const others = byText.get(text) ?? [];
      // One text has a few looks: near, far away at several zooms, in a circle.
      byText.set(text, [...others.slice(-mostLooks), one]);
      return set;
    },
    width: measure,
    clear: () => byText.clear(),
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
  const cutAt = (count: number) => `${letters.slice(0, count).join("").trimEnd()}…`;
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cutAt(middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return cutAt(low);
}

/** Words with their hyphens, and the spaces between. */
const piecesOf = (text: string): readonly string[] => text.match(/[^\s-]*-+|[^\s-]+|\s+/g) ?? [];

/**
 * Breaks at spaces and after hyphens; a word wider than the line is broken between letters. Newlines always break. Only words are
 * measured, never lines: the same words come again and again, and widths of words add up.
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    let line = "";
    let taken = 0;
    for (const piece of piecesOf(paragraph)) {
      const wide = measure(piece);
      const isSpace = piece.trim() === "";
      if (isSpace || taken + wide <= width) {
        line += piece;
        taken += wide;
        continue;
      }
      if (line.trim() !== "") lines.push(line.trimEnd());
      line = piece;
      taken = wide;
      while (taken > width) {
        const head = headOf(line, width, measure);
        const isInWord = latinLetters.test(head) && latinLetters.test(line.slice(head.length));
        lines.push(isInWord ? head + softHyphen : head);
        line = line.slice(head.length);
        taken = measure(line);
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** The part of a word that goes on this line. */
function headOf(word: string, width: number, measure: (text: string) => number): string {
  const longest = longestHead(word, width, measure);
  const isInWord = latinLetters.test(longest) && latinLetters.test(word.slice(longest.length));
  const isLonely = isInWord && word.length - longest.length < leastTail && longest.length > leastTail * 2;
  return isLonely ? word.slice(0, word.length - leastTail) : longest;
}

/** A word is not parted for less than this many letters on the next line. */
const leastTail = 3;
/** Begins and ends with letters that may be parted by a hyphen; Arabic ones are joined and may not. */
const latinLetters = /^\p{Script=Latin}(?:.*\p{Script=Latin})?$/u;

/** As many whole letters as fit with a hyphen after them, at least one. */
function longestHead(word: string, width: number, measure: (text: string) => number): string {
  const letters = lettersOf(word);
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${letters.slice(0, middle).join("")}-`) <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join("");
}

let segmenter: Intl.Segmenter | null = null;
/** Each of these is one letter by itself. */
const plainLetters = /^[\p{Script=Latin}\p{Nd}]*$/u;

/** What a reader sees as letters: some are made of several code points. */
function lettersOf(word: string): string[] {
  if (plainLetters.test(word)) return Array.from(word);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return [...segmenter.segment(word)].map(({ segment }) => segment);
}
