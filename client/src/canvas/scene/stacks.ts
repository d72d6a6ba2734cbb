import type { Point } from "../geometry/rect.ts";

/** How far each further card of a stack shows, in world units. */
const stackStep = 14;

/** No coordinate is larger (`contentLimits.coordinate`), so that two make one number. */
const mostFar = 2 ** 21;

/**
 * Things laid on exactly the same spot are shown as a stack, each a little lower and to the right, in the order given.
 * What is stored stays as it is.
 */
export function fanOutStacks<T>(things: readonly T[], spotOf: (thing: T) => Point): Point[] {
  const countBySpot = new Map<number, number>();
  return things.map((thing) => {
    const { x, y } = spotOf(thing);
    const spot = (Math.round(x) + mostFar) * 2 * mostFar + Math.round(y) + mostFar;
    const below = countBySpot.get(spot) ?? 0;
    countBySpot.set(spot, below + 1);
    return { x: x + below * stackStep, y: y + below * stackStep };
  });
}
