import type { Rect } from "../geometry/rect.ts";
import type { Brush } from "./brush.ts";

export function roundRectPath(
  ctx: CanvasRenderingContext2D,
  { x, y, width, height }: Rect,
  radius: number,
): void {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
}

/** The one soft shadow: under what is lifted. Draws what `paint` fills with it, then ends it. */
export function withShadow(brush: Brush, paint: () => void): void {
  const { ctx, colours, zoom } = brush;
  ctx.save();
  // Shadows are measured in device px whatever the scale.
  const scale = ctx.getTransform().a;
  ctx.shadowColor = colours.shadow;
  ctx.shadowBlur = 18 * Math.min(scale, scale / zoom + 0.5);
  ctx.shadowOffsetY = 6 * scale;
  paint();
  ctx.restore();
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
