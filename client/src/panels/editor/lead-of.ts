import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";

/** Who leads: the one that is a who-card or has most answers; among equals the oldest, which comes first. */
export function leadOf(actors: readonly ActorCluster[]): ActorCluster | undefined {
  const weight = ({ lead, answered }: ActorCluster) => answered + (lead.onWhoCard ? 10 : 0);
  return actors.reduce<ActorCluster | undefined>(
    (best, actor) => (best === undefined || weight(actor) > weight(best) ? actor : best),
    undefined,
  );
}
