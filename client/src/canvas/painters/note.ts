import type { PaletteColour } from "@faelleskort/shared/model/colour.ts";
import { type NoteLayout, stickyNote } from "../scene/note-layout.ts";
import type { Brush } from "./brush.ts";
import { paintLines } from "./text.ts";

/** Draws a sticky note with its top left corner at the origin; one corner is turned up. */
export function paintNote(
  brush: Brush,
  { width, height, text, font, lineHeight }: NoteLayout,
  colour: PaletteColour,
): void {
  const { ctx, colours } = brush;
  paintNotePaper(brush, width, height, colour);
  ctx.beginPath();
  ctx.moveTo(width, height - fold);
  ctx.lineTo(width - fold, height - fold);
  ctx.lineTo(width - fold, height);
  ctx.stroke();
  const { padding } = stickyNote;
  paintLines(
    brush,
    text,
    font,
    lineHeight,
    { x: padding, y: padding, width: width - 2 * padding },
    colours.ink,
  );
}

const fold = 18;

/** The paper alone, with its cut corner. */
export function paintNotePaper(
  { ctx, colours, zoom }: Brush,
  width: number,
  height: number,
  colour: PaletteColour,
): void {
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.lineTo(width, 0);
  ctx.lineTo(width, height - fold);
  ctx.lineTo(width - fold, height);
  ctx.lineTo(0, height);
  ctx.closePath();
  const { fill, line } = colours.palette[colour];
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = Math.max(1, 1 / zoom);
  ctx.strokeStyle = colour === "yellow" ? colours.noteEdge : line;
  ctx.stroke();
}
