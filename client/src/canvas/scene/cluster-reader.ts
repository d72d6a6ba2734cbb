import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import { type ActorCluster, clusters } from "@faelleskort/shared/views/clusters.ts";

/** Reads the clusters of a snapshot; a cluster whose cards are all unchanged is the same object as the time before. */
export function createClusterReader(): (snapshot: BoardSnapshot) => readonly ActorCluster[] {
  let actors: BoardSnapshot["actorsById"] | null = null;
  let before: readonly ActorCluster[] = [];
  let byId = new Map<ActorId, ActorCluster>();
  return (snapshot) => {
    if (snapshot.actorsById === actors) return before;
    actors = snapshot.actorsById;
    before = clusters(snapshot).map((cluster) => {
      const old = byId.get(cluster.id);
      return old && sameMembers(old, cluster) ? old : cluster;
    });
    byId = new Map(before.map((cluster) => [cluster.id, cluster]));
    return before;
  };
}

function sameMembers(a: ActorCluster, b: ActorCluster): boolean {
  return (
    a.members.length === b.members.length && a.members.every((member, index) => member === b.members[index])
  );
}
