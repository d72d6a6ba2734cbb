import { centreOf, contains, type Point, type Rect } from "./rect.ts";

export type Outline = "box" | "ellipse";

/** What an arrow ends at. */
export interface Shape {
  readonly rect: Rect;
  readonly outline: Outline;
}

/** Where the line from a shape's middle towards a point leaves the shape, and `gap` beyond; its middle when the point lies inside. */
export function borderPoint({ rect, outline }: Shape, towards: Point, gap = 0): Point {
  const centre = centreOf(rect);
  const dx = towards.x - centre.x;
  const dy = towards.y - centre.y;
  const length = Math.hypot(dx, dy);
  if (length === 0) return centre;
  const halfWidth = rect.width / 2;
  const halfHeight = rect.height / 2;
  // The part of the way to the point at which the border is crossed.
  const part =
    outline === "ellipse"
      ? 1 / Math.hypot(dx / Math.max(1e-6, halfWidth), dy / Math.max(1e-6, halfHeight))
      : Math.min(
          dx === 0 ? Infinity : halfWidth / Math.abs(dx),
          dy === 0 ? Infinity : halfHeight / Math.abs(dy),
        );
  if (part >= 1) return centre;
  const reached = Math.min(1, part + gap / length);
  return { x: centre.x + dx * reached, y: centre.y + dy * reached };
}

/** Whether a point lies within a shape's outline. */
export function isInside({ rect, outline }: Shape, at: Point): boolean {
  if (outline === "box") return contains(rect, at);
  const { x, y } = centreOf(rect);
  const across = (at.x - x) / Math.max(1e-6, rect.width / 2);
  const down = (at.y - y) / Math.max(1e-6, rect.height / 2);
  return across * across + down * down <= 1;
}

/** An end of a line: free at a point, or bound to a shape. */
export type LineEnd =
  | { readonly type: "free"; readonly at: Point }
  | { readonly type: "bound"; readonly shape: Shape };

/** World units between a bound end and the border it points to. */
const air = 4;

/** How a line goes: straight, or past a point in its middle. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
  readonly through: Point | null;
  /** The middles of what it joins: its bend is counted from halfway between them. */
  readonly joins: readonly [Point, Point];
}

/**
 * The line between two ends, from border to border. Shapes that overlap are joined by their middles. `bend`: where its middle lies, from
 * the middle between what it joins.
 */
export function lineBetween(from: LineEnd, to: LineEnd, bend: Point | null = null): Line {
  const aim = (end: LineEnd): Point => (end.type === "free" ? end.at : centreOf(end.shape.rect));
  const reach = (end: LineEnd, other: Point): Point =>
    end.type === "free" ? end.at : borderPoint(end.shape, other, air);
  const joins = [aim(from), aim(to)] as const;
  const middle = middleBetween(...joins);
  const through = bend && { x: middle.x + bend.x, y: middle.y + bend.y };
  return { from: reach(from, through ?? aim(to)), to: reach(to, through ?? aim(from)), through, joins };
}

export const middleBetween = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** The point that pulls a curve from one end to the other so far that it goes through a third. */
export const pullThrough = (from: Point, through: Point, to: Point): Point => ({
  x: 2 * through.x - (from.x + to.x) / 2,
  y: 2 * through.y - (from.y + to.y) / 2,
});

/** Enough of them that nobody sees the corners. */
const curveSteps = 24;

/** The points of a curve that a third point pulls to itself. */
export function curvePoints(from: Point, pull: Point, to: Point): Point[] {
  return Array.from({ length: curveSteps + 1 }, (_, step) => {
    const t = step / curveSteps;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * pull.x + c * to.x, y: a * from.y + b * pull.y + c * to.y };
  });
}

/** The two sides of an arrow's head at `tip` for a line that comes from `from`; never longer than the line. */
export function headOf(from: Point, tip: Point, size: number): readonly [Point, Point] {
  const dx = tip.x - from.x;
  const dy = tip.y - from.y;
  const length = Math.hypot(dx, dy);
  const reach = Math.min(size, length);
  const angle = Math.atan2(dy, dx);
  const side = (turn: number): Point => ({
    x: tip.x - reach * Math.cos(angle + turn),
    y: tip.y - reach * Math.sin(angle + turn),
  });
  return [side(Math.PI / 6), side(-Math.PI / 6)];
}
