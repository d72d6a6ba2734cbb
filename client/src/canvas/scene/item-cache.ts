import { sameRect } from "../geometry/rect.ts";
import type { ItemKey, PileItem, RecordItem } from "./item.ts";

/** Remembers the layout of a record for as long as the record is the same object. */
export function rememberLayout<R extends object, L>(layOut: (record: R) => L): (record: R) => L {
  const remembered = new WeakMap<R, L>();
  return (record) => {
    const known = remembered.get(record);
    if (known !== undefined) return known;
    const layout = layOut(record);
    remembered.set(record, layout);
    return layout;
  };
}

/** Gives back the object of the time before where an item is equal to it: what is the same need not be painted anew. */
function keepEqual<T extends { readonly key: ItemKey }>(
  isSame: (a: T, b: T) => boolean,
): (items: readonly T[]) => T[] {
  let before = new Map<ItemKey, T>();
  return (items) => {
    const kept = items.map((item) => {
      const old = before.get(item.key);
      return old && isSame(old, item) ? old : item;
    });
    before = new Map(kept.map((item) => [item.key, item]));
    return kept;
  };
}

export const createItemCache = () => keepEqual(sameItem);
export const createPileCache = () => keepEqual(samePile);

const samePile = (a: PileItem, b: PileItem): boolean =>
  a.count === b.count && a.head === b.head && sameRect(a.rect, b.rect);

function sameItem(a: RecordItem, b: RecordItem): boolean {
  return a.kind === b.kind && a.layout === b.layout && sameRect(a.rect, b.rect) && focusOf(a) === focusOf(b);
}

function focusOf(item: RecordItem): boolean {
  switch (item.kind) {
    case "actor-card":
    case "who-card":
    case "compact-card":
      return item.focused;
    case "mark":
    case "note":
    case "element":
      return false;
  }
}
