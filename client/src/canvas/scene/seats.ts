import { createGridIndex } from "../geometry/grid-index.ts";
import { inflate, type Rect } from "../geometry/rect.ts";

/** Something that nobody has laid anywhere yet. */
export interface SeatSeeker<K> {
  readonly key: K;
  readonly width: number;
  readonly height: number;
}

/** A grid of places that grows evenly to the right (or left) and down, so that a heap of cards is about as wide as a screen. */
export interface SeatGrid {
  readonly origin: { readonly x: number; readonly y: number };
  /** Distance between seats; a thing larger than this takes the seat only if all it covers is free. */
  readonly pitch: { readonly x: number; readonly y: number };
  /** 1 grows to the right, −1 to the left. */
  readonly towards: 1 | -1;
}

const gap = 8;
/** Nobody gets lost in an endless search: beyond it, cards share the last place. */
const mostSeats = 40_000;

/**
 * Gives every seeker a place that nothing else lies on: the seat it had before if that is still free, else the first
 * free one, in the order given. Deterministic, so all who open the same board see the same; and a card that is taken
 * away leaves its hole, so that the others do not jump.
 */
export function takeSeats<K>(
  seekers: readonly SeatSeeker<K>[],
  obstacles: readonly Rect[],
  grid: SeatGrid,
  before: ReadonlyMap<K, Rect>,
): Map<K, Rect> {
  const taken = createGridIndex<number>();
  let next = 0;
  const take = (area: Rect) => taken.set(next++, area);
  for (const obstacle of obstacles) take(obstacle);
  const isFree = (area: Rect) => taken.within(inflate(area, gap / 2)).length === 0;

  const seats = new Map<K, Rect>();
  const seatless: SeatSeeker<K>[] = [];
  for (const seeker of seekers) {
    const old = before.get(seeker.key);
    const same = old && { x: old.x, y: old.y, width: seeker.width, height: seeker.height };
    if (same && isFree(same)) {
      seats.set(seeker.key, same);
      take(same);
    } else seatless.push(seeker);
  }

  // Seats fill up from the origin, so one that was full stays full: the search goes on where the last one of that size ended.
  const searchedBySize = new Map<string, number>();
  for (const seeker of seatless) {
    const size = `${seeker.width} ${seeker.height}`;
    let index = searchedBySize.get(size) ?? 0;
    let area = seatArea(grid, index, seeker);
    while (!isFree(area) && index < mostSeats) area = seatArea(grid, ++index, seeker);
    searchedBySize.set(size, index);
    seats.set(seeker.key, area);
    take(area);
  }
  return seats;
}

function seatArea<K>(grid: SeatGrid, index: number, { width, height }: SeatSeeker<K>): Rect {
  const { column, row } = seatAt(index);
  const x = grid.origin.x + column * grid.pitch.x * grid.towards - (grid.towards === -1 ? width : 0);
  return { x, y: grid.origin.y + row * grid.pitch.y, width, height };
}

/** Seats in the order they fill: squares of 1, 4, 9 … seats, each new edge first down its column, then along its row. */
export function seatAt(index: number): { readonly column: number; readonly row: number } {
  const edge = Math.floor(Math.sqrt(index));
  const along = index - edge * edge;
  return along < edge ? { column: edge, row: along } : { column: along - edge, row: edge };
}
