import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import { useCallback } from "react";
import { rethrow } from "../../session/rethrow.ts";
import { useRole } from "../../state/hooks.ts";
import { useRestoredNotice } from "../../state/use-restored-notice.ts";
import { useRestore } from "./use-versions.ts";

/** On the board a facilitator can take a restoring back where they hear of it, whoever did it. */
export function useRestoredToast(): void {
  const isFacilitator = useRole() === "facilitator";
  const restore = useRestore();
  const takeBack = useCallback((before: VersionId) => void restore(before).catch(rethrow), [restore]);
  useRestoredNotice(isFacilitator ? takeBack : null);
}
