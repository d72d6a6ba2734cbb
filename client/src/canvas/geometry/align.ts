import type { Point, Rect } from "./rect.ts";

/** A line that shows what something is aligned with; world units. */
export interface Guide {
  readonly from: Point;
  readonly to: Point;
}

export interface Alignment {
  /** To be added to where it is, so that it lies in line. */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

/** One side of a rectangle along an axis: its start, its length; and the same across. */
interface Span {
  readonly start: number;
  readonly length: number;
  readonly crossStart: number;
  readonly crossLength: number;
}

const along: Record<"x" | "y", (area: Rect) => Span> = {
  x: ({ x, y, width, height }) => ({ start: x, length: width, crossStart: y, crossLength: height }),
  y: ({ x, y, width, height }) => ({ start: y, length: height, crossStart: x, crossLength: width }),
};

/** Start, middle and end. */
const marksOf = ({ start, length }: Span): readonly number[] => [start, start + length / 2, start + length];

/**
 * Where something near the edges or middles of its neighbours would lie in line with them: each axis by itself, by the
 * nearest line within reach. \`reach\` in world units.
 */
export function align(moving: Rect, others: readonly Rect[], reach: number): Alignment {
  const x = nearest(along.x(moving), others.map(along.x), reach);
  const y = nearest(along.y(moving), others.map(along.y), reach);
  const by = { x: x?.by ?? 0, y: y?.by ?? 0 };
  const guides: Guide[] = [];
  if (x) {
    const [start, end] = stretch(along.x(moving), x.other, by.y);
    guides.push({ from: { x: x.at, y: start }, to: { x: x.at, y: end } });
  }
  if (y) {
    const [start, end] = stretch(along.y(moving), y.other, by.x);
    guides.push({ from: { x: start, y: y.at }, to: { x: end, y: y.at } });
  }
  return { by, guides };
}

interface Found {
  readonly by: number;
  readonly at: number;
  readonly other: Span;
}

function nearest(moving: Span, others: readonly Span[], reach: number): Found | null {
  let best: Found | null = null;
  for (const other of others) {
    for (const at of marksOf(other)) {
      for (const mark of marksOf(moving)) {
        const by = at - mark;
        if (Math.abs(by) > reach || (best && Math.abs(by) >= Math.abs(best.by))) continue;
        best = { by, at, other };
      }
    }
  }
  return best;
}

/** From the outermost end of the one to that of the other. */
function stretch(moving: Span, other: Span, shift: number): [number, number] {
  const start = moving.crossStart + shift;
  return [
    Math.min(start, other.crossStart),
    Math.max(start + moving.crossLength, other.crossStart + other.crossLength),
  ];
}
