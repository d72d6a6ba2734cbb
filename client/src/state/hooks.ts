import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { remainingMs } from "@faelleskort/shared/commands/decide-stage.ts";
import type { WorkshopCommand } from "@faelleskort/shared/commands/stage-command.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { Me } from "@faelleskort/shared/protocol/http.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { createContext, useCallback, useContext, useEffect, useState } from "react";
import type { Status } from "../session/status.ts";
import type { HistoryState } from "./history.ts";
import type { Peer } from "./presence.ts";
import { useSelected, useSource } from "./use-source.ts";
import { wordsOf } from "./objection.ts";
import type { Rejection, Workshop } from "./workshop.ts";

/** Provided by `app/WorkshopGate.tsx` around every page of a workshop. */
export const WorkshopContext = createContext<Workshop | null>(null);

export function useWorkshop(): Workshop {
  const workshop = useContext(WorkshopContext);
  if (!workshop) throw new Error("A workshop's page was rendered outside of a workshop");
  return workshop;
}

/** For what is shown before the workshop is open, too: null until then. */
export const useWorkshopIfOpen = (): Workshop | null => useContext(WorkshopContext);

/** The shared board with this person's own drafts on it, or a part of that. */
export function useBoard(): BoardSnapshot;
export function useBoard<T>(select: (board: BoardSnapshot) => T, isSame?: (a: T, b: T) => boolean): T;
export function useBoard(
  select: (board: BoardSnapshot) => unknown = (board) => board,
  isSame?: (a: unknown, b: unknown) => boolean,
): unknown {
  return useSelected(useWorkshop().visible, select, isSame);
}

/** All actors as this person sees them, own drafts included, oldest first. */
export const useClusters = (): readonly ActorCluster[] => useSource(useWorkshop().visibleClusters);
/** All actors everybody can see. */
export const useSharedClusters = (): readonly ActorCluster[] => useSource(useWorkshop().clusters);

/** null until the workshop's state has been seen once on this device. */
export const useStage = (): Stage | null => useSource(useWorkshop().session.stage);
export const useMe = (): Me => useWorkshop().session.me;
export const useRole = (): Role => useMe().role;
export const useMayWrite = (): boolean => useSource(useWorkshop().mayWrite);
export const usePeers = (): readonly Peer[] => useSource(useWorkshop().presence.peers);
/** What the status line says; words that a field keeps back aren't saved, however well the rest is. */
export function useStatus(): Status {
  const { session, withheld } = useWorkshop();
  const status = useSource(session.status);
  const kept = useSource(withheld.state);
  if (status.kind !== "saved" || kept === "none") return status;
  return kept === "told" ? toldStatus : waitingStatus;
}
const toldStatus: Status = { kind: "withheld" };
const waitingStatus: Status = { kind: "saving" };
export const useDrafts = () => useSource(useWorkshop().session.drafts.list);
export const useHistory = (): HistoryState => useSource(useWorkshop().history.state);

/** Does something to the board; when it can't be done, says why. Returns whether it was done. */
export function useAct(): (...commands: readonly BoardCommand[]) => boolean {
  const workshop = useWorkshop();
  return useCallback((...commands) => actOn(workshop, commands), [workshop]);
}

/** The same outside of a component's rendering. */
export function actOn(workshop: Workshop, commands: readonly BoardCommand[]): boolean {
  const outcome = workshop.dispatch(commands);
  if (!outcome.ok) tellRejection(workshop, commands, outcome.error);
  return outcome.ok;
}

/** Says why something wasn't done; what only looks personal can be sent from there all the same. */
function tellRejection(workshop: Workshop, commands: readonly BoardCommand[], error: Rejection): void {
  const { notices, privacy } = workshop;
  const objection = privacy.objectionTo(commands);
  notices.show({
    tone: "problem",
    text: `rejections.${error}`,
    ...(objection && { values: { words: wordsOf(objection) } }),
    ...(objection?.kind === "ask" && {
      action: {
        label: "privacy.not-personal",
        run() {
          privacy.confirm(objection);
          const again = workshop.dispatch(commands);
          if (!again.ok) notices.show({ tone: "problem", text: `rejections.${again.error}` });
        },
      },
    }),
  });
}

/** Asks the server to change the workshop's course; when it says no, shows its sentence. Resolves to whether it was done. */
export function useRun(): (command: WorkshopCommand) => Promise<boolean> {
  const workshop = useWorkshop();
  return useCallback(
    async (command) => {
      const answer = await workshop.run(command);
      if (answer.ok) return true;
      const { error } = answer;
      workshop.notices.show({
        tone: "problem",
        text: `errors.${error.kind}`,
        ...(error.kind === "problem" ? { sentence: error.sentence } : {}),
      });
      return false;
    },
    [workshop],
  );
}

/** Ms left on the workshop's timer by the server's clock, to the second; null before the stage is known. */
export function useRemainingMs(): number | null {
  const { session } = useWorkshop();
  const stage = useStage();
  const [, tick] = useState(0);
  const left = stage && remainingMs(stage, session.clock.now());
  const isRunning = stage?.timer.state === "running" && left !== 0;
  useEffect(() => {
    if (!isRunning || left === null) return undefined;
    // Wakes when the shown second changes, so that all screens turn over together.
    const timer = window.setTimeout(() => tick((count) => count + 1), (left % 1000) + 5);
    return () => window.clearTimeout(timer);
  });
  return left;
}
