import type { Actor } from "../model/actor.ts";
import type { BoardSnapshot } from "../model/board.ts";
import { changeableKeys, type Element } from "../model/element.ts";
import type { Mark } from "../model/mark.ts";
import type { Note } from "../model/note.ts";
import type { Change } from "./change.ts";

/** A record a step made, as it was then. */
export type Made =
  | { readonly record: "actor"; readonly actor: Actor }
  | { readonly record: "mark"; readonly mark: Mark }
  | { readonly record: "note"; readonly note: Note }
  | { readonly record: "element"; readonly element: Element };

/** One undoable step that isn't typing: what was done, and what takes it back. */
export interface UndoStep {
  readonly forward: readonly Change[];
  readonly backward: readonly Change[];
  readonly made: readonly Made[];
}

type Patch = Readonly<Record<string, unknown>>;

/**
 * The step that undoes `changes`, seen from the snapshot before them; null when there is nothing to undo in that way
 * (typing has its own undo, which knows whose letters are whose). Creating is undone by deleting, which can be restored.
 */
export function invert(before: BoardSnapshot, changes: readonly Change[]): UndoStep | null {
  const forward: Change[] = [];
  const backward: Change[] = [];
  const made: Made[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case "create-actor":
        made.push({ record: "actor", actor: change.actor });
        forward.push({ kind: "patch-actor", id: change.actor.id, patch: { deleted: false } });
        backward.unshift({ kind: "patch-actor", id: change.actor.id, patch: { deleted: true } });
        break;
      case "create-mark":
        made.push({ record: "mark", mark: change.mark });
        forward.push({ kind: "patch-mark", id: change.mark.id, patch: { deleted: false } });
        backward.unshift({ kind: "patch-mark", id: change.mark.id, patch: { deleted: true } });
        break;
      case "create-note":
        made.push({ record: "note", note: change.note });
        forward.push({ kind: "patch-note", id: change.note.id, patch: { deleted: false } });
        backward.unshift({ kind: "patch-note", id: change.note.id, patch: { deleted: true } });
        break;
      case "create-element":
        made.push({ record: "element", element: change.element });
        forward.push({ kind: "patch-element", id: change.element.id, patch: { deleted: false } });
        backward.unshift({ kind: "patch-element", id: change.element.id, patch: { deleted: true } });
        break;
      case "patch-actor": {
        const record = before.actorsById.get(change.id);
        if (!record) break;
        forward.push(change);
        backward.unshift({ ...change, patch: pick(record, change.patch) });
        break;
      }
      case "patch-mark": {
        const record = before.marksById.get(change.id);
        if (!record) break;
        forward.push(change);
        backward.unshift({ ...change, patch: pick(record, change.patch) });
        break;
      }
      case "patch-note": {
        const record = before.notesById.get(change.id);
        if (!record) break;
        forward.push(change);
        backward.unshift({ ...change, patch: pick(record, change.patch) });
        break;
      }
      case "patch-element": {
        const record = before.elementsById.get(change.id);
        if (!record) break;
        forward.push(change);
        backward.unshift({ ...change, patch: pick(record, change.patch) });
        break;
      }
      case "splice-text":
        break;
    }
  }
  return forward.length > 0 ? { forward, backward, made } : null;
}

/** The record's own values of the keys a patch sets. */
function pick<P extends Patch>(record: object, patch: P): P {
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(patch)) values[key] = Reflect.get(record, key);
  // Same keys as the patch, values of the record the patch is for.
  return values as P;
}

/**
 * What of `wanted` may still be carried out without taking away somebody else's work: a value is put back only where it
 * still is what `done` made it. `done` and `wanted` are the two sides of one UndoStep.
 */
export function stillMine(now: BoardSnapshot, done: readonly Change[], wanted: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const change of wanted) {
    switch (change.kind) {
      case "patch-actor": {
        const patch = unchangedPart(
          now.actorsById.get(change.id),
          patchOf(done, change.kind, change.id),
          change.patch,
        );
        if (patch) kept.push({ ...change, patch });
        break;
      }
      case "patch-mark": {
        const patch = unchangedPart(
          now.marksById.get(change.id),
          patchOf(done, change.kind, change.id),
          change.patch,
        );
        if (patch) kept.push({ ...change, patch });
        break;
      }
      case "patch-note": {
        const patch = unchangedPart(
          now.notesById.get(change.id),
          patchOf(done, change.kind, change.id),
          change.patch,
        );
        if (patch) kept.push({ ...change, patch });
        break;
      }
      case "patch-element": {
        const patch = unchangedPart(
          now.elementsById.get(change.id),
          patchOf(done, change.kind, change.id),
          change.patch,
        );
        if (patch) kept.push({ ...change, patch });
        break;
      }
      case "create-actor":
      case "create-mark":
      case "create-note":
      case "create-element":
      case "splice-text":
        break;
    }
  }
  return kept;
}

function patchOf(changes: readonly Change[], kind: Change["kind"], id: string): Patch {
  const merged: Record<string, unknown> = {};
  for (const change of changes) {
    if (change.kind === kind && "patch" in change && change.id === id) Object.assign(merged, change.patch);
  }
  return merged;
}

function unchangedPart<P extends Patch>(record: object | undefined, done: Patch, wanted: P): P | null {
  if (!record) return null;
  const entries = Object.entries(wanted).filter(
    ([key]) => key in done && JSON.stringify(Reflect.get(record, key)) === JSON.stringify(done[key]),
  );
  return entries.length > 0 ? (Object.fromEntries(entries) as P) : null;
}

/**
 * Whether a record still is as its maker left it. Taking back its making must not take others' work with it; the maker's own
 * later work is no obstacle, as it lies on top of the making and has been undone first. Where a card lies on the wall is
 * nobody's work.
 */
export function isUntouched(now: BoardSnapshot, made: Made): boolean {
  switch (made.record) {
    case "actor": {
      const current = now.actorsById.get(made.actor.id);
      if (!current) return true;
      const isMergedInto = [...now.actorsById.values()].some(
        ({ mergedInto, deleted }) => mergedInto === current.id && !deleted,
      );
      return workOnActor(current) === workOnActor(made.actor) && !isMergedInto;
    }
    case "mark": {
      const current = now.marksById.get(made.mark.id);
      return !current || workOnMark(current) === workOnMark(made.mark);
    }
    case "note": {
      const current = now.notesById.get(made.note.id);
      return !current || workOnNote(current) === workOnNote(made.note);
    }
    case "element": {
      const current = now.elementsById.get(made.element.id);
      return !current || workOnElement(current) === workOnElement(made.element);
    }
  }
}

const workOnActor = ({ name, answers, category, onWhoCard, placement, mergedInto }: Actor): string =>
  JSON.stringify([name, answers, category, onWhoCard, placement, mergedInto]);

const workOnMark = ({ kind, title, text }: Mark): string => JSON.stringify([kind, title, text]);

const workOnNote = ({ text, colour }: Note): string => JSON.stringify([text, colour]);

/** Where it lies and in what order is nobody's work, as with cards; nor is what the facilitator locked. */
const workOnElement = (element: Element): string =>
  JSON.stringify([
    element.text,
    ...changeableKeys[element.kind]
      .filter((key) => key !== "box" && key !== "from" && key !== "to")
      .map((key): unknown => Reflect.get(element, key)),
  ]);
