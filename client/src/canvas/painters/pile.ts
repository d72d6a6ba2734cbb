import { centreOf, inflate, type Point, type Rect, rectAround } from "../geometry/rect.ts";
import type { PileItem } from "../scene/item.ts";
import type { Brush } from "./brush.ts";
import { paintShadow, roundRectPath } from "./shapes.ts";
import { isReadable, paintWord } from "./text.ts";

/** Draws a pile with its top left corner at the origin: how many lie in it, or what they are fanned out on. */
export function paintPile(brush: Brush, pile: PileItem): void {
  if (pile.head === null) paintLying(brush, pile);
  else paintPanel(brush, pile, pile.head);
}

/** How the cards below lie askew: radians, and what is left of the pile's size at its rim. */
const askew = [-0.07, 0.05] as const;
const rim = 12;

function paintLying(brush: Brush, { rect, count }: PileItem): void {
  const { ctx, t, colours } = brush;
  const { width, height } = rect;
  const face = inflate({ x: 0, y: 0, width, height }, -rim);
  const middle = { x: width / 2, y: height / 2 };
  for (const angle of askew) {
    ctx.save();
    ctx.translate(middle.x, middle.y);
    ctx.rotate(angle);
    ctx.translate(-middle.x, -middle.y);
    paintPaper(brush, face);
    ctx.restore();
  }
  paintPaper(brush, face);
  const strong = (size: number) => ({ weight: 600, size }) as const;
  const at = (y: number): Point => ({ x: middle.x, y: middle.y + y });
  const label = strong(22);
  const isButton = brush.pressable && isReadable(brush, label.size);
  const lift = isButton ? 26 : 14;
  paintWord(brush, String(count), strong(64), at(-lift - 4), colours.ink, "center");
  paintWord(brush, t("canvas.pile-cards", { count }), strong(24), at(44 - lift), colours.quietInk, "center");
  if (!isButton) return;
  // As buttons look.
  const words = t("canvas.pile-open");
  const button = rectAround(at(56), brush.text.width(words, label) + 40, 36);
  roundRectPath(ctx, button, 8);
  ctx.strokeStyle = colours.action;
  ctx.stroke();
  paintWord(brush, words, label, centreOf(button), colours.action, "center");
}

function paintPaper({ ctx, colours }: Brush, area: Rect): void {
  roundRectPath(ctx, area, 8);
  ctx.fillStyle = colours.surface;
  ctx.fill();
  ctx.lineWidth = 2.5;
  ctx.strokeStyle = colours.edge;
  ctx.stroke();
}

function paintPanel(brush: Brush, { rect, field, count }: PileItem, head: number): void {
  const { ctx, colours, t, zoom } = brush;
  const { width, height } = rect;
  const area = { x: 0, y: 0, width, height };
  const radius = 10 / zoom;
  paintShadow(brush, area);
  roundRectPath(ctx, area, radius);
  ctx.fillStyle = colours.paper;
  ctx.fill();
  ctx.lineWidth = 2 / zoom;
  ctx.strokeStyle = colours.action;
  ctx.stroke();
  const font = { weight: 600, size: head * 0.36 } as const;
  const y = head / 2;
  const title = t("canvas.pile-fanned", { field, count });
  if (!brush.pressable) return paintWord(brush, title, font, { x: head * 0.3, y }, colours.ink);
  const cross = head * 0.11;
  const x = head * 0.5;
  ctx.beginPath();
  ctx.moveTo(x - cross, y - cross);
  ctx.lineTo(x + cross, y + cross);
  ctx.moveTo(x + cross, y - cross);
  ctx.lineTo(x - cross, y + cross);
  ctx.lineWidth = head * 0.05;
  ctx.lineCap = "round";
  ctx.stroke();
  ctx.lineCap = "butt";
  const close = t("canvas.pile-close");
  paintWord(brush, close, font, { x: x + 2.5 * cross, y }, colours.action);
  const after = x + 2.5 * cross + brush.text.width(close, font) + head * 0.6;
  paintWord(brush, title, font, { x: after, y }, colours.ink);
}
