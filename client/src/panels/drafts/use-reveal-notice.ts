import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { useEffect, useRef } from "react";
import { useWorkshop } from "../../state/hooks.ts";

/** Tells when everybody's private cards have come to the board. */
export function useRevealNotice({ writing }: Pick<Stage, "writing">): void {
  const { notices } = useWorkshop();
  const { reveals } = writing;
  const seen = useRef(reveals);
  useEffect(() => {
    if (reveals > seen.current) notices.show({ tone: "done", text: "board.drafts.revealed" });
    seen.current = reveals;
  }, [reveals, notices]);
}
