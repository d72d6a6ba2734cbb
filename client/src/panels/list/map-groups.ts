import { type BoardSnapshot, byAge } from "@faelleskort/shared/model/board.ts";
import { type Mark, type MarkKind, markKinds } from "@faelleskort/shared/model/mark.ts";

/** The marks of one kind, oldest first. Both kinds are always there, so that an empty one can invite. */
export interface MarkGroup {
  readonly kind: MarkKind;
  readonly marks: readonly Mark[];
}

/** Living marks, resources first: the method never starts with what is wrong. */
export function markGroups(snapshot: BoardSnapshot): MarkGroup[] {
  const alive = [...snapshot.marksById.values()].filter(({ deleted }) => !deleted).sort(byAge);
  return markKinds.map((kind) => ({ kind, marks: alive.filter((mark) => mark.kind === kind) }));
}
