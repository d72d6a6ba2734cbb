import type { Point } from "../../canvas/geometry/rect.ts";

/** Where a light has been lately, oldest first. */
export type Trail = readonly (Point & { readonly time: number })[];

/** ms until a place the light has left is dark again. */
export const fadeMs = 700;

/** The trail with one more place; what has faded is left out. A light that rests adds nothing. Pure. */
export function withPlace(trail: Trail, { x, y }: Point, now: number): Trail {
  const last = trail.at(-1);
  if (last && last.x === x && last.y === y) return trail;
  const bright = trail.filter(({ time }) => now - time < fadeMs);
  return [...bright, { x, y, time: now }];
}

/** 1 where the light is, down to 0 where it has faded. */
export const brightness = (time: number, now: number): number => Math.max(0, 1 - (now - time) / fadeMs);
