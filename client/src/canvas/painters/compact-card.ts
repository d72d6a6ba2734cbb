import type { CompactCardItem } from "../scene/item.ts";
import { compactCard } from "../scene/card-layout.ts";
import type { Point } from "../geometry/rect.ts";
import { paintCardBadges, paintFace } from "./actor-card.ts";
import type { Brush } from "./brush.ts";
import { paintCategoryMark } from "./category-mark.ts";
import { paintLines } from "./text.ts";

/** Draws an actor as it lies in the priority model or its tray, as seen from near, scaled to its rectangle. */
export function paintCompactCard(outer: Brush, item: CompactCardItem, at: Point): void {
  const { ctx, colours } = outer;
  const { cluster, layout } = item;
  const scale = item.rect.width / layout.width;
  const brush: Brush = { ...outer, zoom: outer.zoom * scale };
  const { lead } = cluster;
  const face = colours.categories[lead.category ?? "none"];
  const { width, height, stripe, padding } = compactCard;
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.scale(scale, scale);
  paintFace(brush, { x: 0, y: 0, width, height }, stripe, face.fill, face.stripe, 5);
  ctx.fillStyle = face.fill;
  ctx.strokeStyle = face.fill;
  paintCategoryMark(ctx, lead.category, stripe / 2, 14, 13);
  const x = stripe + padding;
  const y = (height - layout.name.lines.length * layout.lineHeight) / 2;
  const box = { x, y, width: width - x - padding };
  paintLines(brush, layout.name, layout.nameFont, layout.lineHeight, box, colours.ink);
  paintCardBadges(brush, cluster, width, 20);
  ctx.restore();
}
