import { seatInField, type PriorityField } from "../method/fields.ts";
import type { BoardSnapshot } from "../model/board.ts";
import type { UnitPoint } from "../model/geometry.ts";
import type { ActorId } from "../model/ids.ts";
import { err, ok } from "../model/result.ts";
import { clusters } from "../views/clusters.ts";
import type { Change } from "./change.ts";
import type { BoardDecision } from "./board-decision.ts";

/** Places actors at points of the priority model; those deleted meanwhile are passed over. */
export function placeActors(
  snapshot: BoardSnapshot,
  moves: readonly { readonly id: ActorId; readonly to: UnitPoint }[],
): BoardDecision {
  const alive = moves.filter(({ id }) => snapshot.actorsById.get(id)?.deleted === false);
  if (alive.length === 0 && moves.length > 0) return err("gone");
  return ok(alive.map(({ id, to }) => ({ kind: "patch-actor", id, patch: { placement: to } })));
}

export function placeInField(snapshot: BoardSnapshot, id: ActorId, field: PriorityField): BoardDecision {
  const all = clusters(snapshot);
  const cluster = all.find((candidate) => candidate.members.some((member) => member.id === id));
  if (!cluster) return err("gone");
  if (cluster.field === field) return ok([]);
  const taken = all.flatMap((other) => (other.placement && other !== cluster ? [other.placement] : []));
  return ok([{ kind: "patch-actor", id: cluster.id, patch: { placement: seatInField(field, taken) } }]);
}

/** Back to the tray. A merged actor's placement may lie on any of its cards, so all are cleared. */
export function unplaceActors(snapshot: BoardSnapshot, ids: readonly ActorId[]): BoardDecision {
  const wanted = new Set(ids);
  const changes: Change[] = [];
  for (const cluster of clusters(snapshot)) {
    if (!cluster.members.some((member) => wanted.has(member.id))) continue;
    for (const member of cluster.members) {
      if (member.placement) changes.push({ kind: "patch-actor", id: member.id, patch: { placement: null } });
    }
  }
  return ok(changes);
}
