import { centreOf, type Point, type Rect } from "./rect.ts";

/** Sideways counts this much more than ahead: a key leads along rows and columns. */
const sideways = 2.5;

/**
 * What an arrow key leads to from a point: the nearest thing in that direction (−1, 0, 1), rather ahead than aside; null when
 * nothing lies that way.
 */
export function neighbour<T extends { readonly rect: Rect }>(
  from: Point,
  direction: Point,
  things: readonly T[],
): T | null {
  let nearest: T | null = null;
  let least = Infinity;
  for (const thing of things) {
    const { x, y } = centreOf(thing.rect);
    const dx = x - from.x;
    const dy = y - from.y;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (ahead <= 1) continue;
    const way = ahead + sideways * aside;
    if (way >= least) continue;
    least = way;
    nearest = thing;
  }
  return nearest;
}
