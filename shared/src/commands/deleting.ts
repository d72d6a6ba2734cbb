import type { BoardSnapshot } from "../model/board.ts";
import { err, ok } from "../model/result.ts";
import type { RecordRef } from "./board-command.ts";
import type { BoardDecision } from "./board-decision.ts";
import type { Change } from "./change.ts";

/** Deletes or restores those of the records that are known. */
export function setDeleted(
  snapshot: BoardSnapshot,
  records: readonly RecordRef[],
  deleted: boolean,
): BoardDecision {
  const changes: Change[] = [];
  for (const ref of records) {
    switch (ref.record) {
      case "actor":
        if (snapshot.actorsById.has(ref.id))
          changes.push({ kind: "patch-actor", id: ref.id, patch: { deleted } });
        break;
      case "mark":
        if (snapshot.marksById.has(ref.id))
          changes.push({ kind: "patch-mark", id: ref.id, patch: { deleted } });
        break;
      case "note":
        if (snapshot.notesById.has(ref.id))
          changes.push({ kind: "patch-note", id: ref.id, patch: { deleted } });
        break;
      case "element":
        if (snapshot.elementsById.has(ref.id))
          changes.push({ kind: "patch-element", id: ref.id, patch: { deleted } });
        break;
    }
  }
  return changes.length === 0 && records.length > 0 ? err("gone") : ok(changes);
}
