import { tokens } from "../../theme/tokens.ts";
import type { Rect } from "../geometry/rect.ts";
import { actorCard, type CardLayout } from "../scene/card-layout.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { type FarName, farFit, farFont, farLineHeight } from "../scene/far-name.ts";
import type { Brush } from "./brush.ts";
import { paintCategoryMark } from "./category-mark.ts";
import { paintBadge, roundRectPath } from "./shapes.ts";
import { isReadable, paintLines } from "./text.ts";

/** Draws an actor card with its top left corner at the origin, in its own size, as seen from near. */
export function paintActorCard(brush: Brush, cluster: ActorCluster, layout: CardLayout): void {
  const { ctx, colours } = brush;
  const { lead } = cluster;
  const face = colours.categories[lead.category ?? "none"];
  const { width, height } = layout;
  paintFace(
    brush,
    { x: 0, y: 0, width, height },
    actorCard.stripe,
    face.fill,
    face.stripe,
    tokens.radius.card,
  );

  ctx.fillStyle = face.fill;
  ctx.strokeStyle = face.fill;
  paintCategoryMark(ctx, lead.category, actorCard.stripe / 2, 22, 19);
  const left = actorCard.stripe + actorCard.padding;
  const room = width - left - actorCard.padding;
  const name = { x: left, y: 11, width: room };
  paintLines(brush, layout.name, layout.nameFont, layout.lineHeight, name, colours.ink);
  const foot = height - actorCard.foot;
  const byline = { x: left, y: foot + 4, width: room - 46 };
  paintLines(brush, layout.byline, layout.bylineFont, 18, byline, colours.quietInk);
  paintDots(brush, cluster.answered, width - actorCard.padding - 38, foot + 13, face.stripe);
  paintCardBadges(brush, cluster, width, 24);
}

/** ×3 for merged cards, and the number of the field once placed, on the card's top right corner. */
export function paintCardBadges(brush: Brush, cluster: ActorCluster, right: number, size: number): void {
  if (!isReadable(brush, size * 0.62)) return;
  const { colours } = brush;
  let x = right - 8;
  if (cluster.field) {
    paintBadge(brush, String(cluster.field), { x, y: 2 }, size, colours.action, colours.onAction);
    x -= size + 10;
  }
  if (cluster.members.length > 1) {
    paintBadge(brush, `×${cluster.members.length}`, { x, y: 2 }, size, colours.ink, colours.surface);
  }
}

export function paintFace(
  brush: Brush,
  area: Rect,
  stripe: number,
  fill: string,
  stripeColour: string,
  radius: number,
): void {
  const { ctx, zoom } = brush;
  if (brush.detail === "speck") {
    ctx.fillStyle = fill;
    ctx.fillRect(area.x, area.y, area.width, area.height);
    ctx.fillStyle = stripeColour;
    ctx.fillRect(area.x, area.y, stripe, area.height);
    return;
  }
  roundRectPath(ctx, area, radius);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.beginPath();
  ctx.roundRect(area.x, area.y, stripe, area.height, [radius, 0, 0, radius]);
  ctx.fillStyle = stripeColour;
  ctx.fill();
  roundRectPath(ctx, area, radius);
  ctx.lineWidth = Math.max(1, 1 / zoom);
  ctx.strokeStyle = stripeColour;
  ctx.globalAlpha = 0.55;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** Three small dots that fill as the three questions are answered. */
function paintDots(brush: Brush, answered: number, x: number, y: number, colour: string): void {
  const { ctx } = brush;
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = 1.5;
  for (let dot = 0; dot < 3; dot++) {
    ctx.beginPath();
    ctx.arc(x + 5 + dot * 14, y, 4, 0, Math.PI * 2);
    if (dot < answered) ctx.fill();
    ctx.stroke();
  }
}

/** From far away the name alone, in the size that all things share; whatever does not fit is cut. */
export function paintFarName(brush: Brush, { text, box }: FarName): void {
  if (brush.farSize === null) return;
  const { size, lines } = farFit(box, brush.farSize);
  const font = farFont(size);
  const lineHeight = size * farLineHeight;
  const set = brush.text.lines(text, font, box.width, lines);
  const y = box.y + (box.height - set.lines.length * lineHeight) / 2;
  paintLines(brush, set, font, lineHeight, { x: box.x, y, width: box.width }, brush.colours.ink);
}
