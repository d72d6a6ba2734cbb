import { expect, it } from "vitest";
import { fromMinimap, isAllInView, minimapOf, onMinimap } from "./minimap.ts";
import { centreOf, rect } from "./rect.ts";

const size = { width: 160, height: 100 };

it.each([rect(-500, 200, 4_000, 600), rect(0, 0, 300, 9_000), rect(5, 5, 0, 0)])(
  "shows the whole sheet in its middle, and finds the way back: %o",
  (bounds) => {
    const map = minimapOf(bounds, size);
    const shown = onMinimap(map, bounds);
    expect(shown.width).toBeLessThanOrEqual(160.001);
    expect(shown.height).toBeLessThanOrEqual(100.001);
    expect(centreOf(shown).x).toBeCloseTo(80);
    expect(centreOf(shown).y).toBeCloseTo(50);
    expect(fromMinimap(map, centreOf(shown)).x).toBeCloseTo(centreOf(bounds).x);
  },
);

it("is not needed while all is in view", () => {
  const camera = { x: 0, y: 0, zoom: 1 };
  expect(isAllInView(rect(10, 10, 500, 300), camera, { width: 800, height: 600 })).toBe(true);
  expect(isAllInView(rect(10, 10, 900, 300), camera, { width: 800, height: 600 })).toBe(false);
});
