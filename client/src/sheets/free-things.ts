import type { FreeRef } from "@faelleskort/shared/model/element.ts";
import type { ElementId } from "@faelleskort/shared/model/ids.ts";
import { connectorCorner } from "@faelleskort/shared/commands/decide-free.ts";
import { contains, centreOf, covers, type Point, type Rect } from "../canvas/geometry/rect.ts";
import type { RecordItem } from "../canvas/scene/item.ts";

/** The record behind something that lies on a free sheet; null for what can't. */
export function thingOf(item: RecordItem) {
  if (item.kind === "note") return item.note;
  return item.kind === "element" ? item.layout.element : null;
}

export function refOf(item: RecordItem): FreeRef | null {
  const { ref } = item;
  return ref.record === "note" || ref.record === "element" ? ref : null;
}

export const refsOf = (items: readonly RecordItem[]): FreeRef[] => items.flatMap((item) => refOf(item) ?? []);

/** The corner that `free.move` moves: what is stored, which may differ from what is shown. */
export function storedCorner(item: RecordItem): Point | null {
  const thing = thingOf(item);
  if (!thing) return null;
  if (!("kind" in thing)) return thing.position;
  return thing.kind === "connector" ? connectorCorner(thing) : thing.box;
}

/** A frame's id, when the item is one. */
export function frameIdOf(item: RecordItem): ElementId | null {
  return item.kind === "element" && item.layout.kind === "frame" ? item.layout.element.id : null;
}

/** The topmost frame that something with this rectangle comes to lie in: its middle decides. `items` undermost first. */
export function frameUnder(items: readonly RecordItem[], area: Rect): RecordItem | null {
  const middle = centreOf(area);
  return (
    items.findLast(
      (item) => frameIdOf(item) !== null && contains(item.rect, middle) && !covers(area, item.rect),
    ) ?? null
  );
}
