import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { IconName } from "../../ui/Icon.tsx";

/** What holds for the whole page: the one thing that matters most, or null when there is nothing to say. */
export function noticeOf(
  stage: Pick<Stage, "locked" | "writing">,
  role: Role,
  /** The facilitator has brought this person here. */
  isLed: boolean,
): { readonly icon: IconName; readonly text: string } | null {
  if (role === "observer") return { icon: "eye", text: "board.observing" };
  if (stage.locked) {
    return { icon: "lock", text: role === "facilitator" ? "board.locked-facilitator" : "board.locked" };
  }
  if (stage.writing.mode === "private") return { icon: "pencil", text: "board.private-writing" };
  return isLed ? { icon: "people", text: "board.led-here" } : null;
}
