import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import { useAct, useWorkshop } from "../../state/hooks.ts";

/** Makes actors one and offers to take it back. The oldest, or the fullest, card leads. */
export function useMerge(): (actors: readonly ActorCluster[], into?: ActorId) => boolean {
  const act = useAct();
  const { notices, history } = useWorkshop();
  return (actors, into) => {
    const lead = into ?? leadOf(actors)?.id;
    if (lead === undefined) return false;
    const ids = actors.map(({ id }) => id).filter((id) => id !== lead);
    if (!act({ type: "actor.merge", ids, into: lead })) return false;
    const count = actors.reduce((sum, { members }) => sum + members.length, 0);
    notices.show({
      tone: "done",
      text: "board.toast.merged",
      values: { count },
      action: { label: "common.undo", run: () => history.undo() },
    });
    return true;
  };
}

/** Who leads: the one that is a who-card or has most answers; among equals the oldest, which comes first. */
export function leadOf(actors: readonly ActorCluster[]): ActorCluster | undefined {
  const weight = ({ lead, answered }: ActorCluster) => answered + (lead.onWhoCard ? 10 : 0);
  return actors.reduce<ActorCluster | undefined>(
    (best, actor) => (best === undefined || weight(actor) > weight(best) ? actor : best),
    undefined,
  );
}
