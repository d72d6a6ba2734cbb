import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import { messageType } from "@faelleskort/shared/protocol/messages.ts";
import * as encoding from "lib0/encoding";
import * as v from "valibot";
import { syncLimits, updateLimits } from "../policies/limits.ts";
import { ByteReader, Unreadable } from "./byte-reader.ts";

/** One replica's awareness as its client sent it; `json` is "null" once it is gone. */
interface Entry {
  readonly clock: number;
  readonly json: string;
}

/** Who speaks: one object per connection, compared by identity. */
export interface Speaker {
  readonly participantId: ParticipantId;
}

/** What others may assume of a state. The rest is the clients' own, and read by `PresenceSchema` there. */
const StateSchema = v.nullable(
  v.pipe(
    v.unknown(),
    // To valibot a list is an object, too.
    v.check((state) => !Array.isArray(state)),
    v.looseObject({ participantId: v.optional(v.string()) }),
  ),
);

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
 * about others is passed over (PRES-1). It is kept as text and never put into a Yjs awareness of the server's own.
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
   */
  take(
    speaker: Speaker,
    message: Uint8Array,
    ownerOf: (clientId: number) => ParticipantId | undefined,
  ): PresenceVerdict {
    const own = this.#findOwn(speaker, message, ownerOf);
    if (own === "malformed") return { type: "malformed" };
    if (own === null) return { type: "nothing-new" };
    const { clientId, clock, bytes } = own;
    const known = this.#entriesById.get(clientId);
    const isFirst = this.#idsBySpeaker.get(speaker) !== clientId;
    const json = readState(bytes, speaker);
    if (json === null) return { type: "malformed" };
    // As y-protocols: newer, or the same and gone. A new connection of the same replica may repeat its last state.
    const isNews = known === undefined || clock > known.clock || (clock === known.clock && json === "null");
    if (isFirst) this.#bind(speaker, clientId);
    if (!isNews && !isFirst) return { type: "nothing-new" };
    this.#entriesById.set(clientId, { clock: Math.max(clock, known?.clock ?? 0), json });
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
    this.#entriesById.set(clientId, { clock: entry.clock, json: "null" });
    return clientId;
  }

  /** A frame with these ids' states; those that are gone are forgotten once they were told. */
  frame(clientIds: Iterable<number>): Uint8Array {
    const told: [number, Entry][] = [];
    for (const clientId of clientIds) {
      const entry = this.#entriesById.get(clientId);
      if (entry === undefined) continue;
      told.push([clientId, entry]);
      if (entry.json === "null" && !this.#speakersById.has(clientId)) this.#entriesById.delete(clientId);
    }
    return presenceFrame(told);
  }

  /** Everybody, for one who has just come; null when nobody is here. */
  everybody(): Uint8Array | null {
    const here = [...this.#entriesById].filter(([, { json }]) => json !== "null");
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
    const owner = ownerOf(clientId) ?? this.#participantsById.get(clientId);
    return owner === undefined || owner === participantId;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The state as text when it is one a speaker may have, else null. */
function readState(bytes: Uint8Array, { participantId }: Speaker): string | null {
  if (bytes.length > syncLimits.presence) return null;
  try {
    const json = utf8.decode(bytes);
    const state = v.safeParse(StateSchema, JSON.parse(json));
    if (!state.success) return null;
    const claimed = state.output?.participantId;
    return claimed === undefined || claimed === participantId ? json : null;
  } catch {
    // Not UTF-8 or not JSON: the sender's fault, told by the verdict.
    return null;
  }
}

function presenceFrame(entries: readonly (readonly [number, Entry])[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const [clientId, { clock, json }] of entries) {
    encoding.writeVarUint(body, clientId);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, json);
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageType.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
  return encoding.toUint8Array(frame);
}

/** An awareness message about nobody: tells a quiet client that the line is alive. */
export const quietFrame: Uint8Array = presenceFrame([]);
