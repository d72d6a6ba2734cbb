import type { Role } from "../model/roles.ts";
import type { Stage } from "../model/stage.ts";

export type WriteVerdict =
  | { readonly may: true }
  | { readonly may: false; readonly reason: "observer" | "locked" };

/** The one rule for who may write the board right now. The server asks it for every frame, the client for every button. */
export function mayWriteBoard(role: Role, stage: Pick<Stage, "locked">): WriteVerdict {
  switch (role) {
    case "facilitator":
      return { may: true };
    case "participant":
      return stage.locked ? { may: false, reason: "locked" } : { may: true };
    case "observer":
      return { may: false, reason: "observer" };
  }
}

/** Running the workshop (stage commands, invites, the area picture, import) is the facilitator's alone. */
export function mayRunStage(role: Role): boolean {
  return role === "facilitator";
}
