import type { ActorCategory } from "@faelleskort/shared/model/actor.ts";

/**
 * A category's sign, so that colour is never alone: columns, people, spark, tree; a ring when none is chosen. Drawn in
 * the present fill and stroke style into a square of the given size with its middle at (x, y).
 */
export function paintCategoryMark(
  ctx: CanvasRenderingContext2D,
  category: ActorCategory | null,
  x: number,
  y: number,
  size: number,
): void {
  const u = size / 20;
  ctx.beginPath();
  switch (category) {
    case "institution":
      ctx.moveTo(x - 9 * u, y - 4 * u);
      ctx.lineTo(x, y - 9 * u);
      ctx.lineTo(x + 9 * u, y - 4 * u);
      ctx.closePath();
      for (const column of [-6.5, -1.4, 3.7]) ctx.rect(x + column * u, y - 2.5 * u, 2.8 * u, 8 * u);
      ctx.rect(x - 9 * u, y + 6.5 * u, 18 * u, 2.5 * u);
      ctx.fill();
      return;
    case "association":
      for (const [dx, dy, r] of [
        [-5, -3, 2.6],
        [5, -3, 2.6],
        [0, -5, 3.2],
      ] as const) {
        ctx.moveTo(x + (dx + r) * u, y + dy * u);
        ctx.arc(x + dx * u, y + dy * u, r * u, 0, Math.PI * 2);
      }
      ctx.fill();
      ctx.beginPath();
      ctx.ellipse(x, y + 8 * u, 5 * u, 8.2 * u, 0, Math.PI, 0);
      ctx.fill();
      ctx.beginPath();
      ctx.ellipse(x - 7 * u, y + 7 * u, 2.6 * u, 6 * u, 0, Math.PI, 0);
      ctx.ellipse(x + 7 * u, y + 7 * u, 2.6 * u, 6 * u, 0, Math.PI, 0);
      ctx.fill();
      return;
    case "enthusiast":
      for (let point = 0; point < 16; point++) {
        const radius = (point % 2 === 0 ? (point % 4 === 0 ? 9.5 : 6.5) : 2.8) * u;
        const angle = (point * Math.PI) / 8 - Math.PI / 2;
        ctx.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      }
      ctx.closePath();
      ctx.fill();
      return;
    case "place":
      ctx.arc(x, y - 4.5 * u, 4.6 * u, 0, Math.PI * 2);
      ctx.moveTo(x + 0.5 * u, y + 0.5 * u);
      ctx.arc(x - 3.6 * u, y + 0.2 * u, 4.2 * u, 0, Math.PI * 2);
      ctx.moveTo(x + 7.8 * u, y + 0.2 * u);
      ctx.arc(x + 3.6 * u, y + 0.2 * u, 4.2 * u, 0, Math.PI * 2);
      ctx.fill();
      ctx.beginPath();
      ctx.rect(x - 1.4 * u, y + 2 * u, 2.8 * u, 7 * u);
      ctx.fill();
      return;
    case null:
      ctx.arc(x, y, 5.5 * u, 0, Math.PI * 2);
      ctx.lineWidth = 2.4 * u;
      ctx.stroke();
  }
}
