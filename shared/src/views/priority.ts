import type { UnitPoint } from "../model/geometry.ts";
import { type PriorityField, priorityFields } from "../method/fields.ts";
import type { ActorCluster } from "./clusters.ts";

export type PriorityList = Readonly<Record<PriorityField, readonly ActorCluster[]>>;

/** Interest on both axes together: what orders a field's list, highest first. */
const interest = ({ x, y }: UnitPoint) => x + y;

/** The prioritised list 1–4 that the model yields; in each field the one highest on both axes comes first. */
export function priorityList(all: readonly ActorCluster[]): PriorityList {
  const list: Record<PriorityField, ActorCluster[]> = { 1: [], 2: [], 3: [], 4: [] };
  for (const cluster of all) if (cluster.field) list[cluster.field].push(cluster);
  for (const field of priorityFields) {
    list[field].sort((a, b) => {
      if (!a.placement || !b.placement) return 0;
      return interest(b.placement) - interest(a.placement) || (a.id < b.id ? -1 : 1);
    });
  }
  return list;
}

/** Actors nobody has placed yet, oldest first: the tray. */
export function unplaced(all: readonly ActorCluster[]): ActorCluster[] {
  return all.filter((cluster) => cluster.placement === null);
}

/** Key people for round 2: the actors of circle 1 (step 1.6). */
export function keyPeople(all: readonly ActorCluster[]): readonly ActorCluster[] {
  return priorityList(all)[1];
}
