import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { useEffect, useRef } from "react";
import { useDrafts, useWorkshop } from "../../state/hooks.ts";

/** Tells whoever had cards of their own that they have come to the board with everybody's. */
export function useRevealNotice({ writing }: Pick<Stage, "writing">): void {
  const { notices } = useWorkshop();
  const { reveals } = writing;
  const { length: count } = useDrafts();
  const seen = useRef({ reveals, count });
  useEffect(() => {
    const before = seen.current;
    seen.current = { reveals, count };
    if (reveals > before.reveals && before.count > 0) {
      notices.show({ tone: "done", text: "board.drafts.revealed", brief: true });
    }
  }, [reveals, count, notices]);
}
