import type { Point } from "../geometry/rect.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Desk } from "./desk.ts";

/** The right button: the menu of what is under it, which is selected unless it is among what is. */
export function openMenu(desk: Desk, at: Point, on: ItemKey | null): void {
  const { selection, scene, props } = desk;
  if (props.readOnly) return;
  const item = on === null ? undefined : scene.item(on);
  if (!item) selection.set([]);
  else if (!selection.keys.has(item.key)) selection.set([item]);
  props.onMenu?.({ at, refs: selection.refs });
}
