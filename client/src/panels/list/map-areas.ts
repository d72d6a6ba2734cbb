import { type UnitPoint, unitPoint } from "@faelleskort/shared/model/geometry.ts";

/** Nine named parts of the map, so that a mark can be placed and read without pointing. Row by row from the top left. */
export const mapAreas = [
  "north-west",
  "north",
  "north-east",
  "west",
  "centre",
  "east",
  "south-west",
  "south",
  "south-east",
] as const;
export type MapArea = (typeof mapAreas)[number];

const third = (fraction: number): number => Math.min(2, Math.max(0, Math.floor(fraction * 3)));

/** The part of the map a point lies in. */
export function areaOf({ x, y }: UnitPoint): MapArea {
  return mapAreas[third(y) * 3 + third(x)] ?? "centre";
}

/**
 * A place for one more mark in a part of the map: its middle, or when marks lie there already, the seat on a 5 × 5 grid
 * inside the part that is farthest from all of them.
 */
export function pointInArea(area: MapArea, taken: readonly UnitPoint[]): UnitPoint {
  const index = mapAreas.indexOf(area);
  const middle = unitPoint((index % 3) / 3 + 1 / 6, Math.floor(index / 3) / 3 + 1 / 6);
  const free = (seat: UnitPoint) =>
    taken.reduce((least, other) => Math.min(least, Math.hypot(seat.x - other.x, seat.y - other.y)), Infinity);
  let best = middle;
  if (free(middle) >= 0.06) return best;
  for (let row = -2; row <= 2; row++) {
    for (let column = -2; column <= 2; column++) {
      const seat = unitPoint(middle.x + column * 0.06, middle.y + row * 0.06);
      if (free(seat) > free(best)) best = seat;
    }
  }
  return best;
}
