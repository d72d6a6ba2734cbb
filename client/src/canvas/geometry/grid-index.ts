import { overlaps, type Point, type Rect } from "./rect.ts";

/** Side of an index cell in world units: a few cards. */
const cellSize = 512;

/** Finds what lies in a part of a sheet without looking at everything. */
export interface GridIndex<K> {
  /** Puts a thing where it now lies. */
  set(key: K, area: Rect): void;
  delete(key: K): void;
  readonly size: number;
  /** Keys of all things that overlap the area, in no particular order. */
  within(area: Rect): K[];
  at(point: Point): K[];
}

/** Cells are numbered within ±32,768 in each direction: more than `contentLimits.coordinate` reaches. */
const cellNumber = (column: number, row: number) => (column + 32_768) * 65_536 + row + 32_768;

export function createGridIndex<K>(): GridIndex<K> {
  const areas = new Map<K, Rect>();
  const cells = new Map<number, Set<K>>();

  function eachCell(area: Rect, visit: (cell: number) => void): void {
    const right = Math.floor((area.x + area.width) / cellSize);
    const bottom = Math.floor((area.y + area.height) / cellSize);
    for (let column = Math.floor(area.x / cellSize); column <= right; column++) {
      for (let row = Math.floor(area.y / cellSize); row <= bottom; row++) visit(cellNumber(column, row));
    }
  }

  function remove(key: K, area: Rect): void {
    eachCell(area, (cell) => {
      const keys = cells.get(cell);
      keys?.delete(key);
      if (keys?.size === 0) cells.delete(cell);
    });
  }

  /** Cells an area touches can be far more than things exist (everything in view at a tiny zoom). */
  function isWide(area: Rect): boolean {
    return (area.width / cellSize + 1) * (area.height / cellSize + 1) > cells.size;
  }

  function within(area: Rect): K[] {
    const found: K[] = [];
    if (isWide(area)) {
      for (const [key, at] of areas) if (overlaps(at, area)) found.push(key);
      return found;
    }
    const seen = new Set<K>();
    eachCell(area, (cell) => {
      for (const key of cells.get(cell) ?? []) {
        if (seen.has(key)) continue;
        seen.add(key);
        const at = areas.get(key);
        if (at && overlaps(at, area)) found.push(key);
      }
    });
    return found;
  }

  return {
    set(key, area) {
      const before = areas.get(key);
      if (before) remove(key, before);
      areas.set(key, area);
      eachCell(area, (cell) => {
        const keys = cells.get(cell);
        if (keys) keys.add(key);
        else cells.set(cell, new Set([key]));
      });
    },
    delete(key) {
      const area = areas.get(key);
      if (area) remove(key, area);
      areas.delete(key);
    },
    get size() {
      return areas.size;
    },
    within,
    at: ({ x, y }) => within({ x: x - 0.001, y: y - 0.001, width: 0.002, height: 0.002 }),
  };
}
