import type { WriteVerdict } from "@faelleskort/shared/commands/permission.ts";
import type { RecordKey } from "@faelleskort/shared/doc/keep-records.ts";
import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import type { RefusalReason } from "@faelleskort/shared/protocol/messages.ts";
import { roomLimits, updateLimits, workLimits } from "../policies/limits.ts";
import type { DocumentState } from "./document-state.ts";
import { LockCheck } from "./lock-check.ts";
import { placeUpdate } from "./placing.ts";
import { readUpdate, type ReadUpdate } from "./update-reader.ts";

/** Who sends, and what the room knows. */
export interface GuardContext {
  readonly state: DocumentState;
  readonly participantId: ParticipantId;
  readonly mayWrite: WriteVerdict;
  /** Whose a client id is (SYNC-OWN-1); undefined while nobody has used it. */
  ownerOf(client: number): ParticipantId | undefined;
  /** How many client ids may still get an owner in this document. */
  readonly claimsLeft: number;
  /** Part of what this document had is lost (SYNC-OWN-4). */
  readonly damaged: boolean;
  /** Bytes the document may still grow by. */
  readonly bytesLeft: number;
  /** Told how much work this frame is, in the units of `workLimits`. */
  spend?(units: number): void;
}

export type GuardVerdict =
  /** Everything in it is here already; nobody is refused what changes nothing. */
  | { readonly type: "nothing-new" }
  /** It fits; `claims` are the client ids that become the sender's by it. */
  | {
      readonly type: "accept";
      readonly claims: readonly number[];
      /** What is in it. */
      readonly read: ReadUpdate;
      /** Nothing in it is here already: its own bytes can be kept and sent on. */
      readonly isAllNew: boolean;
      /** Records the facilitator has locked that it touches although its sender may not: to be put back as they were (FREE-LOCK-2). */
      readonly trespasses: readonly RecordKey[];
    }
  | { readonly type: "refuse"; readonly reason: RefusalReason };

const refuse = (reason: RefusalReason): GuardVerdict => ({ type: "refuse", reason });

/**
 * Decides about one update or sync step 2, alike, before Yjs sees it. Pure: on refusal nothing has changed.
 *
 * Rules of ownership. A client id is a replica's name; whoever writes under another's makes that one's next edits vanish
 * without a trace, since Yjs takes them for known (8 bytes are enough).
 * - SYNC-OWN-1: a client id belongs to the participant who used it first, in the presence of a connection that may write or in an
 *   accepted frame. That is stored with the first append.
 * - SYNC-OWN-2: new structs under a client id that belongs to somebody else are refused, in an update and in a step 2. Structs
 *   the document has already are nothing new, whoever brings them.
 * - SYNC-OWN-3: nobody is sent an edit of somebody else's before it is on disk (`room.ts`). So after a crash nobody can hold
 *   another's edit which the server lost; each brings back their own; and SYNC-OWN-2 needs no exception, which a forger could use
 *   while the owner is away.
 * - SYNC-OWN-4: only when the store itself says that stored updates are damaged does anybody's copy of what is missing count.
 *
 * Rules of locks, for who may not change what is locked (`mayChangeRecord`).
 * - FREE-LOCK-1: writing the key `locked`, or replacing or deleting a locked record whole, is refused: no client of ours does that.
 * - FREE-LOCK-2: a change to a locked record is taken, and the room puts the record back at once. Somebody may have made it honestly,
 *   before they knew of the lock, perhaps hours ago without a connection. Refusing it would refuse everything they make after it,
 *   since that builds on it.
 */
export function guardUpdate(update: Uint8Array, largest: number, context: GuardContext): GuardVerdict {
  const { state, mayWrite, participantId } = context;
  if (update.length > largest) return refuse("too-large");
  const read = readUpdate(update);
  if (!read.ok) {
    context.spend?.(update.length * workLimits.perMalformedByte);
    return refuse(read.error);
  }
  context.spend?.(update.length + sizeOf(read.value) * workLimits.perStruct);
  const fresh = read.value.blocks.filter(({ client, end }) => end > state.clock(client));
  const newDeletions = countNewDeletions(read.value, state);
  if (fresh.length === 0 && newDeletions === 0) return { type: "nothing-new" };
  if (!mayWrite.may) return refuse(mayWrite.reason);
  if (newDeletions > updateLimits.newDeletions) return refuse("too-large");

  const claims: number[] = [];
  for (const { client } of fresh) {
    const owner = context.ownerOf(client);
    if (owner === undefined) claims.push(client);
    else if (owner !== participantId && !context.damaged) return refuse("not-yours");
  }
  if (claims.length > roomLimits.claimsPerFrame) return refuse("too-large");

  // When the store lost something, anybody may bring it (SYNC-OWN-4): locks, too.
  const locks = mayWrite.evenLocked || context.damaged ? null : new LockCheck(state);
  const verdict = placeUpdate(read.value, state, {
    onSteps: (steps) => context.spend?.(steps),
    ...(locks ? { onNew: (site) => locks.look(site) } : {}),
  });
  if (verdict !== "fits") return refuse(verdict);
  if (locks && newDeletions > 0) {
    for (const { client, clock, length } of read.value.deletions)
      state.livingIn({ client, clock }, length, (site) => locks.look(site));
  }
  if (locks?.isForbidden === true) return refuse("not-yours");
  if (update.length > context.bytesLeft || claims.length > context.claimsLeft) return refuse("document-full");
  const isAllNew =
    newDeletions === read.value.deletions.length &&
    read.value.blocks.every(({ client, clock }) => clock === state.clock(client));
  return { type: "accept", claims, read: read.value, isAllNew, trespasses: locks?.touched ?? [] };
}

function sizeOf({ blocks, deletions }: ReadUpdate): number {
  return blocks.reduce((sum, { structs }) => sum + structs.length, deletions.length);
}

/** Deletions of what isn't there yet count as new: whether they may be is the placing's to say. */
function countNewDeletions({ deletions }: ReadUpdate, state: DocumentState): number {
  let count = 0;
  for (const { client, clock, length } of deletions) {
    const isHere = clock + length <= state.clock(client);
    if (!isHere || !state.isDeleted({ client, clock }, length)) count += 1;
  }
  return count;
}
