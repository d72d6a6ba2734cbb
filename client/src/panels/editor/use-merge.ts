import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { useAct, useWorkshop } from "../../state/hooks.ts";
import { leadOf } from "./lead-of.ts";
import { isStillMerged, unmergeCommands } from "./unmerge.ts";

/** Makes actors one and offers to take it back. Without `into`, the one with most on it leads. */
export function useMerge(): (actors: readonly ActorCluster[], into?: ActorId) => boolean {
  const act = useAct();
  const { notices, history, board } = useWorkshop();
  return (actors, into) => {
    const lead = actors.find(({ id }) => id === into) ?? leadOf(actors);
    if (lead === undefined) return false;
    const others = actors.filter(({ id }) => id !== lead.id);
    if (!act({ type: "actor.merge", ids: others.map(({ id }) => id), into: lead.id })) return false;
    const takeBack = () => {
      if (!isStillMerged(board.get(), lead, others)) return;
      const commands = unmergeCommands(lead, others);
      if (commands) act(...commands);
      else history.undo();
    };
    notices.show({
      tone: "done",
      text: "board.toast.merged",
      values: { count: actors.reduce((sum, { members }) => sum + members.length, 0) },
      action: { label: "common.undo", run: takeBack },
    });
    return true;
  };
}
