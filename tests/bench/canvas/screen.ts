import type { Rect } from "@faelleskort/client/canvas/geometry/rect.ts";

/** CSS px of the window that the peers fill; ours has its panels round a canvas of this size. */
export const viewport = { width: 1440, height: 900 } as const;

export function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
