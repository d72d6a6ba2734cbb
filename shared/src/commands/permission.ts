import type { Role } from "../model/roles.ts";
import type { Stage } from "../model/stage.ts";

export type WriteVerdict =
  /** `evenLocked`: also what the facilitator has locked, and the locks themselves (`mayChangeRecord`, `mayLock`). */
  | { readonly may: true; readonly evenLocked: boolean }
  | { readonly may: false; readonly reason: "observer" | "locked" };

/** The one rule for who may write the board right now. The server asks it for every frame, the client for every button. */
export function mayWriteBoard(role: Role, stage: Pick<Stage, "locked">): WriteVerdict {
  switch (role) {
    case "facilitator":
      return { may: true, evenLocked: mayLock(role) };
    case "participant":
      return stage.locked ? { may: false, reason: "locked" } : { may: true, evenLocked: mayLock(role) };
    case "observer":
      return { may: false, reason: "observer" };
  }
}

/** Locking things on a free sheet, and changing what is locked, is the facilitator's alone. */
export function mayLock(role: Role): boolean {
  return role === "facilitator";
}

/** Whether somebody who may write the board may change this thing of it (FREE-LOCK-1). */
export function mayChangeRecord(role: Role, record: { readonly locked: boolean }): boolean {
  return !record.locked || mayLock(role);
}

/** Running the workshop (stage commands, invites, the area picture, import) is the facilitator's alone. */
export function mayRunStage(role: Role): boolean {
  return role === "facilitator";
}
