import type { PriorityField } from "@faelleskort/shared/method/fields.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Summons } from "@faelleskort/shared/model/stage.ts";
import type { ViewCall } from "../panels/follow/follow.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";

type Leading = Pick<Presence, "role" | "device" | "sheet">;

/** Of several facilitators, the one listed first holds. */
const leadingOf = <P extends Leading>(peers: readonly P[]): P | undefined =>
  peers.find(({ role, device, sheet }) => role === "facilitator" && device === "board" && sheet !== null);

/** The sheet a facilitator looks at on a board; null when none does. */
export const facilitatorSheet = (peers: readonly Leading[]): SheetId | null =>
  leadingOf(peers)?.sheet ?? null;

/** A call as the big screen obeys it: all that the caller sees is in view. One that came from elsewhere stays as it is. */
export function shownToAll(view: ViewCall, summons: Summons | null): ViewCall {
  return summons?.serial === view.serial ? { ...view, seen: summons.seen ?? null } : view;
}

/** The field whose pile the facilitator has spread out; null: none. */
export const facilitatorFan = (
  peers: readonly (Leading & Pick<Presence, "fanned">)[],
): PriorityField | null => leadingOf(peers)?.fanned ?? null;
