import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { useCallback } from "react";
import { useAct, useWorkshop } from "../state/hooks.ts";

/** Takes one's own card off the board, with a button that puts it back. */
export function useTakeBack(): (card: Actor) => void {
  const act = useAct();
  const { notices } = useWorkshop();
  return useCallback(
    ({ id, name }) => {
      const records: RecordRef[] = [{ record: "actor", id }];
      if (!act({ type: "records.delete", records })) return;
      notices.show({
        tone: "done",
        text: "phone.taken-back",
        values: { name },
        action: { label: "common.undo", run: () => act({ type: "records.restore", records }) },
      });
    },
    [act, notices],
  );
}
