import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { duplicateGroups } from "@faelleskort/shared/views/duplicates.ts";

/** The other actors whose names are alike with this one's. */
export function similarTo(cluster: ActorCluster, all: readonly ActorCluster[]): readonly ActorCluster[] {
  const group = duplicateGroups(all).find((members) => members.some(({ id }) => id === cluster.id));
  return group?.filter(({ id }) => id !== cluster.id) ?? [];
}
