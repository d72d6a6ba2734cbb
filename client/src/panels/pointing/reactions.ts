import type { ReactionKind } from "@faelleskort/shared/protocol/presence.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Peer } from "../../state/presence.ts";

/** Something somebody just said without words. */
export interface ShownReaction {
  readonly key: string;
  readonly kind: ReactionKind;
  /** In the sheet's own units. */
  readonly at: { readonly x: number; readonly y: number };
  /** May be empty. */
  readonly label: string;
  /** Index into the palette of people's colours. */
  readonly color: number;
}

/** ms a reaction stays, here and in its sender's presence. */
export const reactionMs = 3000;
/** So many at once: a full room must not hide the sheet. */
const most = 12;

/** By window: the serial of its reaction that was shown last. */
export type SeenSerials = ReadonlyMap<number, number>;

/** What others have said on this sheet since the last look, and what has now been seen. Pure. */
export function freshReactions(
  peers: readonly Pick<Peer, "clientId" | "label" | "color" | "sheet" | "reaction">[],
  sheet: SheetId,
  seen: SeenSerials,
): { readonly fresh: readonly ShownReaction[]; readonly seen: SeenSerials } {
  const now = new Map<number, number>();
  const fresh: ShownReaction[] = [];
  for (const { clientId, label, color, sheet: where, reaction } of peers) {
    const before = seen.get(clientId);
    if (!reaction) {
      if (before !== undefined) now.set(clientId, before);
      continue;
    }
    const { kind, at, serial } = reaction;
    now.set(clientId, serial);
    if (serial === before || where !== sheet || fresh.length === most) continue;
    fresh.push({ key: `${clientId} ${serial}`, kind, at, label, color });
  }
  return { fresh, seen: now };
}
