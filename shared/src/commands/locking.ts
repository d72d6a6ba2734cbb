import type { BoardSnapshot } from "../model/board.ts";
import type { Role } from "../model/roles.ts";
import type { Change } from "./change.ts";
import { mayChangeRecord, mayLock } from "./permission.ts";

/**
 * What of the changes this person may make, seen from the snapshot before them: nothing of what the facilitator has locked, and
 * no locks. Deciding asks it, and so does undo, since something may have been locked meanwhile.
 */
export function permitted(
  snapshot: BoardSnapshot,
  changes: readonly Change[],
  role: Role,
): readonly Change[] {
  if (mayLock(role)) return changes;
  return changes.filter((change) => {
    switch (change.kind) {
      case "patch-note":
        return !setsLock(change.patch) && mayChange(snapshot.notesById.get(change.id), role);
      case "patch-element":
        return !setsLock(change.patch) && mayChange(snapshot.elementsById.get(change.id), role);
      case "splice-text": {
        const { target } = change;
        if (target.record === "note") return mayChange(snapshot.notesById.get(target.id), role);
        return target.record !== "element" || mayChange(snapshot.elementsById.get(target.id), role);
      }
      case "create-actor":
      case "create-mark":
      case "create-note":
      case "create-element":
      case "patch-actor":
      case "patch-mark":
        return true;
    }
  });
}

const setsLock = (patch: { readonly locked?: boolean | undefined }): boolean => patch.locked !== undefined;
const mayChange = (record: { readonly locked: boolean } | undefined, role: Role): boolean =>
  record === undefined || mayChangeRecord(role, record);
