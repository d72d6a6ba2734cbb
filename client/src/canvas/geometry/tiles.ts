import type { ViewSize } from "./camera.ts";
import { inflate, overlaps, type Rect } from "./rect.ts";

/** A tile's side, device px: small enough that one card's change costs little, large enough that the browser has few to handle. */
const side = 512;
/** Device px by which a tile reaches under its neighbours: shown in another size, edges that only meet leave a seam. */
const lap = 2;

/** The tiles that cover a picture of whole device px, row by row; all of one size, so the last ones reach beyond it. */
export function tilesOf({ width, height }: ViewSize): readonly Rect[] {
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  if (columns === 0 || rows === 0) return [];
  const cell = { width: Math.ceil(width / columns), height: Math.ceil(height / rows) };
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: (index % columns) * cell.width,
    y: Math.floor(index / columns) * cell.height,
    width: cell.width + lap,
    height: cell.height + lap,
  }));
}

/** Which tiles show something of what changed; `changed` in the tiles' own px, its edges half painted. */
export function touchedTiles(tiles: readonly Rect[], changed: "all" | readonly Rect[]): readonly number[] {
  const every = [...tiles.keys()];
  if (changed === "all") return every;
  const grown = changed.map((area) => inflate(area, 2));
  return every.filter((index) => {
    const tile = tiles[index];
    return tile !== undefined && grown.some((area) => overlaps(area, tile));
  });
}
