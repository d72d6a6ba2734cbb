import { expect, test } from "vitest";
import { facilitatorFan, facilitatorSheet, shownToAll } from "./facilitator-sheet.ts";

test("the big screen shows what a facilitator's board shows, not what phones or participants do", () => {
  expect(
    facilitatorSheet([
      { role: "participant", device: "board", sheet: "wall" },
      { role: "facilitator", device: "phone", sheet: "wall" },
      { role: "facilitator", device: "board", sheet: "map" },
    ]),
  ).toBe("map");
  expect(facilitatorSheet([{ role: "facilitator", device: "board", sheet: null }])).toBeNull();
});

test("the big screen shows all that the caller sees, however large its own", () => {
  const view = { serial: 4, centre: { x: 1, y: 2 }, zoom: 0.5, seen: null };
  const { serial, centre, zoom } = view;
  const seen = { width: 1_780, height: 1_260 };
  expect(shownToAll(view, { serial, sheet: "wall", centre, zoom, seen })).toEqual({ ...view, seen });
  // A page from before that was told, and somebody who is followed.
  expect(shownToAll(view, { serial, sheet: "wall", centre, zoom })).toEqual(view);
  expect(shownToAll({ ...view, serial: -1 }, { serial, sheet: "wall", centre, zoom, seen }).seen).toBeNull();
});

test("the big screen spreads out the pile that a facilitator's board has spread out", () => {
  const board = { role: "facilitator", device: "board", sheet: "priority", fanned: 2 } as const;
  expect(facilitatorFan([{ ...board, role: "participant", fanned: 1 }, board])).toBe(2);
  expect(facilitatorFan([{ ...board, fanned: null }])).toBeNull();
  expect(facilitatorFan([{ role: "facilitator", device: "board", sheet: "priority" }])).toBeNull();
});
