import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import { messageType } from "@faelleskort/shared/protocol/messages.ts";
import { listenersId } from "@faelleskort/shared/protocol/presence.ts";
import { isUtf8 } from "node:buffer";
import { syncLimits, updateLimits } from "../policies/limits.ts";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { FrameWriter, sizeOfSized, sizeOfUint } from "@faelleskort/shared/protocol/frame-writer.ts";

/** One replica's awareness: JSON as its client sent it, or `gone`. */
interface Entry {
  readonly clock: number;
  readonly state: Uint8Array;
  /** Told as one of many, and not one by one. */
  readonly isCounted: boolean;
}

/** What a client says when it leaves: `null`. */
const gone: Uint8Array = new TextEncoder().encode("null");

/** Who speaks: one object per connection, compared by identity. */
export interface Speaker {
  readonly participantId: ParticipantId;
}

/** Far more than can be here at once; only those who just left matter. */
const idsRemembered = 10_000;

export type PresenceVerdict =
  /** `clientId` got a new state; `bound` when it is this connection's from now on. */
  | { readonly type: "changed"; readonly clientId: number; readonly bound: boolean }
  /** Only what is known, or other replicas' states, which y-websocket clients send back as they hear them. */
  | { readonly type: "nothing-new" }
  | { readonly type: "malformed" };

/**
 * Who is here, in one room. Each connection speaks for one client id, bound on its first use, and for no other; what it says
 * about others is passed over (PRES-1). It is kept as bytes and never put into a Yjs awareness of the server's own.
 */
export class PresenceTable {
  readonly #entriesById = new Map<number, Entry>();
  readonly #speakersById = new Map<number, Speaker>();
  readonly #idsBySpeaker = new Map<Speaker, number>();
  /** Whose an id was in this room's lifetime, so that an echo of one who just left isn't taken for the sender's own. */
  readonly #participantsById = new Map<number, ParticipantId>();

  /**
   * @param message the body of an awareness message
   * @param ownerOf whose a client id is by what it wrote
   * @param isCounted it is only to be counted from now on
   */
  take(
    speaker: Speaker,
    message: Uint8Array,
    ownerOf: (clientId: number) => ParticipantId | undefined,
    isCounted = false,
  ): PresenceVerdict {
    const own = this.#findOwn(speaker, message, ownerOf);
    if (own === "malformed") return { type: "malformed" };
    if (own === null) return { type: "nothing-new" };
    const { clientId, clock, bytes } = own;
    const known = this.#entriesById.get(clientId);
    const isFirst = this.#idsBySpeaker.get(speaker) !== clientId;
    const state = readState(bytes, speaker);
    if (state === null) return { type: "malformed" };
    // As y-protocols: newer, or the same and gone. A new connection of the same replica may repeat its last state.
    const isNews = known === undefined || clock > known.clock || (clock === known.clock && state === gone);
    if (isFirst) this.#bind(speaker, clientId);
    if (!isNews && !isFirst) return { type: "nothing-new" };
    this.#entriesById.set(clientId, { clock: Math.max(clock, known?.clock ?? 0), state, isCounted });
    return { type: "changed", clientId, bound: isFirst };
  }

