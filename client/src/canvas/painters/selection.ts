import { inflate, type Rect } from "../geometry/rect.ts";
import type { Brush } from "./brush.ts";
import { roundRectPath } from "./shapes.ts";

/** The ring round what is selected: dark outside, bright inside, so that it shows on any card. Widths in screen px. */
export function paintSelection(brush: Brush, area: Rect): void {
  const { ctx, colours, zoom } = brush;
  // From far away a full ring would cover the names and the neighbours.
  const px = Math.min(1, Math.max(0.4, zoom * 1.6)) / zoom;
  roundRectPath(ctx, inflate(area, 5 * px), 6 + 4 * px);
  ctx.lineWidth = 5 * px;
  ctx.strokeStyle = colours.focusOuter;
  ctx.stroke();
  roundRectPath(ctx, inflate(area, 4 * px), 6 + 3 * px);
  ctx.lineWidth = 2 * px;
  ctx.strokeStyle = colours.focusInner;
  ctx.stroke();
}

export function paintLasso(brush: Brush, area: Rect): void {
  const { ctx, colours, zoom } = brush;
  ctx.fillStyle = colours.action;
  ctx.globalAlpha = 0.1;
  ctx.fillRect(area.x, area.y, area.width, area.height);
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1.5 / zoom;
  ctx.strokeStyle = colours.action;
  ctx.strokeRect(area.x, area.y, area.width, area.height);
}
