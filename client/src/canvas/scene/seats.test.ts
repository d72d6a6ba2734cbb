import { describe, expect, it } from "vitest";
import { overlaps, rect, type Rect } from "../geometry/rect.ts";
import { type SeatGrid, seatAt, takeSeats } from "./seats.ts";

const grid: SeatGrid = { origin: { x: 0, y: 0 }, pitch: { x: 220, y: 148 }, towards: 1 };
const card = (key: string) => ({ key, width: 200, height: 128 });
const cards = (count: number) => Array.from({ length: count }, (_, index) => card(`c${index}`));

function expectNoOverlap(areas: readonly Rect[]): void {
  for (const [index, area] of areas.entries()) {
    for (const other of areas.slice(index + 1)) expect(overlaps(area, other)).toBe(false);
  }
}

describe("seats on the wall", () => {
  it("fill a square from the corner", () => {
    const first = Array.from({ length: 9 }, (_, index) => seatAt(index));
    expect(new Set(first.map(({ column, row }) => `${column},${row}`)).size).toBe(9);
    for (const { column, row } of first) expect(Math.max(column, row)).toBeLessThan(3);
  });

  it("are free of each other and of what lies there", () => {
    const lying = [rect(100, 60, 200, 128), rect(700, 300, 320, 232)];
    const seats = takeSeats(cards(60), lying, grid, new Map());
    expect(seats.size).toBe(60);
    expectNoOverlap([...seats.values(), ...lying]);
  });

  it("are the same for everybody who opens the board", () => {
    expect([...takeSeats(cards(30), [], grid, new Map())]).toEqual([
      ...takeSeats(cards(30), [], grid, new Map()),
    ]);
  });

  it("stay when another card is taken away, comes, or is laid beside", () => {
    const before = takeSeats(cards(12), [], grid, new Map());
    const fewer = cards(12).filter(({ key }) => key !== "c3");
    const after = takeSeats([card("older"), ...fewer], [rect(5_000, 0, 200, 128)], grid, before);
    for (const { key } of fewer) expect(after.get(key)).toEqual(before.get(key));
    expect(after.get("older")).toEqual(before.get("c3"));
  });

  it("give way to a card laid on them", () => {
    const before = takeSeats(cards(3), [], grid, new Map());
    const lying = rect(10, 10, 200, 128);
    const after = takeSeats(cards(3), [lying], grid, before);
    expectNoOverlap([...after.values(), lying]);
    expect(after.get("c1")).toEqual(before.get("c1"));
  });

  it("hold cards of several sizes, and grow to the left where told", () => {
    const mixed = cards(20).map((seeker, index) => (index % 3 === 0 ? { ...seeker, height: 260 } : seeker));
    const seats = [
      ...takeSeats(mixed, [], { ...grid, origin: { x: -40, y: 0 }, towards: -1 }, new Map()).values(),
    ];
    expectNoOverlap(seats);
    for (const seat of seats) expect(seat.x + seat.width).toBeLessThanOrEqual(-40);
  });
});
