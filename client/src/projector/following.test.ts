import { expect, test } from "vitest";
import { facilitatorSheet } from "./facilitator-sheet.ts";
import { scaledView } from "./scaled-view.ts";

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

test("a view is enlarged to the screen, and never made smaller", () => {
  const call = { serial: 1, centre: { x: 1, y: 2 }, zoom: 0.5, seen: null };
  expect(scaledView(call, { width: 1780, height: 5000 })).toEqual({ ...call, zoom: 1 });
  // What is seen must still fit the other way.
  expect(scaledView(call, { width: 1780, height: 945 })).toEqual({ ...call, zoom: 0.75 });
  expect(scaledView(call, { width: 400, height: 300 })).toEqual(call);
  expect(scaledView({ ...call, zoom: null }, { width: 1780, height: 1260 }).zoom).toBeNull();
});
