import { describe, expect, it } from "vitest";
import { overlaps, rect, rectAround } from "../geometry/rect.ts";
import { makeRoom } from "./make-room.ts";

const home = rect(0, 0, 1_000, 1_000);
const shown = (centres: readonly { x: number; y: number }[], within = home) =>
  makeRoom(
    centres.map((centre) => ({ centre, width: 148, height: 60, home: within })),
    6,
  );

function overlapping(places: readonly { x: number; y: number }[]): number {
  const areas = places.map((place) => rectAround(place, 148, 60));
  return areas.reduce(
    (sum, area, index) => sum + areas.slice(index + 1).filter((other) => overlaps(area, other)).length,
    0,
  );
}

describe("cards making room", () => {
  it("leave cards alone that do not touch", () => {
    const apart = [
      { x: 100, y: 100 },
      { x: 400, y: 100 },
      { x: 100, y: 300 },
    ];
    expect(shown(apart)).toEqual(apart);
  });

  it("part cards that touch or lie on the very same spot", () => {
    expect(
      overlapping(
        shown([
          { x: 500, y: 500 },
          { x: 520, y: 510 },
        ]),
      ),
    ).toBe(0);
    expect(overlapping(shown(Array.from({ length: 12 }, () => ({ x: 500, y: 500 }))))).toBe(0);
  });

  it("keep every card's middle in its home, however full it is", () => {
    const quarter = rect(500, 0, 500, 500);
    const crowd = Array.from({ length: 60 }, (_, index) => ({ x: 510 + (index % 7), y: 490 - index }));
    for (const place of shown(crowd, quarter)) {
      expect(place.x).toBeGreaterThanOrEqual(500);
      expect(place.x).toBeLessThanOrEqual(1_000);
      expect(place.y).toBeGreaterThanOrEqual(0);
      expect(place.y).toBeLessThanOrEqual(500);
    }
  });

  it("part cards of two fields that meet at the line between them, each staying on its side", () => {
    const [left, right] = makeRoom(
      [
        { centre: { x: 490, y: 300 }, width: 148, height: 60, home: rect(0, 0, 499, 1_000) },
        { centre: { x: 510, y: 310 }, width: 100, height: 40, home: rect(501, 0, 499, 1_000) },
      ],
      6,
    );
    expect(left?.x).toBeLessThan(500);
    expect(right?.x).toBeGreaterThan(500);
    expect(overlaps(rectAround(left ?? home, 148, 60), rectAround(right ?? home, 100, 40))).toBe(false);
  });

  it("show the same on every screen", () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({ x: 300 + index * 3, y: 400 - index * 2 }));
    expect(shown(crowd)).toEqual(shown(crowd));
  });

  it("keep the neighbours' order: a card to the right stays to the right", () => {
    const [left, right] = shown([
      { x: 500, y: 500 },
      { x: 620, y: 500 },
    ]);
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    expect(left?.y).toBeCloseTo(right?.y ?? 0);
  });
});
