import type { Font, SetText } from "../scene/text-setter.ts";
import type { Brush } from "./brush.ts";

export function fontOf(brush: Brush, { weight, size }: Font): string {
  return `${weight} ${size}px ${brush.fontFamily}`;
}

export type Align = "start" | "centre";

/** Below this many screen px letters are only grey: not drawn. */
const leastReadable = 5;

export const isReadable = (brush: Brush, size: number): boolean => size * brush.zoom >= leastReadable;

/**
 * Draws set lines into a box of the given width, the first line's top at `y`. A text that runs from right to left starts
 * at the right edge. Draws nothing when it would be too small to read.
 */
export function paintLines(
  brush: Brush,
  set: SetText,
  font: Font,
  lineHeight: number,
  box: { readonly x: number; readonly y: number; readonly width: number },
  colour: string,
  align: Align = "start",
): void {
  if (!isReadable(brush, font.size) || set.lines.length === 0) return;
  const { ctx } = brush;
  ctx.font = fontOf(brush, font);
  ctx.fillStyle = colour;
  ctx.direction = set.direction;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = align === "centre" ? "center" : "start";
  const start = set.direction === "rtl" ? box.x + box.width : box.x;
  const x = align === "centre" ? box.x + box.width / 2 : start;
  let y = box.y + lineHeight / 2 + font.size * 0.35;
  for (const line of set.lines) {
    if (line !== "") ctx.fillText(line, x, y);
    y += lineHeight;
  }
}

/** One line of our own words, which may be rotated or centred by the caller. */
export function paintWord(
  brush: Brush,
  word: string,
  font: Font,
  at: { readonly x: number; readonly y: number },
  colour: string,
  align: CanvasTextAlign = "left",
): void {
  if (!isReadable(brush, font.size)) return;
  const { ctx } = brush;
  ctx.font = fontOf(brush, font);
  ctx.fillStyle = colour;
  ctx.direction = "ltr";
  ctx.textBaseline = "middle";
  ctx.textAlign = align;
  ctx.fillText(word, at.x, at.y);
}
