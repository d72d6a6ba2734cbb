import { inflate, type Rect } from "../canvas/geometry/rect.ts";
import type { Brush } from "../canvas/painters/brush.ts";
import { paintWord } from "../canvas/painters/text.ts";

export interface MapGround {
  readonly area: Rect;
  readonly hasPicture: boolean;
  readonly isEmpty: boolean;
}

/** The area picture, or, until somebody has added one, a plain sheet that says how. */
export function paintMapGround(brush: Brush, { area, hasPicture, isEmpty }: MapGround): void {
  const { ctx, colours, zoom, t } = brush;
  ctx.fillStyle = colours.surface;
  ctx.fillRect(area.x, area.y, area.width, area.height);
  if (hasPicture && brush.picture) {
    ctx.imageSmoothingQuality = "medium";
    ctx.drawImage(brush.picture, area.x, area.y, area.width, area.height);
  }
  const rim = inflate(area, 1 / zoom);
  ctx.lineWidth = 2 / zoom;
  ctx.strokeStyle = colours.edge;
  ctx.strokeRect(rim.x, rim.y, rim.width, rim.height);
  if (hasPicture) return;
  paintGridLines(brush, area);
  if (!isEmpty) return;
  const x = area.x + area.width / 2;
  const y = area.y + area.height / 2;
  paintWord(brush, t("canvas.empty-map"), { weight: 600, size: 38 }, { x, y: y - 30 }, colours.ink, "center");
  paintWord(
    brush,
    t("canvas.empty-map-how"),
    { weight: 400, size: 26 },
    { x, y: y + 22 },
    colours.quietInk,
    "center",
  );
}

/** Squares to hold on to while there is nothing else to see. */
function paintGridLines({ ctx, colours, zoom }: Brush, area: Rect): void {
  ctx.beginPath();
  for (let x = area.x + 100; x < area.x + area.width; x += 100) {
    ctx.moveTo(x, area.y);
    ctx.lineTo(x, area.y + area.height);
  }
  for (let y = area.y + 100; y < area.y + area.height; y += 100) {
    ctx.moveTo(area.x, y);
    ctx.lineTo(area.x + area.width, y);
  }
  ctx.lineWidth = 1 / zoom;
  ctx.strokeStyle = colours.line;
  ctx.globalAlpha = 0.5;
  ctx.stroke();
  ctx.globalAlpha = 1;
}
