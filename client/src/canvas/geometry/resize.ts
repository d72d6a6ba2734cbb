import type { Point, Rect } from "./rect.ts";

/** A handle: of a box, the side or corner it moves (−1 left or top, 1 right or bottom, 0 not that way); of a line, its end or its bend. */
export type Grip =
  | { readonly type: "box"; readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 }
  | { readonly type: "end"; readonly end: "from" | "to" }
  | { readonly type: "bend" };

export type BoxGrip = Extract<Grip, { type: "box" }>;

const corner = (x: -1 | 1, y: -1 | 1): BoxGrip => ({ type: "box", x, y });
export const cornerGrips: readonly BoxGrip[] = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
export const sideGrips: readonly BoxGrip[] = [
  { type: "box", x: -1, y: 0 },
  { type: "box", x: 1, y: 0 },
  { type: "box", x: 0, y: -1 },
  { type: "box", x: 0, y: 1 },
];

/** Where a grip of a box lies. */
export function gripPoint(area: Rect, { x, y }: BoxGrip): Point {
  return { x: area.x + (area.width * (x + 1)) / 2, y: area.y + (area.height * (y + 1)) / 2 };
}

export interface ResizeRules {
  /** Width and height keep their ratio. */
  readonly keepsShape: boolean;
  /** World units; nothing becomes smaller, and nothing turns over. */
  readonly least: number;
}

/** A box whose grip was moved; the opposite side or corner stays where it is. */
export function resized(area: Rect, { x, y }: BoxGrip, by: Point, { keepsShape, least }: ResizeRules): Rect {
  let width = Math.max(least, area.width + x * by.x);
  let height = Math.max(least, area.height + y * by.y);
  if (keepsShape && area.width > 0 && area.height > 0) {
    const across = width / area.width;
    const down = height / area.height;
    // A corner follows the larger of the two, a side its own; neither makes the other too small.
    const wish = x === 0 ? down : y === 0 ? across : Math.max(across, down);
    const scale = Math.max(wish, least / area.width, least / area.height);
    width = area.width * scale;
    height = area.height * scale;
  }
  return {
    x: x < 0 ? area.x + area.width - width : x === 0 ? area.x + (area.width - width) / 2 : area.x,
    y: y < 0 ? area.y + area.height - height : y === 0 ? area.y + (area.height - height) / 2 : area.y,
    width,
    height,
  };
}

/** The area spanned from one point to another; `even`: a square in that direction. */
export function spanned(from: Point, to: Point, even: boolean): Rect {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const side = Math.max(Math.abs(dx), Math.abs(dy));
  const width = even ? side : Math.abs(dx);
  const height = even ? side : Math.abs(dy);
  return { x: dx < 0 ? from.x - width : from.x, y: dy < 0 ? from.y - height : from.y, width, height };
}
