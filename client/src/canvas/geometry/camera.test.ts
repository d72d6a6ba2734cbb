import { describe, expect, it } from "vitest";
import {
  between,
  broughtIntoView,
  type Camera,
  centredOn,
  centreOfView,
  fitted,
  pannedBy,
  toScreen,
  toWorld,
  visibleWorld,
  zoomedAt,
  zoomLimits,
} from "./camera.ts";
import { covers, rect, type Rect } from "./rect.ts";

const camera: Camera = { x: -120, y: 40, zoom: 0.8 };
const size = { width: 1280, height: 800 };

describe("camera", () => {
  it("takes a point to the screen and back", () => {
    const back = toWorld(camera, toScreen(camera, { x: 33, y: -7 }));
    expect(back.x).toBeCloseTo(33);
    expect(back.y).toBeCloseTo(-7);
  });

  it("keeps what is under the pointer there while zooming, also at the limits", () => {
    const pointer = { x: 300, y: 500 };
    const before = toWorld(camera, pointer);
    for (const zoom of [0.5, 3, 1000, 0]) {
      const zoomed = zoomedAt(camera, pointer, zoom);
      const after = toWorld(zoomed, pointer);
      expect(after.x).toBeCloseTo(before.x);
      expect(after.y).toBeCloseTo(before.y);
      expect(zoomed.zoom).toBeGreaterThanOrEqual(zoomLimits.least);
      expect(zoomed.zoom).toBeLessThanOrEqual(zoomLimits.most);
    }
  });

  it("pans by screen px whatever the zoom", () => {
    const before = toScreen(camera, { x: 10, y: 10 });
    const after = toScreen(pannedBy(camera, 25, -60), { x: 10, y: 10 });
    expect(after.x - before.x).toBeCloseTo(25);
    expect(after.y - before.y).toBeCloseTo(-60);
  });

  it("fits an area whole with its margin, and does not blow up a small one", () => {
    const wide = rect(-900, 100, 5000, 200);
    const shown = fitted(wide, size, 40);
    expect(covers(visibleWorld(shown, size), wide)).toBe(true);
    expect(toScreen(shown, wide).x).toBeCloseTo(40);
    expect(fitted(rect(0, 0, 10, 10), size, 40).zoom).toBe(1);
  });

  it("HAND-11 brings what is partly in view into it by the least move, in the same size", () => {
    const margin = { x: 28, y: 96 };
    const shown = (area: Rect) => {
      const moved = broughtIntoView(camera, size, area, margin);
      expect(moved.zoom).toBe(camera.zoom);
      const { x, y } = toScreen(moved, area);
      return [Math.round(x), Math.round(y)];
    };
    // 160 × 80 on the screen.
    const at = (x: number, y: number): Rect => ({ ...toWorld(camera, { x, y }), width: 200, height: 100 });
    expect(shown(at(400, 300))).toEqual([400, 300]);
    expect(shown(at(-60, 300))).toEqual([28, 300]);
    expect(shown(at(1_200, 780))).toEqual([1_092, 624]);
    expect(shown(at(400, -20))).toEqual([400, 96]);
  });

  it("brings what is out of sight, or too large, to the middle", () => {
    const margin = { x: 28, y: 96 };
    for (const area of [rect(9_000, 9_000, 200, 100), rect(-100, -100, 4_000, 2_000)]) {
      const moved = broughtIntoView(camera, size, area, margin);
      expect(covers(visibleWorld(moved, size), area)).toBe(true);
      expect(centreOfView(moved, size).x).toBeCloseTo(area.x + area.width / 2);
    }
  });

  it("glides from one view to another and ends exactly there", () => {
    const goal = centredOn({ x: 900, y: 900 }, 2, size);
    expect(between(camera, goal, 0, size)).toMatchObject({ zoom: camera.zoom });
    const end = between(camera, goal, 1, size);
    expect(end.zoom).toBeCloseTo(goal.zoom);
    expect(centreOfView(end, size).x).toBeCloseTo(900);
    const level = between(camera, { ...camera, x: 80 }, 0.5, size);
    expect(level.x).toBeCloseTo(-20);
  });
});
