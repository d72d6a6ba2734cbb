import { describe, expect, it } from "vitest";
import { glideAt, glideTo, isGliding, restingAt } from "./glide.ts";

describe("gliding between samples", () => {
  it("is on its way between two samples 50 ms apart, and there when the next one comes", () => {
    const glide = glideTo(restingAt({ x: 0, y: 0 }), { x: 100, y: 40 }, 1_000, 50);
    expect(glideAt(glide, 1_000)).toEqual({ x: 0, y: 0 });
    expect(glideAt(glide, 1_025)).toEqual({ x: 50, y: 20 });
    expect(isGliding(glide, 1_049)).toBe(true);
    expect(glideAt(glide, 1_050)).toEqual({ x: 100, y: 40 });
    expect(isGliding(glide, 1_050)).toBe(false);
  });

  it("turns from where it is, never jumping, when a sample comes early", () => {
    const first = glideTo(restingAt({ x: 0, y: 0 }), { x: 100, y: 0 }, 0, 50);
    const second = glideTo(first, { x: 0, y: 0 }, 25, 25);
    expect(glideAt(second, 25)).toEqual({ x: 50, y: 0 });
  });

  it("does not fly across the whole wall after a long silence, nor crawl", () => {
    expect(glideTo(restingAt({ x: 0, y: 0 }), { x: 9_000, y: 0 }, 0, 50).duration).toBe(0);
    expect(glideTo(restingAt({ x: 0, y: 0 }), { x: 90, y: 0 }, 0, 60_000).duration).toBe(150);
  });
});
