import { inflate, type Rect } from "../canvas/geometry/rect.ts";
import type { Brush } from "../canvas/painters/brush.ts";
import { roundRectPath } from "../canvas/painters/shapes.ts";
import { paintWord } from "../canvas/painters/text.ts";

/** Bare paper. An empty one invites; the frame that something is held over is lit. */
export function paintFreeGround(brush: Brush, isEmpty: boolean, lit: Rect | null): void {
  const { ctx, colours, t } = brush;
  if (lit) {
    roundRectPath(ctx, inflate(lit, 7), 15);
    ctx.fillStyle = colours.action;
    ctx.fill();
  }
  if (!isEmpty) return;
  const title = { weight: 600, size: 30 } as const;
  const plain = { weight: 400, size: 20 } as const;
  paintWord(brush, t("free.empty"), title, { x: 0, y: -24 }, colours.ink, "center");
  paintWord(brush, t("free.empty-how"), plain, { x: 0, y: 20 }, colours.quietInk, "center");
}
