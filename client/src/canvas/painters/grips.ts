import type { Point } from "../geometry/rect.ts";
import type { GripAt } from "../scene/free-hand.ts";
import type { Brush } from "./brush.ts";

/** Half a handle's side, screen px. */
export const gripSize = 5;

/** The handles of what is selected alone: ends are round, a bend's smaller, corners and sides square. */
export function paintGrips(brush: Brush, grips: readonly GripAt[]): void {
  const { ctx, colours, zoom } = brush;
  const half = gripSize / zoom;
  ctx.lineWidth = 2 / zoom;
  for (const { grip, at } of grips) {
    ctx.beginPath();
    if (grip.type !== "box") ctx.arc(at.x, at.y, half * (grip.type === "end" ? 1.2 : 0.8), 0, 2 * Math.PI);
    else ctx.rect(at.x - half, at.y - half, 2 * half, 2 * half);
    ctx.fillStyle = colours.surface;
    ctx.fill();
    ctx.strokeStyle = colours.action;
    ctx.stroke();
  }
}

/** A glow along a line that is selected: a box round it would claim what isn't its. */
export function paintLineGlow({ ctx, colours, zoom }: Brush, line: readonly Point[]): void {
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  for (const [width, colour] of [
    [9, colours.focusOuter],
    [6, colours.focusInner],
  ] as const) {
    ctx.beginPath();
    for (const { x, y } of line) ctx.lineTo(x, y);
    ctx.lineWidth = width / zoom;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
}
