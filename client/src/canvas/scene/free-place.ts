import { inflate, overlaps, type Point, type Rect, rectAround } from "../geometry/rect.ts";

const gap = 20;
const rings = 12;

/** The place nearest to a point where something of this size covers nothing; the point itself when all is full. */
export function freePlaceNear(centre: Point, width: number, height: number, lying: readonly Rect[]): Rect {
  const reach = inflate(rectAround(centre, width, height), (rings + 1) * (Math.max(width, height) + gap));
  const near = lying.filter((area) => overlaps(area, reach));
  for (let ring = 0; ring <= rings; ring++) {
    for (const { column, row } of ringOf(ring)) {
      const place = rectAround(
        { x: centre.x + column * (width + gap), y: centre.y + row * (height + gap) },
        width,
        height,
      );
      if (!near.some((area) => overlaps(area, place))) return place;
    }
  }
  return rectAround(centre, width, height);
}

/** Cells round the middle, nearest first: to the right, below, then the others. */
function ringOf(ring: number): { column: number; row: number }[] {
  const cells: { column: number; row: number }[] = [];
  for (let column = -ring; column <= ring; column++) {
    for (let row = -ring; row <= ring; row++) {
      if (Math.max(Math.abs(column), Math.abs(row)) === ring) cells.push({ column, row });
    }
  }
  const distance = ({ column, row }: { column: number; row: number }) => Math.hypot(column - 0.1, row - 0.05);
  return cells.sort((a, b) => distance(a) - distance(b));
}
