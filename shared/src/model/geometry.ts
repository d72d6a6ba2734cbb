import * as v from "valibot";
import { contentLimits } from "./limits.ts";

/** A place in board units. */
export const CoordinateSchema = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-contentLimits.coordinate),
  v.maxValue(contentLimits.coordinate),
);

/** A point in board units (a card is 200 × 128 of them); x grows to the right, y downwards. `z` orders overlaps. */
export const BoardPointSchema = v.object({
  x: CoordinateSchema,
  y: CoordinateSchema,
  z: v.optional(v.pipe(v.number(), v.finite()), 0),
});
export type BoardPoint = v.InferOutput<typeof BoardPointSchema>;

const unit = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));

/**
 * A point in a unit square. In the priority model x = how interesting the actor is for us, y = how interested
 * the actor is, both 0…1 with y growing *upwards*. On a picture x and y are fractions of its width and height, y downwards.
 */
export const UnitPointSchema = v.object({ x: unit, y: unit });
export type UnitPoint = v.InferOutput<typeof UnitPointSchema>;

/** Clamps to the unit square; NaN becomes 0. */
export function unitPoint(x: number, y: number): UnitPoint {
  const clamp = (value: number) => (value > 0 ? Math.min(1, value) : 0);
  return { x: clamp(x), y: clamp(y) };
}
