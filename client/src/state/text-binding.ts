import { type Splice, spliceBetween } from "@faelleskort/shared/commands/text-diff.ts";

/** Where a caret at `offset` belongs after a splice by somebody else. Letters inserted right at it end up behind it. */
export function movedBy(offset: number, { index, remove, insert }: Splice): number {
  if (offset <= index) return offset;
  if (offset >= index + remove) return offset - remove + insert.length;
  return index + insert.length;
}

/** A splice moved past another that was made to the same text meanwhile; what both removed is removed once. */
export function rebase(own: Splice, other: Splice): Splice {
  const index = movedBy(own.index, other);
  const end = Math.max(index, movedBy(own.index + own.remove, other));
  return { index, remove: end - index, insert: own.insert };
}

export const splice = (text: string, { index, remove, insert }: Splice): string =>
  text.slice(0, index) + insert + text.slice(index + remove);

/**
 * The shared text after somebody edited a field that last showed `base` and now holds `field`, while the shared text has
 * become `shared` (others typed during a composition). Pure.
 */
export function mergedText(base: string, field: string, shared: string): string {
  const own = spliceBetween(base, field);
  if (!own) return shared;
  const other = spliceBetween(base, shared);
  return splice(shared, other ? rebase(own, other) : own);
}
