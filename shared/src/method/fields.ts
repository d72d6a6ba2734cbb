import { type UnitPoint, unitPoint } from "../model/geometry.ts";

/** The priority model's fields: 1 interesting and interested, 2 interesting but low interest, 3 interested but less interesting to us, 4 neither. */
export const priorityFields = [1, 2, 3, 4] as const;
export type PriorityField = (typeof priorityFields)[number];

/** The field a position lies in. The middle lines belong to the higher interest. */
export function fieldOf({ x, y }: UnitPoint): PriorityField {
  if (x >= 0.5) return y >= 0.5 ? 1 : 2;
  return y >= 0.5 ? 3 : 4;
}

/** The centre of a field's circle. */
export function fieldCentre(field: PriorityField): UnitPoint {
  return { x: field <= 2 ? 0.75 : 0.25, y: field % 2 === 1 ? 0.75 : 0.25 };
}

/** Radius of the circles in the unit square. */
export const fieldRadius = 0.21;

/**
 * A free place for one more card in a field, for buttons and the keyboard: the first seat on a sunflower spiral round
 * the circle's centre that lies at least `gap` from every taken one; the best seat when all are close.
 */
export function seatInField(field: PriorityField, taken: readonly UnitPoint[], gap = 0.075): UnitPoint {
  const centre = fieldCentre(field);
  const distance = (seat: UnitPoint) =>
    taken.reduce((least, other) => Math.min(least, Math.hypot(seat.x - other.x, seat.y - other.y)), Infinity);
  let best = { seat: unitPoint(centre.x, centre.y), distance: -1 };
  for (let index = 0; index < 40; index++) {
    const radius = fieldRadius * 0.95 * Math.sqrt(index / 40);
    const angle = index * 2.399963;
    const seat = unitPoint(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
    const free = distance(seat);
    if (free >= gap) return seat;
    if (free > best.distance) best = { seat, distance: free };
  }
  return best.seat;
}
