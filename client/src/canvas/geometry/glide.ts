import type { Point } from "./rect.ts";

/** A motion from one place to another in even speed; times in ms. */
export interface Glide {
  readonly from: Point;
  readonly to: Point;
  readonly start: number;
  readonly duration: number;
}

/** How long the way to a new sample takes: as long as samples lie apart, within reason. */
const duration = { least: 30, most: 150 } as const;
/** Further than this (world units) nobody's hand moves between two samples: it was somewhere else. */
const leap = 4_000;

export const restingAt = (place: Point): Glide => ({ from: place, to: place, start: 0, duration: 0 });

export function glideAt({ from, to, start, duration: time }: Glide, now: number): Point {
  if (time <= 0 || now >= start + time) return to;
  const part = Math.max(0, (now - start) / time);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

export const isGliding = ({ start, duration: time }: Glide, now: number): boolean => now < start + time;

/** Goes on from wherever it is to a new sample that came `sinceLast` ms after the one before. */
export function glideTo(glide: Glide, to: Point, now: number, sinceLast: number): Glide {
  const from = glideAt(glide, now);
  if (Math.hypot(to.x - from.x, to.y - from.y) > leap) return restingAt(to);
  return { from, to, start: now, duration: Math.min(duration.most, Math.max(duration.least, sinceLast)) };
}
