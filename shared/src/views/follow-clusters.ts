import type { Actor } from "../model/actor.ts";
import type { BoardSnapshot } from "../model/board.ts";
import type { ActorId } from "../model/ids.ts";
import { type ActorCluster, clusters, describeCluster } from "./clusters.ts";

/**
 * `clusters` of one board over time: a cluster whose cards are all unchanged is the same object as the time before. While cards only
 * change their words or places, just their own clusters are made anew; who belongs together is worked out again when a card comes,
 * goes, or is merged.
 */
export function followClusters(): (snapshot: BoardSnapshot) => readonly ActorCluster[] {
  let actors: BoardSnapshot["actorsById"] = new Map();
  let found: readonly ActorCluster[] = [];
  /** In which cluster each living card is. */
  let placeById = new Map<ActorId, number>();

  function regroup(snapshot: BoardSnapshot): void {
    const before = new Map(found.map((cluster) => [cluster.id, cluster]));
    found = clusters(snapshot).map((cluster) => {
      const old = before.get(cluster.id);
      return old && sameMembers(old, cluster) ? old : cluster;
    });
    placeById = new Map(
      found.flatMap(({ members }, place) => members.map(({ id }): [ActorId, number] => [id, place])),
    );
  }

  function refresh(changed: readonly Actor[], snapshot: BoardSnapshot): void {
    const next = [...found];
    const places = new Set(changed.flatMap(({ id }) => placeById.get(id) ?? []));
    for (const place of places) {
      const old = next[place];
      const [lead, ...others] = old?.members.flatMap(({ id }) => snapshot.actorsById.get(id) ?? []) ?? [];
      if (lead) next[place] = describeCluster(lead, [lead, ...others]);
    }
    if (places.size > 0) found = next;
  }

  return (snapshot) => {
    if (snapshot.actorsById === actors) return found;
    const changed = changedWithin(actors, snapshot.actorsById);
    if (changed) refresh(changed, snapshot);
    else regroup(snapshot);
    actors = snapshot.actorsById;
    return found;
  };
}

/** The cards that changed; null when that may have changed who belongs together, or in which order. */
function changedWithin(
  before: BoardSnapshot["actorsById"],
  after: BoardSnapshot["actorsById"],
): Actor[] | null {
  if (before.size !== after.size) return null;
  const changed: Actor[] = [];
  for (const [id, actor] of after) {
    const old = before.get(id);
    if (old === actor) continue;
    if (!old || !belongsAlike(old, actor)) return null;
    changed.push(actor);
  }
  return changed;
}

const belongsAlike = (a: Actor, b: Actor): boolean =>
  a.mergedInto === b.mergedInto && a.deleted === b.deleted && a.createdAt === b.createdAt;

function sameMembers(a: ActorCluster, b: ActorCluster): boolean {
  return (
    a.members.length === b.members.length && a.members.every((member, index) => member === b.members[index])
  );
}
