import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";

/**
 * The actor to take next when they are taken one at a time: the unplaced one after the present one in the row, going round
 * at the end; null when all are placed, or the present one is the only one left.
 * @param all every living actor, oldest first
 */
export function nextUnplaced(all: readonly ActorCluster[], present: ActorId | null): ActorCluster | null {
  const at = all.findIndex(({ members }) => members.some(({ id }) => id === present));
  const round = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  return round.find(({ placement }) => placement === null) ?? null;
}
