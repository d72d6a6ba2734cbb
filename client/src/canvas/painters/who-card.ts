import { answerFields } from "@faelleskort/shared/model/actor.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { tokens } from "../../theme/tokens.ts";
import { whoCard, type WhoLayout } from "../scene/who-layout.ts";
import { paintActorCard } from "./actor-card.ts";
import type { Brush } from "./brush.ts";
import { roundRectPath } from "./shapes.ts";
import { paintLines, paintWord } from "./text.ts";

/** Draws a "Hvem er de?" card with its top left corner at the origin: the actor card in its slot, and three answers; as seen from near. */
export function paintWhoCard(brush: Brush, cluster: ActorCluster, layout: WhoLayout): void {
  const { ctx, colours, zoom } = brush;
  const { width, height, answersTop } = layout;
  const { padding, slotScale, row } = whoCard;
  roundRectPath(ctx, { x: 0, y: 0, width, height }, tokens.radius.card);
  ctx.fillStyle = colours.surface;
  ctx.fill();
  ctx.lineWidth = Math.max(1, 1 / zoom);
  ctx.strokeStyle = colours.edge;
  ctx.stroke();

  const slot = { width: layout.card.width * slotScale, height: layout.card.height * slotScale };
  ctx.setLineDash([5, 4]);
  ctx.lineWidth = 1.2;
  roundRectPath(ctx, { x: padding - 4, y: padding - 4, width: slot.width + 8, height: slot.height + 8 }, 8);
  ctx.stroke();
  ctx.setLineDash([]);
  paintHeadings(brush, cluster, slot.width);
  ctx.save();
  ctx.translate(padding, padding);
  ctx.scale(slotScale, slotScale);
  paintActorCard({ ...brush, zoom: zoom * slotScale }, cluster, layout.card);
  ctx.restore();

  const font = { weight: 400, size: 11 } as const;
  for (const [index, answer] of layout.answers.entries()) {
    const top = answersTop + index * row;
    const question = brush.t(`canvas.who-${answer.field}`);
    paintWord(brush, question, font, { x: padding, y: top + 6 }, colours.quietInk);
    const box = { x: padding, y: top + 11, width: width - 2 * padding };
    paintLines(brush, answer.text, layout.answerFont, 19, box, colours.ink);
    ctx.beginPath();
    ctx.moveTo(padding, top + row - 2);
    ctx.lineTo(width - padding, top + row - 2);
    ctx.lineWidth = 1;
    ctx.strokeStyle = colours.line;
    ctx.stroke();
  }
}

function paintHeadings(brush: Brush, { answered }: ActorCluster, slotWidth: number): void {
  const { colours, t } = brush;
  const x = whoCard.padding + slotWidth + 16;
  paintWord(brush, t("canvas.who-title"), { weight: 600, size: 17 }, { x, y: 28 }, colours.ink);
  const count = t("canvas.who-answered", { answered, of: answerFields.length });
  paintWord(brush, count, { weight: 400, size: 13 }, { x, y: 50 }, colours.quietInk);
}
