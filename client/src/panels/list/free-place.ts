import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { thingsOn } from "@faelleskort/shared/views/free-sheet.ts";
import { cornerOf } from "./free-groups.ts";

/** Room for a note, and some air. Things written without pointing take such seats. */
const seat = { width: 220, height: 160 } as const;
/** A note's own size: it grows with its words, which nobody has measured here. */
const noteSize = { width: 180, height: 120 } as const;

/**
 * A free place for something that is written without pointing, in board units: the nearest to the middle of what its writer has in view,
 * so that they see it come; without a view beside what is there.
 */
export function freePlace(
  board: BoardSnapshot,
  sheet: SheetId,
  middle: { readonly x: number; readonly y: number } | null,
): { x: number; y: number } {
  const taken = thingsOn(board, sheet).flatMap((thing) => {
    const { record } = thing;
    if ("kind" in record && (record.kind === "frame" || record.kind === "connector")) return [];
    const { width, height } = "kind" in record ? record.box : noteSize;
    return [{ ...cornerOf(thing), width, height }];
  });
  const first = middle ?? taken[0] ?? { x: 0, y: 0 };
  const isFree = (x: number, y: number) =>
    !taken.some(
      (other) =>
        other.x < x + seat.width &&
        x < other.x + Math.max(other.width, noteSize.width) &&
        other.y < y + seat.height &&
        y < other.y + other.height,
    );
  const start = middle
    ? { x: Math.round(first.x - noteSize.width / 2), y: Math.round(first.y - noteSize.height / 2) }
    : { x: first.x, y: first.y };
  for (let ring = 0; ; ring += 1) {
    for (const [column, row] of ringOf(ring)) {
      const place = { x: start.x + column * seat.width, y: start.y + row * seat.height };
      if (isFree(place.x, place.y)) return place;
    }
  }
}

/** The seats so many steps from the middle one, nearest first, to the right and downwards before the other ways. */
function ringOf(ring: number): (readonly [number, number])[] {
  if (ring === 0) return [[0, 0]];
  const seats: [number, number][] = [];
  for (let column = -ring; column <= ring; column += 1) {
    for (let row = -ring; row <= ring; row += 1) {
      if (Math.max(Math.abs(column), Math.abs(row)) === ring) seats.push([column, row]);
    }
  }
  return seats.sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || b[0] - a[0] || b[1] - a[1]);
}
