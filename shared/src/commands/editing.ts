import type { BoardSnapshot } from "../model/board.ts";
import { elementTextLimit } from "../model/element.ts";
import { contentLimits } from "../model/limits.ts";
import { err, ok } from "../model/result.ts";
import type { BoardDecision } from "./board-decision.ts";
import type { TextTarget } from "./change.ts";
import { spliceBetween } from "./text-diff.ts";

/** The text as the snapshot has it and its greatest length; undefined when the record is gone. */
function textAt(snapshot: BoardSnapshot, target: TextTarget): { text: string; limit: number } | undefined {
  switch (target.record) {
    case "actor": {
      const actor = snapshot.actorsById.get(target.id);
      if (!actor || actor.deleted) return undefined;
      if (target.field === "name") return { text: actor.name, limit: contentLimits.actorName };
      return { text: actor.answers[target.field], limit: contentLimits.answer };
    }
    case "mark": {
      const mark = snapshot.marksById.get(target.id);
      if (!mark || mark.deleted) return undefined;
      return target.field === "title"
        ? { text: mark.title, limit: contentLimits.markTitle }
        : { text: mark.text, limit: contentLimits.markText };
    }
    case "note": {
      const note = snapshot.notesById.get(target.id);
      return note && !note.deleted ? { text: note.text, limit: contentLimits.note } : undefined;
    }
    case "element": {
      const element = snapshot.elementsById.get(target.id);
      if (!element || element.deleted) return undefined;
      return { text: element.text, limit: elementTextLimit[element.kind] };
    }
  }
}

/** The text as it shall be; only the difference is written. */
export function editText(snapshot: BoardSnapshot, target: TextTarget, text: string): BoardDecision {
  const current = textAt(snapshot, target);
  if (!current) return err("gone");
  // Somebody over the limit (two people typed at once) must still be able to shorten it.
  if (text.length > current.limit && text.length >= current.text.length) return err("too-long");
  const splice = spliceBetween(current.text, text);
  return ok(splice ? [{ kind: "splice-text", target, ...splice }] : []);
}
