import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { tokens } from "../../theme/tokens.ts";
import type { Rect } from "../geometry/rect.ts";
import { farNameOf, farStripe, whoFace } from "../scene/far-name.ts";
import type { ElementItem, MarkItem, RecordItem } from "../scene/item.ts";
import { paintCardBadges, paintFace, paintFarName } from "./actor-card.ts";
import type { Brush } from "./brush.ts";
import { paintNotePaper } from "./note.ts";

/** Draws a thing as seen from far away, its top left corner at the origin: colour, and the name unless it would be only grey. */
export function paintFar(
  brush: Brush,
  item: Exclude<RecordItem, MarkItem | ElementItem>,
  detail: "far" | "speck",
): void {
  const { width, height } = item.rect;
  const area = { x: 0, y: 0, width, height };
  switch (item.kind) {
    case "actor-card":
      paintFarFace(brush, item.cluster, area, farStripe, detail);
      break;
    case "compact-card":
      paintFarFace(brush, item.cluster, area, farStripe * 0.75 * (width / item.layout.width), detail);
      break;
    case "who-card":
      brush.ctx.fillStyle = brush.colours.surface;
      brush.ctx.fillRect(0, 0, width, height);
      brush.ctx.lineWidth = Math.max(1, 1 / brush.zoom);
      brush.ctx.strokeStyle = brush.colours.edge;
      brush.ctx.strokeRect(0, 0, width, height);
      paintFarFace(brush, item.cluster, whoFace(area), farStripe, detail);
      break;
    case "note":
      paintNotePaper(brush, width, height, item.note.colour);
      break;
  }
  const name = detail === "far" ? farNameOf(item) : null;
  if (name) paintFarName(brush, name);
  if ("cluster" in item && detail === "far") paintCardBadges(brush, item.cluster, width, 24);
}

function paintFarFace(
  brush: Brush,
  { lead }: ActorCluster,
  area: Rect,
  stripe: number,
  detail: "far" | "speck",
): void {
  const face = brush.colours.categories[lead.category ?? "none"];
  paintFace({ ...brush, detail }, area, stripe, face.fill, face.stripe, tokens.radius.card);
}
