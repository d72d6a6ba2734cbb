import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";

/** The sheet a facilitator looks at on a board; null when none does. Of several, the one listed first holds. */
export function facilitatorSheet(
  peers: readonly Pick<Presence, "role" | "device" | "sheet">[],
): SheetId | null {
  const leading = peers.find(
    ({ role, device, sheet }) => role === "facilitator" && device === "board" && sheet !== null,
  );
  return leading?.sheet ?? null;
}