  /** The connection is gone; gives the id whose state is gone with it, if any. */
  leave(speaker: Speaker): number | null {
    const clientId = this.#idsBySpeaker.get(speaker);
    this.#idsBySpeaker.delete(speaker);
    // Another connection of the same replica may have taken over.
    if (clientId === undefined || this.#speakersById.get(clientId) !== speaker) return null;
    this.#speakersById.delete(clientId);
    const entry = this.#entriesById.get(clientId);
    if (entry === undefined) return null;
    // Also when it said goodbye itself: that may not have been told yet.
    this.#entriesById.set(clientId, { ...entry, state: gone });
    return clientId;
  }

  /** A frame with these ids' states. */
  frame(clientIds: Iterable<number>): Uint8Array {
    const told: [number, Entry][] = [];
    for (const clientId of clientIds) {
      const entry = this.#entriesById.get(clientId);
      if (entry !== undefined) told.push([clientId, entry]);
    }
    return presenceFrame(told);
  }

  /** Everybody who had to know that it is gone has been told. */
  forgetIfGone(clientId: number): void {
    if (this.#entriesById.get(clientId)?.state === gone && !this.#speakersById.has(clientId))
      this.#entriesById.delete(clientId);
  }

  /** How many are only counted. */
  get counted(): number {
    let count = 0;
    for (const { isCounted, state } of this.#entriesById.values())
      if (isCounted && state !== gone) count += 1;
    return count;
  }

  isCounted(clientId: number): boolean {
    return this.#entriesById.get(clientId)?.isCounted ?? false;
  }

  /** The server's own word on how many those are. */
  tellCounted(count: number): void {
    const clock = (this.#entriesById.get(listenersId)?.clock ?? 0) + 1;
    const state = count === 0 ? gone : Buffer.from(JSON.stringify({ listeners: count }));
    this.#entriesById.set(listenersId, { clock, state, isCounted: false });
  }

  /** Everybody, for one who has just come; null when nobody is here. */
  everybody(): Uint8Array | null {
    const here = [...this.#entriesById].filter(([, { state, isCounted }]) => state !== gone && !isCounted);
    return here.length === 0 ? null : presenceFrame(here);
  }

  /** Ids that a connection speaks for right now. */
  get clientIds(): number[] {
    return [...this.#speakersById.keys()];
  }

  #bind(speaker: Speaker, clientId: number): void {
    this.#idsBySpeaker.set(speaker, clientId);
    this.#speakersById.set(clientId, speaker);
    this.#participantsById.set(clientId, speaker.participantId);
    const [oldest] = this.#participantsById.keys();
    if (this.#participantsById.size > idsRemembered && oldest !== undefined) {
      this.#participantsById.delete(oldest);
    }
  }

  /** The entry this connection may speak for, not yet parsed. Others are skipped unread. */
  #findOwn(
    speaker: Speaker,
    message: Uint8Array,
    ownerOf: (clientId: number) => ParticipantId | undefined,
  ): { clientId: number; clock: number; bytes: Uint8Array } | "malformed" | null {
    const reader = new ByteReader(message);
    const bound = this.#idsBySpeaker.get(speaker);
    try {
      let own: { clientId: number; clock: number; bytes: Uint8Array } | null = null;
      for (let left = reader.uint(syncLimits.presenceEntries); left > 0; left -= 1) {
        const clientId = reader.uint(updateLimits.clientId);
        const clock = reader.uint(updateLimits.clock);
        const bytes = reader.bytes(Number.MAX_SAFE_INTEGER);
        const isOwn = bound === undefined ? this.#mayBind(speaker, clientId, ownerOf) : clientId === bound;
        if (isOwn && own === null) own = { clientId, clock, bytes };
      }
      reader.end();
      return own;
    } catch (error) {
      if (error instanceof Unreadable) return "malformed";
      throw error;
    }
  }

  #mayBind(
    { participantId }: Speaker,
    clientId: number,
    ownerOf: (clientId: number) => ParticipantId | undefined,
  ): boolean {
    if (clientId === listenersId) return false;
    const owner = ownerOf(clientId) ?? this.#participantsById.get(clientId);
    return owner === undefined || owner === participantId;
  }
}

/** A copy of the state (or `gone`) when it is one a speaker may have, else null. */
function readState(bytes: Uint8Array, { participantId }: Speaker): Uint8Array | null {
  if (bytes.length > syncLimits.presence || !isUtf8(bytes)) return null;
  // A copy: a view would keep everything that came from the network together with it.
  const copy = Buffer.from(bytes);
  try {
    const state: unknown = JSON.parse(copy.toString());
    if (state === null) return gone;
    return isState(state, participantId) ? copy : null;
  } catch {
    // Not JSON: the sender's fault, told by the verdict.
    return null;
  }
}

/**
 * What others may assume of a state: an object, in nobody else's name. The rest is the clients' own, and read by `PresenceSchema` there.
 * Asked six hundred times a second in a busy room, so without a schema.
 */
function isState(state: unknown, participantId: ParticipantId): boolean {
  if (typeof state !== "object" || state === null || Array.isArray(state)) return false;
  if (!("participantId" in state)) return true;
  return state.participantId === undefined || state.participantId === participantId;
}

function presenceFrame(entries: readonly (readonly [number, Entry])[]): Uint8Array {
  let size = sizeOfUint(entries.length);
  for (const [clientId, { clock, state }] of entries)
    size += sizeOfUint(clientId) + sizeOfUint(clock) + sizeOfSized(state);
  const writer = new FrameWriter(sizeOfUint(messageType.awareness) + sizeOfUint(size) + size);
  writer.uint(messageType.awareness).uint(size).uint(entries.length);
  for (const [clientId, { clock, state }] of entries) writer.uint(clientId).uint(clock).sized(state);
  return writer.bytes;
}

/** An awareness message about nobody: tells a quiet client that the line is alive. */
export const quietFrame: Uint8Array = presenceFrame([]);
