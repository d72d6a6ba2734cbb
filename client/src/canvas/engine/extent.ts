import { inflate, type Point, type Rect } from "../geometry/rect.ts";
import { bleed } from "../painters/item.ts";
import type { SceneItem } from "../scene/item.ts";

/** CSS px that rings, handles and arrows' heads reach beyond what they belong to. */
export const strokeReach = 10;
/** A mark's title from far away stands beside it, CSS px. */
const titleReach = 170;

/** All that a thing at a place is painted on, its shadow and its ring included; world units. */
export function liftedExtent(item: SceneItem, at: Point, zoom: number): Rect {
  const beside = item.kind === "mark" ? titleReach : strokeReach;
  return inflate({ ...item.rect, x: at.x, y: at.y }, bleed + beside / zoom);
}
