import { describe, expect, it } from "vitest";
import { boundsOf, covers, overlaps, rect } from "./rect.ts";
import { tilesOf, touchedTiles } from "./tiles.ts";

const plate = { width: 2_160, height: 1_350 };

describe("the plate's tiles", () => {
  it("cover it, and reach under each other", () => {
    const tiles = tilesOf(plate);
    const all = boundsOf(tiles);
    expect(all && covers(all, { x: 0, y: 0, ...plate })).toBe(true);
    const [first, right] = tiles;
    expect(first && right && overlaps(first, right)).toBe(true);
    expect(new Set(tiles.map(({ width, height }) => `${width}×${height}`)).size).toBe(1);
  });

  it("are none where there is no plate", () => {
    expect(tilesOf({ width: 0, height: 0 })).toEqual([]);
  });

  it("are touched by what changes on them, or at their edge", () => {
    const tiles = tilesOf(plate);
    const [first] = tiles;
    const width = (first?.width ?? 0) - 2;
    expect(touchedTiles(tiles, [rect(100, 100, 200, 128)])).toEqual([0]);
    expect(touchedTiles(tiles, [rect(width + 3, 100, 200, 128)])).toEqual([0, 1]);
    expect(touchedTiles(tiles, [rect(width + 10, 100, 200, 128)])).toEqual([1]);
    expect(touchedTiles(tiles, [])).toEqual([]);
    expect(touchedTiles(tiles, "all")).toHaveLength(tiles.length);
  });
});
