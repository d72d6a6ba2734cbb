import type { Camera, ViewSize } from "./camera.ts";
import { visibleWorld } from "./camera.ts";
import { covers, type Point, type Rect } from "./rect.ts";

/** How a whole sheet is shown in a corner: minimap px = (world − origin) × scale. */
export interface Minimap {
  readonly origin: Point;
  readonly scale: number;
}

/** The sheet whole and in the middle of a little picture of this size (CSS px). */
export function minimapOf(bounds: Rect, { width, height }: ViewSize): Minimap {
  const scale = Math.min(width / Math.max(1, bounds.width), height / Math.max(1, bounds.height));
  return {
    scale,
    origin: {
      x: bounds.x - (width / scale - bounds.width) / 2,
      y: bounds.y - (height / scale - bounds.height) / 2,
    },
  };
}

export function onMinimap({ origin, scale }: Minimap, { x, y, width, height }: Rect): Rect {
  return {
    x: (x - origin.x) * scale,
    y: (y - origin.y) * scale,
    width: width * scale,
    height: height * scale,
  };
}

export function fromMinimap({ origin, scale }: Minimap, { x, y }: Point): Point {
  return { x: origin.x + x / scale, y: origin.y + y / scale };
}

/** A minimap says nothing while all of the sheet is in view. */
export const isAllInView = (bounds: Rect, camera: Camera, size: ViewSize): boolean =>
  covers(visibleWorld(camera, size), bounds);
