import type { Point, Rect } from "./rect.ts";

/** How far (world units) a point may lie from the simplified line, before it counts. */
const tolerance = 0.75;
/** Coordinates are kept to this (world units): finer than a pen, and short to write down. */
const grain = 0.5;

/** A line drawn by hand as it is kept: the corner of its box, and its points from there: x, y, x, y … */
export interface KeptStroke {
  readonly origin: Point;
  readonly points: readonly number[];
}

/** Makes a drawn line short: only the points that shape it, and at most so many numbers. */
export function keepStroke(drawn: readonly Point[], mostNumbers: number): KeptStroke {
  let loose = tolerance;
  let kept = simplify(drawn, loose);
  // A long scribble gives up detail rather than its end.
  while (kept.length * 2 > mostNumbers) {
    loose *= 1.6;
    kept = simplify(drawn, loose);
  }
  const round = (value: number) => Math.round(value / grain) * grain;
  const x = round(Math.min(...kept.map((point) => point.x)));
  const y = round(Math.min(...kept.map((point) => point.y)));
  return {
    origin: { x, y },
    points: kept.flatMap((point) => [Math.max(0, round(point.x - x)), Math.max(0, round(point.y - y))]),
  };
}

/** Douglas and Peucker's way, without recursion: a scribble may have ten thousand points. */
export function simplify(points: readonly Point[], within: number): Point[] {
  const last = points.length - 1;
  if (last < 2) return [...points];
  const keeps = new Uint8Array(points.length);
  keeps[0] = 1;
  keeps[last] = 1;
  const parts: [number, number][] = [[0, last]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [start, end] = part;
    let furthest = -1;
    let most = within;
    for (let index = start + 1; index < end; index++) {
      const away = distanceToLine(points, index, start, end);
      if (away <= most) continue;
      most = away;
      furthest = index;
    }
    if (furthest < 0) continue;
    keeps[furthest] = 1;
    parts.push([start, furthest], [furthest, end]);
  }
  return points.filter((_point, index) => keeps[index] === 1);
}

function distanceToLine(points: readonly Point[], index: number, start: number, end: number): number {
  const at = points[index];
  const from = points[start];
  const to = points[end];
  return at && from && to ? distanceToSegment(at, from, to) : 0;
}

/** How far a point lies from a straight line between two points. */
export function distanceToSegment(at: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - from.x - part * dx, at.y - from.y - part * dy);
}

/** The kept numbers as points. */
export function pointsOf({ origin, points }: KeptStroke): Point[] {
  const made: Point[] = [];
  for (let index = 0; index + 1 < points.length; index += 2) {
    made.push({ x: origin.x + (points[index] ?? 0), y: origin.y + (points[index + 1] ?? 0) });
  }
  return made;
}

/** The box round points; a single dot has none of either. */
export function boundsOfPoints(points: readonly Point[]): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether a point lies on a line of points, or as near (world units). */
export function isOnLine(points: readonly Point[], at: Point, reach: number): boolean {
  const [first] = points;
  if (first && points.length === 1) return Math.hypot(at.x - first.x, at.y - first.y) <= reach;
  return points.some((from, index) => {
    const to = points[index + 1];
    return to !== undefined && distanceToSegment(at, from, to) <= reach;
  });
}

/** Whether two lines cross or come as near: what an eraser that moved from here to there took along. */
export function linesMeet(points: readonly Point[], from: Point, to: Point, reach: number): boolean {
  if (isOnLine(points, from, reach) || isOnLine(points, to, reach)) return true;
  return points.some((start, index) => {
    const end = points[index + 1];
    if (!end) return distanceToSegment(start, from, to) <= reach;
    return segmentsCross(start, end, from, to) || distanceToSegment(start, from, to) <= reach;
  });
}

function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
