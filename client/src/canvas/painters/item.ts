import type { Point, Rect } from "../geometry/rect.ts";
import { inflate } from "../geometry/rect.ts";
import type { SceneItem } from "../scene/item.ts";
import { markSize } from "../scene/mark-layout.ts";
import { paintActorCard } from "./actor-card.ts";
import type { Brush } from "./brush.ts";
import { paintCompactCard } from "./compact-card.ts";
import { paintMarkShape, paintMarkSlip } from "./mark.ts";
import { paintNote } from "./note.ts";
import { paintShadow, roundRectPath } from "./shapes.ts";
import { paintWhoCard } from "./who-card.ts";

/** How far badges, rims and the highlight reach beyond an item's rectangle, in world units. */
export const bleed = 18;

/** Draws a thing with its top left corner at a point. */
export function paintItem(brush: Brush, item: SceneItem, { x, y }: Point = item.rect): void {
  const { ctx } = brush;
  if (item.kind === "compact-card") {
    const area = { ...item.rect, x, y };
    if (item.focused) paintFocus(brush, area);
    paintCompactCard(brush, item.cluster, item.layout, area);
    return;
  }
  ctx.save();
  ctx.translate(x, y);
  const { width, height } = item.rect;
  switch (item.kind) {
    case "actor-card":
      if (item.focused) paintFocus(brush, { x: 0, y: 0, width, height });
      paintActorCard(brush, item.cluster, item.layout);
      break;
    case "who-card":
      if (item.focused) paintFocus(brush, { x: 0, y: 0, width, height });
      paintWhoCard(brush, item.cluster, item.layout);
      break;
    case "mark":
      paintMarkSlip(brush, item.mark, item.layout);
      paintMarkShape(brush, item.mark.kind, item.layout.anchor, markSize);
      break;
    case "note":
      paintNote(brush, item.layout);
      break;
  }
  ctx.restore();
}

/** Draws things at rest, undermost first; no mark's title covers another mark's heart or star. */
export function paintItems(brush: Brush, items: readonly SceneItem[]): void {
  for (const item of items) paintItem(brush, item);
  for (const item of items) {
    if (item.kind !== "mark") continue;
    const { x, y } = item.rect;
    const { anchor } = item.layout;
    paintMarkShape(brush, item.mark.kind, { x: x + anchor.x, y: y + anchor.y }, markSize);
  }
}

/** A thing in somebody's hand: with the one soft shadow. */
export function paintLifted(brush: Brush, item: SceneItem, at: Point): void {
  if (item.kind !== "mark") paintShadow(brush, { ...item.rect, x: at.x, y: at.y });
  paintItem(brush, item, at);
}

/** Where a thing lay that is in somebody's hand. */
export function paintGhost(brush: Brush, { rect }: SceneItem): void {
  const { ctx, colours, zoom } = brush;
  roundRectPath(ctx, rect, 6);
  ctx.fillStyle = colours.line;
  ctx.globalAlpha = 0.35;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.setLineDash([6 / zoom, 5 / zoom]);
  ctx.lineWidth = 1.5 / zoom;
  ctx.strokeStyle = colours.edge;
  ctx.stroke();
  ctx.setLineDash([]);
}

/** The actor everybody is looking at. */
function paintFocus(brush: Brush, area: Rect): void {
  const { ctx, colours } = brush;
  roundRectPath(ctx, inflate(area, 9), 12);
  ctx.fillStyle = colours.focusInner;
  ctx.fill();
  roundRectPath(ctx, inflate(area, 4), 9);
  ctx.fillStyle = colours.focusOuter;
  ctx.fill();
}
