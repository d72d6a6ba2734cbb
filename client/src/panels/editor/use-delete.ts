import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import { useAct, useWorkshop } from "../../state/hooks.ts";

/** Deletes and offers to take it back; `text` is the message's id in the catalogue. */
export function useDelete(): (
  records: readonly RecordRef[],
  text: string,
  values?: Readonly<Record<string, string | number>>,
) => boolean {
  const act = useAct();
  const { notices } = useWorkshop();
  return (records, text, values) => {
    if (!act({ type: "records.delete", records: [...records] })) return false;
    notices.show({
      tone: "done",
      text,
      ...(values ? { values } : {}),
      action: {
        label: "common.undo",
        run: () => act({ type: "records.restore", records: [...records] }),
      },
    });
    return true;
  };
}
