import type { Mark, MarkKind } from "@faelleskort/shared/model/mark.ts";
import type { Point } from "../geometry/rect.ts";
import type { FarTitle } from "../scene/far-titles.ts";
import type { MarkItem } from "../scene/item.ts";
import type { MarkLayout } from "../scene/mark-layout.ts";
import type { Brush } from "./brush.ts";
import { roundRectPath } from "./shapes.ts";
import { paintLines } from "./text.ts";

/** Draws a mark's title on its slip, with the rectangle's top left corner at the origin. */
export function paintMarkSlip(brush: Brush, mark: Mark, layout: MarkLayout): void {
  const { ctx, colours } = brush;
  const { label } = layout;
  if (!label) return;
  roundRectPath(ctx, label, 5);
  ctx.fillStyle = colours.surface;
  ctx.globalAlpha = 0.93;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1;
  ctx.strokeStyle = colours.marks[mark.kind];
  ctx.stroke();
  const box = { x: label.x, y: label.y + 3, width: label.width };
  paintLines(brush, layout.title, layout.titleFont, layout.lineHeight, box, colours.ink, "centre");
}

/** Draws a mark's title as it stands from far away, with the mark's top left corner at the origin; nothing where it has no room. */
export function paintFarTitle(brush: Brush, { mark }: MarkItem, title: FarTitle | undefined): void {
  if (!title) return;
  const { ctx, colours } = brush;
  const { box, font, lineHeight, set } = title;
  roundRectPath(ctx, box, font.size * 0.3);
  ctx.fillStyle = colours.surface;
  ctx.globalAlpha = 0.93;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1 / brush.zoom;
  ctx.strokeStyle = colours.marks[mark.kind];
  ctx.stroke();
  const y = box.y + (box.height - set.lines.length * lineHeight) / 2;
  paintLines(brush, set, font, lineHeight, { x: box.x, y, width: box.width }, colours.ink, "centre");
}

/** A green heart or a red star with a light rim, so that it stands out from any picture. */
export function paintMarkShape(brush: Brush, kind: MarkKind, { x, y }: Point, size: number): void {
  const { ctx, colours } = brush;
  ctx.beginPath();
  switch (kind) {
    case "resource":
      heartPath(ctx, x, y, size / 2 - 3);
      break;
    case "challenge":
      starPath(ctx, x, y, size / 2 - 2);
      break;
  }
  ctx.lineJoin = "round";
  ctx.lineWidth = 6;
  ctx.strokeStyle = colours.onMark;
  ctx.stroke();
  ctx.fillStyle = colours.marks[kind];
  ctx.fill();
}

function heartPath(ctx: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  ctx.moveTo(x, y + r);
  ctx.bezierCurveTo(x - 0.5 * r, y + 0.55 * r, x - 1.1 * r, y + 0.1 * r, x - 1.1 * r, y - 0.4 * r);
  ctx.bezierCurveTo(x - 1.1 * r, y - 1.05 * r, x - 0.3 * r, y - 1.15 * r, x, y - 0.5 * r);
  ctx.bezierCurveTo(x + 0.3 * r, y - 1.15 * r, x + 1.1 * r, y - 1.05 * r, x + 1.1 * r, y - 0.4 * r);
  ctx.bezierCurveTo(x + 1.1 * r, y + 0.1 * r, x + 0.5 * r, y + 0.55 * r, x, y + r);
  ctx.closePath();
}

function starPath(ctx: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  for (let point = 0; point < 10; point++) {
    const radius = point % 2 === 0 ? r : r * 0.46;
    const angle = (point * Math.PI) / 5 - Math.PI / 2;
    ctx.lineTo(x + radius * Math.cos(angle), y + 0.05 * r + radius * Math.sin(angle));
  }
  ctx.closePath();
}
