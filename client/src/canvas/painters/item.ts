import type { Point, Rect } from "../geometry/rect.ts";
import { inflate } from "../geometry/rect.ts";
import { farStripe } from "../scene/far-name.ts";
import type { ElementItem, MarkItem, RecordItem, SceneItem } from "../scene/item.ts";
import { markSize } from "../scene/mark-layout.ts";
import { paintActorCard } from "./actor-card.ts";
import { type Brush, detailAt } from "./brush.ts";
import { paintElement } from "./element.ts";
import { paintCompactCard } from "./compact-card.ts";
import { paintFar } from "./far.ts";
import { paintFarTitle, paintMarkShape, paintMarkSlip } from "./mark.ts";
import { paintNote } from "./note.ts";
import { paintPile } from "./pile.ts";
import { paintShadow, roundRectPath } from "./shapes.ts";
import { paintWhoCard } from "./who-card.ts";

/** How far badges and the highlight reach beyond an item's rectangle at most, in world units. */
export const bleed = 18;
/** The rim alone: half of it lies outside. */
const rim = 2;

/** How far a thing reaches beyond its rectangle, world units. */
export function reachOf(item: SceneItem): number {
  switch (item.kind) {
    case "actor-card":
    case "who-card":
    case "compact-card": {
      const { cluster, focused } = item;
      return focused || cluster.field !== null || cluster.members.length > 1 ? bleed : rim;
    }
    case "mark":
    case "note":
    case "element":
    case "pile":
      return bleed;
  }
}

/** All that a thing is painted on. */
export const extentOf = (item: SceneItem): Rect => inflate(item.rect, reachOf(item));

/** Draws a thing with its top left corner at a point. */
export function paintItem(brush: Brush, item: SceneItem, at: Point = item.rect): void {
  const { ctx } = brush;
  if ("focused" in item && item.focused) paintFocus(brush, { ...item.rect, x: at.x, y: at.y });
  // Some cards of the priority model are smaller than others.
  const scale = item.kind === "compact-card" ? item.rect.width / item.layout.width : 1;
  const detail = detailAt(brush.zoom * scale, brush.farSize);
  ctx.save();
  ctx.translate(at.x, at.y);
  if (item.kind === "mark") {
    if (brush.farTitles) paintFarTitle(brush, item, brush.farTitles.get(item.key));
    else paintMarkSlip(brush, item.mark, item.layout);
    paintMarkShape(brush, item.mark.kind, item.layout.anchor, markSize);
  } else if (item.kind === "pile") paintPile(brush, item);
  else if (item.kind === "element") paintElement(brush, item.layout, item.rect);
  else if (detail === "near") paintNear(brush, item);
  else paintFar(brush, item, detail);
  ctx.restore();
}

function paintNear(brush: Brush, item: Exclude<RecordItem, MarkItem | ElementItem>): void {
  switch (item.kind) {
    case "actor-card":
      return paintActorCard(brush, item.cluster, item.layout);
    case "who-card":
      return paintWhoCard(brush, item.cluster, item.layout);
    case "note":
      return paintNote(brush, item.layout, item.note.colour);
    case "compact-card":
      return paintCompactCard(brush, item, { x: 0, y: 0 });
  }
}

/** Draws things at rest, undermost first; no mark's title covers another mark's heart or star. */
export function paintItems(brush: Brush, items: readonly SceneItem[]): void {
  for (const item of items) if (!paintSpeck(brush, item)) paintItem(brush, item);
  for (const item of items) {
    if (item.kind !== "mark") continue;
    const { x, y } = item.rect;
    const { anchor } = item.layout;
    paintMarkShape(brush, item.mark.kind, { x: x + anchor.x, y: y + anchor.y }, markSize);
  }
}

/** Thousands of cards at once are two rectangles each; false for what is painted in full. */
function paintSpeck({ ctx, colours, detail }: Brush, item: SceneItem): boolean {
  if (detail !== "speck" || item.kind !== "actor-card" || item.focused) return false;
  const { x, y, width, height } = item.rect;
  const face = colours.categories[item.cluster.lead.category ?? "none"];
  ctx.fillStyle = face.fill;
  ctx.fillRect(x, y, width, height);
  ctx.fillStyle = face.stripe;
  ctx.fillRect(x, y, farStripe, height);
  return true;
}

/** A thing in somebody's hand: with the one soft shadow. */
export function paintLifted(brush: Brush, item: SceneItem, at: Point): void {
  if (castsShadow(item)) paintShadow(brush, { ...item.rect, x: at.x, y: at.y });
  paintItem(brush, item, at);
}

/** What is drawn or only letters has nothing to cast one. */
function castsShadow(item: SceneItem): boolean {
  if (item.kind !== "element") return item.kind !== "mark";
  const { layout } = item;
  return (
    layout.kind === "frame" ||
    layout.kind === "picture" ||
    (layout.kind === "shape" && layout.element.fill !== null && layout.element.form === "rectangle")
  );
}

/** Where a thing lay that is in somebody's hand. */
export function paintGhost(brush: Brush, item: SceneItem): void {
  const { ctx, colours, zoom } = brush;
  const { rect } = item;
  if (item.kind === "element") {
    ctx.globalAlpha = 0.25;
    paintItem(brush, item);
    ctx.globalAlpha = 1;
    return;
  }
  roundRectPath(ctx, rect, 6);
  ctx.fillStyle = colours.line;
  ctx.globalAlpha = 0.35;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.setLineDash([6 / zoom, 5 / zoom]);
  ctx.lineWidth = 1.5 / zoom;
  ctx.strokeStyle = colours.edge;
  ctx.stroke();
  ctx.setLineDash([]);
}

/** The actor everybody is looking at. */
function paintFocus(brush: Brush, area: Rect): void {
  const { ctx, colours } = brush;
  roundRectPath(ctx, inflate(area, 9), 12);
  ctx.fillStyle = colours.focusInner;
  ctx.fill();
  roundRectPath(ctx, inflate(area, 4), 9);
  ctx.fillStyle = colours.focusOuter;
  ctx.fill();
}
