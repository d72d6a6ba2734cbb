import type { BoardPoint } from "@faelleskort/shared/model/geometry.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { type Rect, rect } from "../canvas/geometry/rect.ts";
import { actorCard } from "../canvas/scene/card-layout.ts";
import { freePlaceNear } from "../canvas/scene/free-place.ts";
import { whoCard } from "../canvas/scene/who-layout.ts";
import { boardPoint } from "./notes.ts";
import { wallPointOf } from "./wall-layout.ts";

/**
 * Where a card that lies on the wall has room to become a "Hvem er de?" card, which is larger: where it lies if nothing
 * is in the way, else the nearest free place. null for a card that nobody has laid anywhere: it gets a seat by itself.
 * To be sent along with `actor.stick` as one step.
 */
export function whoPlace(all: readonly ActorCluster[], id: ActorId): BoardPoint | null {
  const cluster = all.find(({ members }) => members.some((member) => member.id === id));
  const at = cluster && wallPointOf(cluster);
  if (!at) return null;
  const lying = all.flatMap((other): Rect[] => {
    const spot = other === cluster ? null : wallPointOf(other);
    if (!spot) return [];
    const { width, height } = other.lead.onWhoCard ? whoCard : actorCard;
    return [rect(spot.x, spot.y, width, height)];
  });
  const { width, height } = whoCard;
  return boardPoint(freePlaceNear({ x: at.x + width / 2, y: at.y + height / 2 }, width, height, lying), at.z);
}
