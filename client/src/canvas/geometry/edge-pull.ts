import type { ViewSize } from "./camera.ts";
import type { Point } from "./rect.ts";

/** How near the edge (screen px) a hand begins to pull the paper along. */
export const edgeZone = 36;
/** Screen px per second at the edge itself; beyond it no faster. */
const fastest = 900;

/** How fast (screen px per second) the view moves over the paper for a hand at a point near its edge; 0 away from edges. */
export function edgePull({ x, y }: Point, { width, height }: ViewSize): Point {
  return { x: pull(x, width), y: pull(y, height) };
}

function pull(at: number, size: number): number {
  // In a small window most of it would be edge.
  const zone = Math.min(edgeZone, size / 8);
  if (at < zone) return -speed((zone - at) / zone);
  return at > size - zone ? speed((at - size + zone) / zone) : 0;
}

const speed = (depth: number): number => fastest * Math.min(1, depth) ** 2;
