import type { Mark } from "@faelleskort/shared/model/mark.ts";
import type { Font, SetText, TextSetter } from "./text-setter.ts";

/** Size of a heart or star, in map units. */
export const markSize = 52;
const gap = 4;
const labelPadding = 6;
const labelWidth = 190;
const titleFont: Font = { weight: 600, size: 18 };
const lineHeight = 22;

/** A heart or star with its title on a slip of paper under it. */
export interface MarkLayout {
  readonly width: number;
  readonly height: number;
  /** From the top left corner to the spot that is marked. */
  readonly anchor: { readonly x: number; readonly y: number };
  readonly title: SetText;
  readonly titleFont: Font;
  readonly lineHeight: number;
  /** The slip, from the top left corner; null without a title. */
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

export function layoutMark({ title }: Mark, text: TextSetter): MarkLayout {
  const set = text.lines(title.trim(), titleFont, labelWidth, 3);
  if (title.trim() === "") {
    const anchor = { x: markSize / 2, y: markSize / 2 };
    return { width: markSize, height: markSize, anchor, title: set, titleFont, lineHeight, label: null };
  }
  const widest = Math.max(...set.lines.map((line) => text.width(line, titleFont)));
  const width = Math.max(markSize, Math.ceil(widest) + 2 * labelPadding);
  const slipWidth = Math.ceil(widest) + 2 * labelPadding;
  const slipHeight = set.lines.length * lineHeight + 6;
  const top = markSize + gap;
  return {
    width,
    height: top + slipHeight,
    anchor: { x: width / 2, y: markSize / 2 },
    title: set,
    titleFont,
    lineHeight,
    label: { x: (width - slipWidth) / 2, y: top, width: slipWidth, height: slipHeight },
  };
}
