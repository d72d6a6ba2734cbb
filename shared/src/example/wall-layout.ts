import type { BoardPoint } from "../model/geometry.ts";

/** Board units: a who-card is 320 × 232, a card 200 × 128, a note 180 wide. Everything lies by its top left corner. */
const whoCard = { columns: 5, pitchX: 360, pitchY: 280 } as const;
const card = { columns: 3, pitchX: 240, pitchY: 168 } as const;
const groupGap = 40;
/** A group's note lies to the left of its first card. */
const noteX = -240;
const looseX = whoCard.columns * whoCard.pitchX + 120;
const looseTop = 160;

const point = (x: number, y: number): BoardPoint => ({ x, y, z: 0 });

export interface GroupSeats {
  readonly note: BoardPoint;
  readonly cards: readonly BoardPoint[];
}

/** Rows of who-cards, a group under the other, for groups of the given sizes. */
export function groupSeats(sizes: readonly number[]): GroupSeats[] {
  let top = 0;
  return sizes.map((size) => {
    const cards = Array.from({ length: size }, (_, index) =>
      point(
        (index % whoCard.columns) * whoCard.pitchX,
        top + Math.floor(index / whoCard.columns) * whoCard.pitchY,
      ),
    );
    const seats = { note: point(noteX, top), cards };
    top += Math.ceil(size / whoCard.columns) * whoCard.pitchY + groupGap;
    return seats;
  });
}

/** A block of plain cards to the right of the groups, with its note above; further notes lie below it. */
export function looseSeats(size: number): GroupSeats & { readonly below: (index: number) => BoardPoint } {
  const bottom = looseTop + Math.ceil(size / card.columns) * card.pitchY + groupGap;
  return {
    note: point(looseX, 0),
    cards: Array.from({ length: size }, (_, index) =>
      point(
        looseX + (index % card.columns) * card.pitchX,
        looseTop + Math.floor(index / card.columns) * card.pitchY,
      ),
    ),
    below: (index) => point(looseX + index * card.pitchX, bottom),
  };
}
