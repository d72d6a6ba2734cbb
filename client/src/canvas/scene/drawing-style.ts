import type { PaletteColour } from "@faelleskort/shared/model/colour.ts";
import type { ElementSize } from "@faelleskort/shared/model/element.ts";
import type { CanvasTool } from "../tool.ts";

/** How new things on a free sheet look, as last chosen. */
export interface DrawingStyle {
  /** Of notes. */
  readonly paper: PaletteColour;
  /** Of lines, letters and outlines. */
  readonly colour: PaletteColour;
  /** Of the marker's broad strokes. */
  readonly marker: PaletteColour;
  /** Of shapes; null: one sees through them. */
  readonly fill: PaletteColour | null;
  /** Of letters and lines. */
  readonly size: ElementSize;
}

export const firstStyle: DrawingStyle = {
  paper: "yellow",
  colour: "ink",
  marker: "yellow",
  fill: null,
  size: "m",
};

/** The part of the style that a tool draws with. */
export function colourKeyOf(tool: CanvasTool): "paper" | "colour" | "marker" {
  if (tool === "note") return "paper";
  return tool === "marker" ? "marker" : "colour";
}
