import { picturePixelLimit } from "@faelleskort/shared/protocol/http.ts";

/** Longest side of an area picture in pixels: four screens wide, and every graphics card can hold it. */
export const longestSide = 4096;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The same shape with no side longer than `longest`; whole pixels, at least 1. A smaller picture stays as it is. */
export function fitWithin({ width, height }: Size, longest = longestSide): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** How much to enlarge a PDF page (72 units per inch) so that its longest side fills the picture. */
export function pageScale({ width, height }: Size, longest = longestSide): number {
  return longest / Math.max(width, height, 1);
}

/** Whether a picture has more pixels than a browser should be asked to unpack. */
export function hasTooManyPixels({ width, height }: Size): boolean {
  return width * height > picturePixelLimit;
}
