import type { BoardSnapshot } from "../model/board.ts";
import type { ActorId } from "../model/ids.ts";
import { err, ok } from "../model/result.ts";
import { type ActorCluster, clusters } from "../views/clusters.ts";
import type { Change } from "./change.ts";
import type { BoardDecision } from "./board-decision.ts";

const clusterOf = (all: readonly ActorCluster[], id: ActorId) =>
  all.find((cluster) => cluster.members.some((member) => member.id === id));

/** Makes all cards of the named clusters members of `into`'s cluster. Placement follows if only a merged card had one. */
export function mergeActors(snapshot: BoardSnapshot, ids: readonly ActorId[], into: ActorId): BoardDecision {
  const all = clusters(snapshot);
  const target = clusterOf(all, into);
  if (!target) return err("gone");
  const others = new Set<ActorCluster>();
  for (const id of ids) {
    const cluster = clusterOf(all, id);
    if (cluster && cluster !== target) others.add(cluster);
  }
  if (others.size === 0) return err("nothing-to-merge");
  const changes: Change[] = [];
  if (target.lead.mergedInto !== null)
    changes.push({ kind: "patch-actor", id: target.id, patch: { mergedInto: null } });
  for (const other of others)
    changes.push({ kind: "patch-actor", id: other.id, patch: { mergedInto: target.id } });
  const placement = target.placement ?? [...others].find((other) => other.placement)?.placement;
  if (placement && !target.lead.placement)
    changes.push({ kind: "patch-actor", id: target.id, patch: { placement } });
  if (!target.lead.onWhoCard && [...others].some((other) => other.lead.onWhoCard)) {
    changes.push({ kind: "patch-actor", id: target.id, patch: { onWhoCard: true } });
  }
  return ok(changes);
}

/** On a lead: takes the whole cluster apart. On another member: takes just that card out. */
export function splitActor(snapshot: BoardSnapshot, id: ActorId): BoardDecision {
  const cluster = clusterOf(clusters(snapshot), id);
  if (!cluster) return err("gone");
  if (cluster.members.length < 2) return err("not-merged");
  const changes: Change[] = [];
  for (const member of cluster.members) {
    const leaves =
      cluster.id === id || member.id === id || (member.id === cluster.id && member.mergedInto === id);
    if (leaves && member.mergedInto !== null) {
      changes.push({ kind: "patch-actor", id: member.id, patch: { mergedInto: null } });
    } else if (!leaves && member.mergedInto === id) {
      changes.push({ kind: "patch-actor", id: member.id, patch: { mergedInto: cluster.id } });
    }
  }
  return ok(changes);
}
