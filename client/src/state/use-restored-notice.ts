import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import { useEffect, useRef } from "react";
import { useStage, useWorkshop } from "./hooks.ts";

/**
 * Tells everybody that an older version of the board was brought back: otherwise cards would seem to come and go by themselves.
 * @param takeBack for those who may: brings back what was there before; null for all others
 */
export function useRestoredNotice(takeBack: ((before: VersionId) => void) | null): void {
  const { notices } = useWorkshop();
  const stage = useStage();
  const isKnown = stage !== null;
  const restored = stage?.restored ?? null;
  const serial = restored?.serial ?? 0;
  /** null: this page hasn't seen the stage yet, and what happened before isn't news. */
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (!isKnown) return;
    const before = seen.current;
    seen.current = serial;
    if (before === null || restored === null || serial <= before) return;
    notices.show({
      tone: "done",
      text: "common.restored",
      ...(takeBack && { action: { label: "common.undo", run: () => takeBack(restored.before) } }),
    });
  }, [isKnown, serial, restored, notices, takeBack]);
}
