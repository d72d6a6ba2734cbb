import { describe, expect, it } from "vitest";
import { toScreen } from "./camera.ts";
import { originOf, type Plate, plateCamera, plateSize, showingOf, worldOnPlate } from "./plate.ts";

const view = { width: 1000, height: 600 };
const camera = { x: 130.3, y: -72.9, zoom: 0.7 };

function plateFor(seen: typeof camera, ratio = 2): Plate {
  const size = plateSize(view, ratio);
  return { zoom: seen.zoom, origin: originOf(plateCamera(seen, view, size), ratio), ratio, size };
}

describe("the plate", () => {
  it("fills the view it was painted for, on whole device px", () => {
    const showing = showingOf(plateFor(camera), camera, view);
    expect(showing?.scale).toBe(1);
    expect(Number.isInteger((showing?.x ?? 0.1) * 2)).toBe(true);
  });

  it("shows every point of the world where the view has it, whatever the view", () => {
    const plate = plateFor(camera);
    for (const seen of [camera, { ...camera, x: 200 }, { x: 180, y: -40, zoom: 0.9 }]) {
      const showing = showingOf(plate, seen, view);
      const world = { x: 400, y: 100 };
      const onPlate = {
        x: world.x * plate.zoom + plate.origin.x / plate.ratio,
        y: world.y * plate.zoom + plate.origin.y / plate.ratio,
      };
      const expected = toScreen(seen, world);
      expect(showing).not.toBeNull();
      if (!showing) continue;
      // Half a device px at most: it is kept on whole ones.
      expect(Math.abs(showing.x + onPlate.x * showing.scale - expected.x)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(showing.y + onPlate.y * showing.scale - expected.y)).toBeLessThanOrEqual(0.5);
    }
  });

  it("must be painted anew when the view leaves it, or it would be too unsharp", () => {
    const plate = plateFor(camera);
    expect(showingOf(plate, { ...camera, x: camera.x + 2000 }, view)).toBeNull();
    expect(showingOf(plate, { ...camera, zoom: camera.zoom * 4 }, view)).toBeNull();
    expect(showingOf(plate, { ...camera, zoom: camera.zoom / 3 }, view)).toBeNull();
  });

  it("holds more of the world than is in view, but not more pixels than a device can spare", () => {
    const world = worldOnPlate(plateFor(camera));
    expect(world.width).toBeCloseTo(1500 / 0.7);
    const large = plateSize({ width: 2560, height: 1440 }, 2);
    expect(large).toEqual({ width: 3072, height: 1728 });
  });
});
