import type { Rect } from "../geometry/rect.ts";
import { compactCard, type CardLayout } from "../scene/card-layout.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { paintCardBadges, paintFace, paintFarName } from "./actor-card.ts";
import { type Brush, detailAt } from "./brush.ts";
import { paintCategoryMark } from "./category-mark.ts";
import { paintLines } from "./text.ts";

/** Draws an actor as it lies in the priority model or its tray, scaled to its rectangle. */
export function paintCompactCard(outer: Brush, cluster: ActorCluster, layout: CardLayout, area: Rect): void {
  const { ctx, colours } = outer;
  const scale = area.width / layout.width;
  const zoom = outer.zoom * scale;
  const brush: Brush = { ...outer, zoom, detail: detailAt(zoom) };
  const { lead } = cluster;
  const face = colours.categories[lead.category ?? "none"];
  const { width, height, stripe, padding } = compactCard;
  ctx.save();
  ctx.translate(area.x, area.y);
  ctx.scale(scale, scale);
  paintFace(brush, { x: 0, y: 0, width, height }, stripe, face.fill, face.stripe, 5);
  if (brush.detail !== "speck") {
    ctx.fillStyle = face.fill;
    ctx.strokeStyle = face.fill;
    paintCategoryMark(ctx, lead.category, stripe / 2, 14, 13);
    const left = stripe + padding;
    const room = width - left - padding;
    if (brush.detail === "far")
      paintFarName(brush, lead.name, { x: left - 3, y: 2, width: room + 8, height: height - 4 });
    else {
      const y = (height - layout.name.lines.length * layout.lineHeight) / 2;
      paintLines(
        brush,
        layout.name,
        layout.nameFont,
        layout.lineHeight,
        { x: left, y, width: room },
        colours.ink,
      );
    }
    paintCardBadges(brush, cluster, width, 20);
  }
  ctx.restore();
}
