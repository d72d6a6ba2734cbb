import { describe, expect, it } from "vitest";
import { fanOut } from "./fan.ts";
import { covers, overlaps, rect } from "./rect.ts";

const card = { width: 148, height: 60 };
const laptop = { area: rect(-500, -30, 1_600, 1_000), zoom: 0.55 };
const phone = { area: rect(-400, -700, 1_300, 2_000), zoom: 0.28 };
const near = { x: 750, y: 250 };

describe("cards fanned out of a pile", () => {
  it("lie beside each other in rows, in the order given, and cover nobody", () => {
    const { places } = fanOut(41, card, near, laptop);
    expect(places).toHaveLength(41);
    for (const [index, place] of places.entries()) {
      for (const other of places.slice(index + 1)) expect(overlaps(place, other)).toBe(false);
      const before = places[index - 1];
      if (before) expect(before.y < place.y || (before.y === place.y && before.x < place.x)).toBe(true);
    }
  });

  it.each([
    ["a laptop", laptop],
    ["a projector", { area: rect(0, 0, 2_200, 1_200), zoom: 0.84 }],
  ])("all lie in what is in view on %s, large enough to be read", (_, room) => {
    const { panel, head, places } = fanOut(60, card, near, room);
    expect(covers(room.area, panel)).toBe(true);
    for (const place of places) {
      expect(covers(panel, place)).toBe(true);
      expect(place.y).toBeGreaterThanOrEqual(panel.y + head);
      // Screen px: names of 12 units are 7 px high at least.
      expect(place.width * room.zoom).toBeGreaterThanOrEqual(148 * 0.6);
      expect(place.width / place.height).toBeCloseTo(148 / 60);
    }
  });

  it("are never too small to be read: they fill the room's width and go on below its foot", () => {
    const { panel, places } = fanOut(200, card, near, phone);
    const [first] = places;
    expect((first?.width ?? 0) * phone.zoom).toBeGreaterThanOrEqual(148 * 0.6);
    expect(panel.y).toBe(phone.area.y);
    expect(panel.x).toBeGreaterThanOrEqual(phone.area.x);
    expect(panel.x + panel.width).toBeLessThanOrEqual(phone.area.x + phone.area.width + 1e-6);
    expect(panel.height).toBeGreaterThan(phone.area.height);
  });

  it("lie as near to the pile as the room allows, in a bar's reach of a finger", () => {
    const { panel, head } = fanOut(2, card, near, laptop);
    expect(panel.x + panel.width / 2).toBeCloseTo(near.x);
    expect(panel.y + panel.height / 2).toBeCloseTo(near.y);
    expect(head * laptop.zoom).toBeGreaterThanOrEqual(44);
  });

  it("are no larger than at 100 %, or than the sheet is shown", () => {
    expect(fanOut(2, card, near, { area: laptop.area, zoom: 0.5 }).places[0]?.width).toBeCloseTo(148 / 0.5);
    expect(fanOut(2, card, near, { area: rect(0, 0, 900, 700), zoom: 2 }).places[0]?.width).toBeCloseTo(148);
  });
});
