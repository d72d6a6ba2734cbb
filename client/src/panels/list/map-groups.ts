import { type BoardSnapshot, byAge } from "@faelleskort/shared/model/board.ts";
import type { UnitPoint } from "@faelleskort/shared/model/geometry.ts";
import { type Mark, type MarkKind, markKinds } from "@faelleskort/shared/model/mark.ts";

/** The marks of one kind, oldest first. Both kinds are always there, so that an empty one can invite. */
export interface MarkGroup {
  readonly kind: MarkKind;
  readonly marks: readonly Mark[];
}

/** Living marks, resources first: the method never starts with what is wrong. */
export function markGroups({ marksById }: Pick<BoardSnapshot, "marksById">): MarkGroup[] {
  const alive = [...marksById.values()].filter(({ deleted }) => !deleted).sort(byAge);
  return markKinds.map((kind) => ({ kind, marks: alive.filter((mark) => mark.kind === kind) }));
}

/** Where living marks lie, leaving out the one named. */
export function livingPositions(
  { marksById }: Pick<BoardSnapshot, "marksById">,
  except?: string,
): UnitPoint[] {
  return [...marksById.values()]
    .filter(({ deleted, id }) => !deleted && id !== except)
    .map(({ position }) => position);
}
