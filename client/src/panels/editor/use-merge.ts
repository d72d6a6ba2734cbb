import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import { useAct, useWorkshop } from "../../state/hooks.ts";
import { leadOf } from "./lead-of.ts";

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
