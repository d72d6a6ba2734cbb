import type { Point, Rect } from "../geometry/rect.ts";

/** A card that lies somewhere and may be shown beside it. */
export interface Lying {
  /** Where its middle is stored. */
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  /** Its middle must not be shown outside: the quarter it belongs to. */
  readonly home: Rect;
}

/** The more cards there are, the fewer rounds: nobody waits for hundreds of them to find the best place. */
const roundsFor = (count: number): number => Math.max(30, Math.min(240, Math.round(12_000 / count)));

/**
 * Cards that cover each other make room: each overlapping pair parts along the shorter way, until none
 * overlap or the rounds are used up; those of a home that couldn't part take seats in it (a home can be too full). A pure
 * function of where the cards are stored, in a fixed order: every screen shows the same, and nothing is written. Returns the
 * middles, in the order given.
 */
export function makeRoom(cards: readonly Lying[], gap: number): Point[] {
  const places = cards.map(({ centre, width, height }) => ({ ...centre, width, height }));
  if (!part(places, cards, gap) && takeSeats(places, cards, gap)) part(places, cards, gap);
  return places.map(({ x, y }) => ({ x, y }));
}

interface Place {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

/** False: some overlap still. */
function part(places: readonly Place[], cards: readonly Lying[], gap: number): boolean {
  const stepX = Math.max(0, ...cards.map(({ width }) => width)) + gap;
  const stepY = Math.max(0, ...cards.map(({ height }) => height)) + gap;
  const rounds = roundsFor(cards.length);
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const [first, second] of neighbours(places, stepX, stepY)) {
      const a = places[first];
      const b = places[second];
      if (!a || !b) continue;
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const { x: overlapX, y: overlapY } = overlapOf(a, b, gap);
      if (overlapX <= 0.01 || overlapY <= 0.01) continue;
      moved = true;
      // Cards on the very same spot part by their order. Slightly less than needed per round settles without trembling.
      // Aside is further than up or down, so it comes to that only where up and down are full.
      if (overlapY * (1 + round / 10) <= overlapX) {
        const push = (overlapY / 2) * (dy === 0 ? (first < second ? 1 : -1) : Math.sign(dy)) * 0.9;
        a.y -= push;
        b.y += push;
      } else {
        const push = (overlapX / 2) * (dx === 0 ? 1 : Math.sign(dx)) * 0.9;
        a.x -= push;
        b.x += push;
      }
    }
    for (const [index, place] of places.entries()) keepHome(place, cards[index]?.home);
    if (!moved) return true;
  }
  return false;
}

const overlapOf = (a: Place, b: Place, gap: number): Point => ({
  x: (a.width + b.width) / 2 + gap - Math.abs(b.x - a.x),
  y: (a.height + b.height) / 2 + gap - Math.abs(b.y - a.y),
});

/** Cards that cover each other for good: those of their home are laid in columns, each on the free seat nearest to where it is stored. */
function takeSeats(places: readonly Place[], cards: readonly Lying[], gap: number): boolean {
  const covering = (index: number): boolean =>
    places.some((other, at) => {
      const place = places[index];
      if (!place || at === index) return false;
      const { x, y } = overlapOf(place, other, 0);
      return x > 0.01 && y > 0.01;
    });
  const homes = new Set(cards.flatMap(({ home }, index) => (covering(index) ? home : [])));
  for (const home of homes) {
    const inmates = cards.flatMap((card, index) =>
      card.home === home ? [{ card, place: places[index] }] : [],
    );
    const free = seatsIn(home, inmates[0]?.card, gap);
    if (free.length < inmates.length) continue;
    for (const { card, place } of inmates) {
      const seat = nearest(card.centre, free);
      if (!place || !seat) continue;
      free.splice(free.indexOf(seat), 1);
      Object.assign(place, seat);
    }
  }
  return homes.size > 0;
}

function seatsIn(home: Rect, card: Lying | undefined, gap: number): Point[] {
  if (!card) return [];
  const pitch = { x: card.width + gap, y: card.height + gap };
  const columns = Math.floor(home.width / pitch.x) + 1;
  const rows = Math.floor(home.height / pitch.y) + 1;
  const left = home.x + (home.width - (columns - 1) * pitch.x) / 2;
  const top = home.y + (home.height - (rows - 1) * pitch.y) / 2;
  return Array.from({ length: columns * rows }, (_, seat) => ({
    x: left + (seat % columns) * pitch.x,
    y: top + Math.floor(seat / columns) * pitch.y,
  }));
}

function nearest({ x, y }: Point, seats: readonly Point[]): Point | undefined {
  const away = (seat: Point) => Math.hypot(seat.x - x, seat.y - y);
  let found: Point | undefined;
  for (const seat of seats) if (!found || away(seat) < away(found)) found = seat;
  return found;
}

function keepHome(place: Place, home: Rect | undefined): void {
  if (!home) return;
  place.x = Math.min(Math.max(place.x, home.x), home.x + home.width);
  place.y = Math.min(Math.max(place.y, home.y), home.y + home.height);
}

const cellNumber = (column: number, row: number): number => column * 65_536 + row;

/** Pairs of cards near enough to overlap, each once, in a fixed order. */
function neighbours(places: readonly Point[], stepX: number, stepY: number): [number, number][] {
  const cells = new Map<number, number[]>();
  const cellOf = ({ x, y }: Point): [number, number] => [Math.floor(x / stepX), Math.floor(y / stepY)];
  const pairs: [number, number][] = [];
  for (const [index, place] of places.entries()) {
    const [column, row] = cellOf(place);
    for (let nearColumn = column - 1; nearColumn <= column + 1; nearColumn++) {
      for (let nearRow = row - 1; nearRow <= row + 1; nearRow++) {
        for (const other of cells.get(cellNumber(nearColumn, nearRow)) ?? []) pairs.push([other, index]);
      }
    }
    const cell = cellNumber(column, row);
    const mates = cells.get(cell);
    if (mates) mates.push(index);
    else cells.set(cell, [index]);
  }
  return pairs;
}
