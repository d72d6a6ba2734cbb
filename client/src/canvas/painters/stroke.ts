import type { PaletteTints } from "../../theme/tokens.ts";
import type { Point } from "../geometry/rect.ts";
import type { Brush } from "./brush.ts";

/** Below this many screen px between two points, a curve and a line look the same. */
const leastBend = 3;

/** A line drawn by hand, rounded between its points. A marker is broad and lets through what lies under it. */
export function paintStroke(
  { ctx, zoom }: Brush,
  points: readonly Point[],
  width: number,
  tints: PaletteTints,
  pen: "pen" | "marker",
): void {
  const [first] = points;
  if (!first) return;
  ctx.save();
  ctx.lineWidth = width;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.strokeStyle = pen === "marker" ? tints.marker : tints.line;
  if (pen === "marker") ctx.globalAlpha *= 0.5;
  ctx.beginPath();
  ctx.moveTo(first.x, first.y);
  if (points.length === 1) ctx.lineTo(first.x, first.y);
  else if (width * zoom < leastBend) for (const { x, y } of points) ctx.lineTo(x, y);
  else curve(ctx, points);
  ctx.stroke();
  ctx.restore();
}

/** Through the middles between the points, bent towards each: corners are rounded as a hand rounds them. */
function curve(ctx: CanvasRenderingContext2D, points: readonly Point[]): void {
  let before = points[0];
  for (let index = 1; index < points.length - 1; index++) {
    const at = points[index];
    const next = points[index + 1];
    if (!before || !at || !next) return;
    // A sharp turn stays a corner: bending would cut it off.
    const turn = (at.x - before.x) * (next.x - at.x) + (at.y - before.y) * (next.y - at.y);
    if (turn <= 0) ctx.lineTo(at.x, at.y);
    else ctx.quadraticCurveTo(at.x, at.y, (at.x + next.x) / 2, (at.y + next.y) / 2);
    before = at;
  }
  const last = points.at(-1);
  if (last) ctx.lineTo(last.x, last.y);
}
