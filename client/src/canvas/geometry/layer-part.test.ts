import { describe, expect, it } from "vitest";
import { layerPart } from "./layer-part.ts";
import { covers, rect } from "./rect.ts";

const view = { width: 1_440, height: 900 };

describe("the part of the view a layer's canvas covers", () => {
  it("is hardly larger than what is on it, and stays while that moves a little", () => {
    const card = rect(603, 207, 200, 128);
    const part = layerPart(card, view, 1, null);
    if (!part) throw new Error("nothing is in view");
    expect(covers(part, card)).toBe(true);
    expect(part.width * part.height).toBeLessThan((view.width * view.height) / 10);
    expect(layerPart({ ...card, x: 610 }, view, 1, part)).toBe(part);
    expect(layerPart({ ...card, x: 900 }, view, 1, part)).toEqual({ ...part, x: 896 });
  });

  it("lies on whole device px, whatever the ratio", () => {
    for (const ratio of [1, 1.1, 1.5, 2.75]) {
      const part = layerPart(rect(301.3, 77.7, 200, 128), view, ratio, null);
      for (const length of [part?.x, part?.y, part?.width, part?.height]) {
        const px = (length ?? Number.NaN) * ratio;
        expect(Math.abs(px - Math.round(px))).toBeLessThan(1e-9);
      }
    }
  });

  it("is nothing where nothing is in view, and no more than the view of what reaches beyond it", () => {
    expect(layerPart(null, view, 1, null)).toBeNull();
    expect(layerPart(rect(2_000, 0, 200, 128), view, 1, null)).toBeNull();
    const part = layerPart(rect(-5_000, -5_000, 10_000, 10_000), view, 1, null);
    expect(part).toEqual(rect(0, 0, 1_536, 1_024));
  });

  it("is given up when it has become far too large", () => {
    const large = layerPart(rect(0, 0, 1_400, 800), view, 1, null);
    const small = layerPart(rect(100, 100, 100, 100), view, 1, large);
    expect(small?.width).toBeLessThan(300);
  });
});
