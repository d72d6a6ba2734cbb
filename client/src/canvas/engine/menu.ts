import { rectToScreen } from "../geometry/camera.ts";
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

/** Asked for by a key: beside what is selected, or in the middle of the view. */
export function openMenuHere({ selection, scene, props, viewport }: Desk): void {
  if (props.readOnly) return;
  const [first] = [...selection.keys].flatMap((key) => scene.item(key) ?? []);
  const { camera, size } = viewport;
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const corner = first ? rectToScreen(camera, first.rect) : { x: size.width / 2, y: size.height / 2 };
  const at = { x: within(corner.x, size.width), y: within(corner.y, size.height) };
  props.onMenu?.({ at, refs: selection.refs });
}
