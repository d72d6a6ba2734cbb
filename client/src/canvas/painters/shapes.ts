import { inflate, type Rect, translate } from "../geometry/rect.ts";
import type { Brush } from "./brush.ts";

export function roundRectPath(
  ctx: CanvasRenderingContext2D,
  { x, y, width, height }: Rect,
  radius: number,
): void {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
}

/** Rings of a shadow: how far each reaches (world units), and how dark it is. Blurring would cost ten times as much. */
const shadowRings = [
  [9, 0.1],
  [6, 0.14],
  [3, 0.2],
  [0.5, 0.3],
] as const;

/** The one soft shadow: under what is lifted. */
export function paintShadow({ ctx, colours }: Brush, area: Rect): void {
  ctx.fillStyle = colours.shadow;
  for (const [reach, strength] of shadowRings) {
    roundRectPath(ctx, translate(inflate(area, reach), 0, 5), 6 + reach);
    ctx.globalAlpha = strength;
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** A round badge with a short text, e.g. the field's number or "×3". */
export function paintBadge(
  brush: Brush,
  text: string,
  centre: { readonly x: number; readonly y: number },
  height: number,
  fill: string,
  ink: string,
): void {
  const { ctx } = brush;
  const size = height * 0.62;
  const font = { weight: 600, size } as const;
  const width = Math.max(height, brush.text.width(text, font) + height * 0.6);
  roundRectPath(ctx, { x: centre.x - width / 2, y: centre.y - height / 2, width, height }, height / 2);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = height * 0.08;
  ctx.strokeStyle = brush.colours.surface;
  ctx.stroke();
  ctx.font = `600 ${size}px ${brush.fontFamily}`;
  ctx.fillStyle = ink;
  ctx.direction = "ltr";
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.fillText(text, centre.x, centre.y + size * 0.36);
}
