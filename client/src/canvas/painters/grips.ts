import type { Point } from "../geometry/rect.ts";
import type { GripAt } from "../scene/free-hand.ts";
import type { Brush } from "./brush.ts";

/** Half a handle's side, screen px. */
export const gripSize = 5;

/** The handles of what is selected alone: ends are round, corners and sides square. */
export function paintGrips(brush: Brush, grips: readonly GripAt[]): void {
  const { ctx, colours, zoom } = brush;
  const half = gripSize / zoom;
  ctx.lineWidth = 2 / zoom;
  for (const { grip, at } of grips) {
    ctx.beginPath();
    if (grip.type === "end") ctx.arc(at.x, at.y, half * 1.2, 0, 2 * Math.PI);
    else ctx.rect(at.x - half, at.y - half, 2 * half, 2 * half);
    ctx.fillStyle = colours.surface;
    ctx.fill();
    ctx.strokeStyle = colours.action;
    ctx.stroke();
  }
}

/** A glow along a line that is selected: a box round it would claim what isn't its. */
export function paintLineGlow({ ctx, colours, zoom }: Brush, from: Point, to: Point): void {
  ctx.lineCap = "round";
  for (const [width, colour] of [
    [9, colours.focusOuter],
    [6, colours.focusInner],
  ] as const) {
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(to.x, to.y);
    ctx.lineWidth = width / zoom;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
}
