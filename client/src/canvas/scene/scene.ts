import { createGridIndex } from "../geometry/grid-index.ts";
import { boundsOf, covers, inflate, overlaps, type Point, type Rect, union } from "../geometry/rect.ts";
import { extentOf } from "../painters/item.ts";
import type { ItemKey, PileItem, RecordItem, SceneItem } from "./item.ts";
import type { Arrangement, Sheet, SheetInput } from "./sheet.ts";
import { isCrossed, touch } from "./touch.ts";

/** What must be painted anew after a change. */
export type Damage = "all" | readonly Rect[];

/** Beyond this many changed places, painting everything in view is cheaper. */
const mostAreas = 24;

/** The things of one sheet, found by key and by place. Only what changed is laid out and indexed again. */
export interface Scene {
  update(input: SheetInput): Damage;
  readonly arrangement: Arrangement | null;
  /** Everything that is seen, undermost first. */
  readonly shownItems: readonly SceneItem[];
  /** Also one that lies in a pile. */
  item(key: ItemKey): RecordItem | undefined;
  pile(key: ItemKey): PileItem | undefined;
  /** What is seen of a thing: itself, or the pile it lies in. */
  shown(key: ItemKey): SceneItem | undefined;
  /** In painting order, undermost first. */
  within(area: Rect): SceneItem[];
  /** `reach` (world units): how near is near enough for lines. */
  topmostAt(point: Point, reach?: number): SceneItem | null;
  /** What is met on the way from one point to another, topmost first. */
  crossed(from: Point, to: Point, reach: number): SceneItem[];
}

export function createScene(sheet: Sheet): Scene {
  let layOut = sheet.startLayout();
  let textVersion: SheetInput["text"] | null = null;
  let arrangement: Arrangement | null = null;
  let all: readonly SceneItem[] = [];
  let itemsByKey = new Map<ItemKey, SceneItem>();
  let rankByKey = new Map<ItemKey, number>();
  const index = createGridIndex<ItemKey>();

  function inOrder(keys: readonly ItemKey[]): SceneItem[] {
    const items = keys.flatMap((key) => itemsByKey.get(key) ?? []);
    return items.sort((a, b) => (rankByKey.get(a.key) ?? 0) - (rankByKey.get(b.key) ?? 0));
  }

  return {
    update(input) {
      if (textVersion !== input.text) layOut = sheet.startLayout();
      textVersion = input.text;
      const before = arrangement;
      const beforeByKey = itemsByKey;
      arrangement = layOut(input);
      all = inLayers(arrangement);
      itemsByKey = new Map(all.map((item) => [item.key, item]));
      rankByKey = new Map(all.map(({ key }, rank) => [key, rank]));

      const areas: Rect[] = [];
      for (const [key, item] of itemsByKey) {
        const old = beforeByKey.get(key);
        if (old === item) continue;
        const extent = extentOf(item);
        index.set(key, extent);
        const left = old && extentOf(old);
        // Where it was and where it is: one place if it went no further than its own size.
        if (!left) areas.push(extent);
        else if (overlaps(left, extent)) areas.push(union(left, extent));
        else areas.push(left, extent);
      }
      for (const [key, old] of beforeByKey) {
        if (itemsByKey.has(key)) continue;
        index.delete(key);
        areas.push(extentOf(old));
      }
      if (!before || before.groundVersion !== arrangement.groundVersion) return "all";
      return areas.length > mostAreas ? "all" : areas;
    },
    get arrangement() {
      return arrangement;
    },
    get shownItems() {
      return all;
    },
    item(key) {
      const item = itemsByKey.get(key);
      return item && item.kind !== "pile" ? item : arrangement?.piles?.lying.get(key);
    },
    pile(key) {
      const item = itemsByKey.get(key);
      return item?.kind === "pile" ? item : undefined;
    },
    shown: (key) => itemsByKey.get(key) ?? itemsByKey.get(arrangement?.piles?.pileOf.get(key) ?? key),
    within(area) {
      if (arrangement && covers(area, arrangement.bounds)) return [...all];
      return inOrder(index.within(area));
    },
    topmostAt(point, reach = 0) {
      const near = inflate({ ...point, width: 0, height: 0 }, Math.max(reach, 0.001));
      let seenThrough: SceneItem | null = null;
      for (const item of inOrder(index.within(near)).reverse()) {
        const met = touch(item, point, reach);
        if (met === "firm") return item;
        if (met === "weak") seenThrough ??= item;
      }
      return seenThrough;
    },
    crossed(from, to, reach) {
      const path = boundsOf([
        { ...from, width: 0, height: 0 },
        { ...to, width: 0, height: 0 },
      ]);
      if (!path) return [];
      const near = inOrder(index.within(inflate(path, Math.max(reach, 0.001))));
      return near.filter((item) => isCrossed(item, from, to, reach)).reverse();
    },
  };
}

/** Piles lie below everything; a pile that is fanned out lies above, and its cards on it. */
function inLayers({ items, piles }: Arrangement): readonly SceneItem[] {
  if (!piles || piles.items.length === 0) return items;
  const open = piles.items.find(({ head }) => head !== null);
  const lying = piles.items.filter(({ head }) => head === null);
  if (!open) return [...lying, ...items];
  const isFanned = ({ key }: SceneItem) => piles.pileOf.get(key) === open.key;
  return [...lying, ...items.filter((item) => !isFanned(item)), open, ...items.filter(isFanned)];
}
