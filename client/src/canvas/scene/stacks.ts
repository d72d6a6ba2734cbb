import type { Point } from "../geometry/rect.ts";

/** How far each further card of a stack shows, in world units. */
const stackStep = 14;

/**
 * Things laid on exactly the same spot are shown as a stack, each a little lower and to the right, in the order given.
 * What is stored stays as it is.
 */
export function fanOutStacks<T>(things: readonly T[], spotOf: (thing: T) => Point): Point[] {
  const countBySpot = new Map<string, number>();
  return things.map((thing) => {
    const { x, y } = spotOf(thing);
    const spot = `${Math.round(x)} ${Math.round(y)}`;
    const below = countBySpot.get(spot) ?? 0;
    countBySpot.set(spot, below + 1);
    return { x: x + below * stackStep, y: y + below * stackStep };
  });
}
