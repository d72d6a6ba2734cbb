import type { Change } from "@faelleskort/shared/commands/change.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { Element } from "@faelleskort/shared/model/element.ts";

const spliced = (text: string, { index, remove, insert }: Extract<Change, { kind: "splice-text" }>): string =>
  text.slice(0, index) + insert + text.slice(index + remove);

/**
 * The snapshot as it will be once the changes are written: what the next command of the same gesture is decided on.
 * Pure; records that are not touched keep their identity.
 */
export function foldChanges(snapshot: BoardSnapshot, changes: readonly Change[]): BoardSnapshot {
  if (changes.length === 0) return snapshot;
  const actorsById = new Map(snapshot.actorsById);
  const marksById = new Map(snapshot.marksById);
  const notesById = new Map(snapshot.notesById);
  const elementsById = new Map(snapshot.elementsById);
  for (const change of changes) {
    switch (change.kind) {
      case "create-actor":
        actorsById.set(change.actor.id, change.actor);
        break;
      case "create-mark":
        marksById.set(change.mark.id, change.mark);
        break;
      case "create-note":
        notesById.set(change.note.id, change.note);
        break;
      case "patch-actor": {
        const actor = actorsById.get(change.id);
        if (actor) actorsById.set(change.id, { ...actor, ...change.patch });
        break;
      }
      case "patch-mark": {
        const mark = marksById.get(change.id);
        if (mark) marksById.set(change.id, { ...mark, ...change.patch });
        break;
      }
      case "patch-note": {
        const note = notesById.get(change.id);
        if (note) notesById.set(change.id, { ...note, ...change.patch });
        break;
      }
      case "create-element":
        elementsById.set(change.element.id, change.element);
        break;
      case "patch-element": {
        const element = elementsById.get(change.id);
        // The patch has only keys of the element's own kind (`decide-free.ts`).
        if (element) elementsById.set(change.id, { ...element, ...change.patch } as Element);
        break;
      }
      case "splice-text": {
        const { target } = change;
        if (target.record === "actor") {
          const actor = actorsById.get(target.id);
          if (!actor) break;
          const { field } = target;
          if (field === "name") actorsById.set(target.id, { ...actor, name: spliced(actor.name, change) });
          else {
            const answers = { ...actor.answers, [field]: spliced(actor.answers[field], change) };
            actorsById.set(target.id, { ...actor, answers });
          }
        } else if (target.record === "mark") {
          const mark = marksById.get(target.id);
          if (mark)
            marksById.set(target.id, { ...mark, [target.field]: spliced(mark[target.field], change) });
        } else if (target.record === "element") {
          const element = elementsById.get(target.id);
          if (element) elementsById.set(target.id, { ...element, text: spliced(element.text, change) });
        } else {
          const note = notesById.get(target.id);
          if (note) notesById.set(target.id, { ...note, text: spliced(note.text, change) });
        }
        break;
      }
    }
  }
  return { actorsById, marksById, notesById, elementsById };
}
