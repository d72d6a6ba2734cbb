import { isInside } from "../geometry/border.ts";
import { boundsOf, contains, inflate, overlaps, type Point, type Rect } from "../geometry/rect.ts";
import { isOnLine, linesMeet } from "../geometry/stroke.ts";
import { type ElementLayout, frameTitle, lineOf, lineWidths } from "./element-layout.ts";
import type { SceneItem } from "./item.ts";

/**
 * How a point meets a thing. `firm`: that is what is pressed. `weak`: the inside of something one sees through, pressed
 * only where nothing else is.
 */
export type Touch = "firm" | "weak" | null;

/** `reach` (world units): how near is near enough for what is thin. */
export function touch(item: SceneItem, at: Point, reach: number): Touch {
  if (item.kind !== "element") return contains(item.rect, at) ? "firm" : null;
  return touchElement(item.layout, item.rect, at, reach);
}

function touchElement(layout: ElementLayout, rect: Rect, at: Point, reach: number): Touch {
  switch (layout.kind) {
    case "text":
    case "picture":
      return contains(rect, at) ? "firm" : null;
    case "shape": {
      const { fill, form, text, size } = layout.element;
      const near = reach + lineWidths[size] / 2;
      const shape = (area: Rect) =>
        ({ rect: area, outline: form === "ellipse" ? "ellipse" : "box" }) as const;
      if (!isInside(shape(inflate(rect, near)), at)) return null;
      if (fill !== null || text !== "") return "firm";
      return isInside(shape(inflate(rect, -near)), at) ? "weak" : "firm";
    }
    case "frame": {
      if (!contains(inflate(rect, reach), at)) return null;
      const isTitle = at.y <= rect.y + frameTitle.height;
      return isTitle || !contains(inflate(rect, -reach), at) ? "firm" : null;
    }
    case "stroke": {
      const from = { x: at.x - rect.x, y: at.y - rect.y };
      return isOnLine(layout.points, from, reach + layout.width / 2) ? "firm" : null;
    }
    case "connector": {
      const near = reach + lineWidths[layout.element.size] / 2;
      if (isOnLine(lineOf(layout, rect), at, near)) return "firm";
      const { label } = layout;
      return label && contains({ ...label, x: label.x + rect.x, y: label.y + rect.y }, at) ? "firm" : null;
    }
  }
}

/** Whether something that moved from one point to another met a thing firmly on its way. */
export function isCrossed(item: SceneItem, from: Point, to: Point, reach: number): boolean {
  const path = boundsOf([
    { ...from, width: 0, height: 0 },
    { ...to, width: 0, height: 0 },
  ]);
  if (!path || !overlaps(inflate(path, reach), inflate(item.rect, reach))) return false;
  if (item.kind === "element" && item.layout.kind === "stroke") {
    const { rect, layout } = item;
    const local = ({ x, y }: Point): Point => ({ x: x - rect.x, y: y - rect.y });
    return linesMeet(layout.points, local(from), local(to), reach + layout.width / 2);
  }
  if (item.kind === "element" && item.layout.kind === "connector") {
    return linesMeet(lineOf(item.layout, item.rect), from, to, reach);
  }
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const steps = Math.min(200, Math.max(1, Math.ceil(length / Math.max(1, reach))));
  for (let step = 0; step <= steps; step++) {
    const part = step / steps;
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    if (touch(item, at, reach) === "firm") return true;
  }
  return false;
}
