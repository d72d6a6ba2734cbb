import { type PriorityField, priorityFields } from "@faelleskort/shared/method/fields.ts";
import { centreOf } from "../canvas/geometry/rect.ts";
import type { Brush } from "../canvas/painters/brush.ts";
import { paintBadge, roundRectPath } from "../canvas/painters/shapes.ts";
import { paintWord } from "../canvas/painters/text.ts";
import { circleOf, square, tray, trayArea } from "./priority-geometry.ts";

/** What the priority model's ground shows besides its lines. */
export interface PriorityGround {
  readonly counts: Readonly<Record<PriorityField, number>>;
  readonly waiting: number;
  /** Waiting cards that found no place in the tray. */
  readonly hidden: number;
  readonly columns: number;
  /** Nobody has written a card at all. */
  readonly isEmpty: boolean;
}

export function paintPriorityGround(brush: Brush, ground: PriorityGround, lit: string | null): void {
  paintTray(brush, ground, lit === "tray");
  paintSquare(brush);
  for (const field of priorityFields)
    paintCircle(brush, field, ground.counts[field], lit === `field-${field}`);
  paintAxes(brush);
}

function paintTray(
  brush: Brush,
  { waiting, hidden, columns, isEmpty }: PriorityGround,
  isLit: boolean,
): void {
  const { ctx, colours, zoom, t } = brush;
  const area = trayArea(columns);
  roundRectPath(ctx, area, 10);
  ctx.fillStyle = isLit ? colours.actionTint : colours.surface;
  ctx.fill();
  ctx.lineWidth = (isLit ? 3 : 1) / zoom;
  ctx.strokeStyle = isLit ? colours.action : colours.line;
  ctx.stroke();
  const x = centreOf(area).x;
  const strong = { weight: 600, size: 22 } as const;
  if (waiting > 0) {
    paintWord(brush, t("canvas.tray-left", { count: waiting }), strong, { x, y: 30 }, colours.ink, "center");
    if (hidden > 0) {
      const more = t("canvas.tray-hidden", { count: hidden });
      paintWord(
        brush,
        more,
        { weight: 400, size: 18 },
        { x, y: square.height - 16 },
        colours.quietInk,
        "center",
      );
    }
    return;
  }
  const words = t(isEmpty ? "canvas.tray-none" : "canvas.tray-done");
  const font = { weight: 400, size: 20 } as const;
  const set = brush.text.lines(words, font, area.width - 2 * tray.padding);
  for (const [index, line] of set.lines.entries()) {
    paintWord(brush, line, font, { x, y: 32 + index * 26 }, colours.quietInk, "center");
  }
}

function paintSquare({ ctx, colours, zoom }: Brush): void {
  ctx.fillStyle = colours.surface;
  ctx.fillRect(square.x, square.y, square.width, square.height);
  ctx.lineWidth = 1 / zoom;
  ctx.strokeStyle = colours.line;
  ctx.strokeRect(square.x, square.y, square.width, square.height);
  const { x, y } = centreOf(square);
  ctx.beginPath();
  ctx.moveTo(x, square.y);
  ctx.lineTo(x, square.y + square.height);
  ctx.moveTo(square.x, y);
  ctx.lineTo(square.x + square.width, y);
  ctx.setLineDash([8, 8]);
  ctx.lineWidth = Math.max(1, 1 / zoom);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** The first circle has the strongest line: those are the ones to begin with. */
const lineOf: Readonly<Record<PriorityField, number>> = { 1: 7, 2: 4, 3: 4, 4: 2.5 };

function paintCircle(brush: Brush, field: PriorityField, count: number, isLit: boolean): void {
  const { ctx, colours, t } = brush;
  const { centre, radius } = circleOf(field);
  ctx.beginPath();
  ctx.arc(centre.x, centre.y, radius, 0, Math.PI * 2);
  ctx.fillStyle = isLit ? colours.actionTint : colours.paper;
  ctx.fill();
  ctx.lineWidth = lineOf[field] + (isLit ? 3 : 0);
  ctx.strokeStyle = isLit || field === 1 ? colours.action : colours.edge;
  ctx.stroke();
  const ink = field === 1 ? colours.action : colours.edge;
  paintWord(
    brush,
    String(field),
    { weight: 600, size: 150 },
    { ...centre, y: centre.y + 6 },
    colours.line,
    "center",
  );

  // Towards the square's corner, where cards rarely cover it, the number once more, and how many lie here.
  const towards = {
    x: Math.sign(centre.x - centreOf(square).x),
    y: Math.sign(centre.y - centreOf(square).y),
  };
  const rim = {
    x: centre.x + towards.x * radius * Math.SQRT1_2,
    y: centre.y + towards.y * radius * Math.SQRT1_2,
  };
  paintBadge(brush, String(field), rim, 62, ink, colours.surface);
  if (count === 0) return;
  const at = {
    x: square.x + square.width * (towards.x > 0 ? 1 : 0) - towards.x * 14,
    y: rim.y + towards.y * 74,
  };
  const words = t("canvas.field-count", { count });
  paintWord(brush, words, { weight: 600, size: 22 }, at, colours.quietInk, towards.x > 0 ? "right" : "left");
}

function paintAxes(brush: Brush): void {
  const { ctx, colours, t } = brush;
  const font = { weight: 600, size: 22 } as const;
  const bottom = square.y + square.height;
  const right = square.x + square.width;
  ctx.lineWidth = 3;
  ctx.strokeStyle = colours.ink;
  ctx.lineJoin = "miter";
  ctx.beginPath();
  ctx.moveTo(square.x, square.y);
  ctx.lineTo(square.x, bottom);
  ctx.lineTo(right, bottom);
  ctx.moveTo(square.x - 9, square.y + 14);
  ctx.lineTo(square.x, square.y - 2);
  ctx.lineTo(square.x + 9, square.y + 14);
  ctx.moveTo(right - 14, bottom - 9);
  ctx.lineTo(right + 2, bottom);
  ctx.lineTo(right - 14, bottom + 9);
  ctx.stroke();
  const y = bottom + 28;
  paintWord(brush, t("canvas.axis-x-low"), font, { x: square.x, y }, colours.ink);
  paintWord(brush, t("canvas.axis-x-high"), font, { x: right, y }, colours.ink, "right");
  ctx.save();
  ctx.translate(square.x - 28, bottom);
  ctx.rotate(-Math.PI / 2);
  paintWord(brush, t("canvas.axis-y-low"), font, { x: 0, y: 0 }, colours.ink);
  paintWord(brush, t("canvas.axis-y-high"), font, { x: square.height, y: 0 }, colours.ink, "right");
  ctx.restore();
}
