import { inflate, overlaps, type Point, type Rect } from "../canvas/geometry/rect.ts";

/** What is laid down as one piece, world units. */
export interface Block {
  readonly width: number;
  readonly height: number;
}

export interface ColumnRules {
  /** Upper left corner of the first column. */
  readonly origin: Point;
  /** A column is no higher, unless a single block is. */
  readonly height: number;
  readonly gap: { readonly between: number; readonly groups: number };
  /** What nothing is laid on. */
  readonly taken?: readonly Rect[];
}

/** Lays blocks one below the other in columns, each group beginning a new one. */
export function inColumns<B extends Block>(
  groups: readonly (readonly B[])[],
  { origin, height, gap, taken = [] }: ColumnRules,
): { readonly block: B; readonly at: Point }[] {
  const placed: { block: B; at: Point }[] = [];
  const walls = taken.map((area) => inflate(area, gap.between - 0.001));
  let { x } = origin;
  for (const group of groups) {
    let y = origin.y;
    let width = 0;
    for (const block of group) {
      for (;;) {
        if (y > origin.y && y + block.height > origin.y + height) {
          x += (width || block.width) + gap.between;
          y = origin.y;
          width = 0;
        }
        const at = { x, y, width: block.width, height: block.height };
        const wall = walls.find((area) => overlaps(area, at));
        if (!wall) break;
        const below = wall.y + wall.height;
        // A block higher than a column finds room beside what lies in its way.
        if (y === origin.y && below + block.height > origin.y + height) x = wall.x + wall.width;
        else y = below;
      }
      placed.push({ block, at: { x, y } });
      y += block.height + gap.between;
      width = Math.max(width, block.width);
    }
    x += width + gap.groups;
  }
  return placed;
}
