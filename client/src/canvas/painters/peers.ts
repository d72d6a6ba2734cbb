import { inflate, type Point, type Rect } from "../geometry/rect.ts";
import type { Brush } from "./brush.ts";
import { roundRectPath } from "./shapes.ts";

const labelFont = { weight: 600, size: 13 } as const;

/** Draws with one unit = one screen px at a world point, whatever the zoom. */
function atScreenSize(brush: Brush, { x, y }: Point, paint: () => void): void {
  const { ctx, zoom } = brush;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(1 / zoom, 1 / zoom);
  paint();
  ctx.restore();
}

/** A person's name on a slip in their colour; corner at the present origin, offsets in screen px. */
function paintSlip(brush: Brush, label: string, color: string, x: number, y: number): void {
  const { ctx } = brush;
  const set = brush.text.lines(label, labelFont, 180, 1);
  const [line] = set.lines;
  if (!line) return;
  const width = brush.text.width(line, labelFont) + 14;
  roundRectPath(ctx, { x, y, width, height: 22 }, 6);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.font = `600 13px ${brush.fontFamily}`;
  ctx.fillStyle = "#FFFFFF";
  ctx.direction = set.direction;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.fillText(line, x + width / 2, y + 15.5);
}

/** Another's cursor with their name. */
export function paintCursor(brush: Brush, at: Point, label: string, color: string): void {
  atScreenSize(brush, at, () => {
    const { ctx } = brush;
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(0, 17);
    ctx.lineTo(4.6, 13);
    ctx.lineTo(11.6, 12.2);
    ctx.closePath();
    ctx.lineJoin = "round";
    ctx.lineWidth = 3;
    ctx.strokeStyle = "#FFFFFF";
    ctx.stroke();
    ctx.fillStyle = color;
    ctx.fill();
    paintSlip(brush, label, color, 10, 17);
  });
}

/** Round a thing another holds or writes in: their colour, and their words above its corner. */
export function paintClaim(brush: Brush, area: Rect, words: string, color: string): void {
  const { ctx, zoom } = brush;
  const px = 1 / zoom;
  roundRectPath(ctx, inflate(area, 3 * px), 6 + 2 * px);
  ctx.lineWidth = 2.5 * px;
  ctx.strokeStyle = color;
  ctx.stroke();
  atScreenSize(brush, area, () => paintSlip(brush, words, color, -2, -26));
}
