import type { Point, Rect } from "../geometry/rect.ts";
import { inflate } from "../geometry/rect.ts";
import type { SceneItem } from "../scene/item.ts";
import { paintActorCard } from "./actor-card.ts";
import type { Brush } from "./brush.ts";
import { paintCompactCard } from "./compact-card.ts";
import { paintMark } from "./mark.ts";
import { paintNote } from "./note.ts";
import { roundRectPath, withShadow } from "./shapes.ts";
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
      paintMark(brush, item.mark, item.layout);
      break;
    case "note":
      paintNote(brush, item.layout);
      break;
  }
  ctx.restore();
}

/** A thing in somebody's hand: with the one soft shadow. */
export function paintLifted(brush: Brush, item: SceneItem, at: Point): void {
  if (item.kind !== "mark") {
    withShadow(brush, () => {
      brush.ctx.fillStyle = brush.colours.surface;
      roundRectPath(brush.ctx, { ...item.rect, x: at.x, y: at.y }, 6);
      brush.ctx.fill();
    });
  }
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
