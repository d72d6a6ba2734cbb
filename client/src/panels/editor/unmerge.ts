import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";

/**
 * What takes a merge back, whatever this person has done since; null when one of the others was merged of several cards
 * itself, which can't be told in commands. `lead` and `others` are as they were before the merge.
 */
export function unmergeCommands(lead: ActorCluster, others: readonly ActorCluster[]): BoardCommand[] | null {
  if (others.some(({ members }) => members.length > 1)) return null;
  const commands: BoardCommand[] = others.map(({ id }) => ({ type: "actor.split", id }));
  // The merge lent the lead what only the others had.
  if (lead.placement === null && others.some(({ placement }) => placement !== null)) {
    commands.push({ type: "actor.unplace", ids: [lead.id] });
  }
  if (!lead.lead.onWhoCard && others.some((other) => other.lead.onWhoCard)) {
    commands.push({ type: "actor.stick", id: lead.id, onWhoCard: false });
  }
  return commands;
}

/** Whether the cards still are merged as the merge left them. */
export function isStillMerged(
  { actorsById }: Pick<BoardSnapshot, "actorsById">,
  lead: ActorCluster,
  others: readonly ActorCluster[],
): boolean {
  return others.every(({ id }) => actorsById.get(id)?.mergedInto === lead.id);
}
