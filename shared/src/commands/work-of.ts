import type { BoardSnapshot } from "../model/board.ts";
import type { Change } from "./change.ts";

/** Where a thing lies is nobody's work, and neither is that it has been deleted. */
const passing: ReadonlySet<string> = new Set([
  "deleted",
  "wall",
  "position",
  "box",
  "layer",
  "group",
  "frame",
  "locked",
]);

/**
 * Tells whether a record that a change is about has been worked on: equal answers, equal work. null when there is none. What was merged
 * into a card is work on it.
 */
export function workOf(now: BoardSnapshot, change: Change): string | null {
  const record = recordOf(now, change);
  if (!record) return null;
  const work: unknown[] = Object.entries(record).filter(([key]) => !passing.has(key));
  if (change.kind !== "patch-actor") return JSON.stringify(work);
  const merged = [...now.actorsById.values()].filter(
    ({ mergedInto, deleted }) => mergedInto === change.id && !deleted,
  );
  return JSON.stringify([work, merged.map(({ id }) => id).sort()]);
}

function recordOf(now: BoardSnapshot, change: Change): object | undefined {
  switch (change.kind) {
    case "patch-actor":
      return now.actorsById.get(change.id);
    case "patch-mark":
      return now.marksById.get(change.id);
    case "patch-note":
      return now.notesById.get(change.id);
    case "patch-element":
      return now.elementsById.get(change.id);
    case "create-actor":
    case "create-mark":
    case "create-note":
    case "create-element":
    case "splice-text":
      return undefined;
  }
}
