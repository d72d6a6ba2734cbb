import type { Connection } from "./connection.ts";
import { updateFrame } from "./frames.ts";
import { type JoinableUpdate, joinUpdates } from "./join-updates.ts";
import type { PresenceTable } from "./presence.ts";
import type { RoomMeter } from "./room-meter.ts";
import { type Rhythm, Tick } from "./tick.ts";
import type { Timers } from "./timers.ts";

/** A stored edit on its way to everybody else. */
export interface Edit extends JoinableUpdate {
  /** null: the server's own. */
  readonly from: Connection | null;
  /** The document's state vector without this edit. */
  readonly before: ReadonlyMap<number, number>;
}

export interface LaneParts {
  readonly presence: PresenceTable;
  readonly timers: Timers;
  readonly meter: RoomMeter;
  readonly rhythm: Rhythm;
  /** All that waited has been sent to everybody in it. */
  onFlushed(lane: Lane, told: readonly number[]): void;
}

/** With more senders than this in one tick, each gets their own edit back, too: harmless, and cheaper than a frame for each. */
const mostOwnFrames = 8;

/** Some of a room's connections, who are told everything in one rhythm: what comes meanwhile is sent as one frame per kind. */
export class Lane {
  readonly connections = new Set<Connection>();
  readonly #parts: LaneParts;
  readonly #tick: Tick;
  #edits: Edit[] = [];
  /** Changed presence, by the connection that changed it; null when it left. */
  #presenceFrom = new Map<number, Connection | null>();

  constructor(parts: LaneParts) {
    this.#parts = parts;
    this.#tick = new Tick(parts.timers, parts.rhythm, () => this.#flush());
  }

  addEdits(edits: readonly Edit[]): void {
    if (this.connections.size === 0) return;
    this.#edits.push(...edits);
    this.#tick.request();
  }

  /** @param lingerMs how long it may wait for an edit to leave with */
  addPresence(clientId: number, from: Connection | null, lingerMs: number): void {
    if (this.connections.size === 0) return;
    this.#presenceFrom.set(clientId, from);
    this.#tick.request(lingerMs);
  }

  /** Whether somebody's presence is still to be told here. */
  owes(clientId: number): boolean {
    return this.#presenceFrom.has(clientId);
  }

  /** Sends what waits; nothing after that. */
  close(): void {
    this.#tick.close();
  }

  #flush(): void {
    const { meter } = this.#parts;
    const edits = this.#edits.length;
    const told = [...this.#presenceFrom.keys()];
    meter.tickBegins();
    this.#send();
    meter.tickEnds(edits, told.length, this.connections.size);
    this.#parts.onFlushed(this, told);
  }

  /** Edits and presence leave in one piece for each receiver: the system call costs more than what is in it. */
  #send(): void {
    const had = this.#edits[0]?.before ?? new Map<number, number>();
    const editsFor = this.#takeEdits();
    const presenceFor = this.#takePresence();
    for (const connection of this.connections) {
      const edits = editsFor(connection);
      const presence = presenceFor(connection);
      if (edits !== null || presence !== null) connection.sendTick(edits, had, presence);
    }
  }

  #takeEdits(): FrameFor {
    const edits = this.#edits;
    if (edits.length === 0) return nothing;
    this.#edits = [];
    return frameMaker(edits);
  }

  #takePresence(): FrameFor {
    const changed = this.#presenceFrom;
    if (changed.size === 0) return nothing;
    this.#presenceFrom = new Map();
    const [onlySender] = new Set(changed.values()).size === 1 ? changed.values() : [null];
    const frame = this.#parts.presence.frame(changed.keys());
    return (receiver) => (receiver === onlySender ? null : frame);
  }
}

/** One kind of frame for one receiver; null: nothing for them. */
type FrameFor = (receiver: Connection) => Uint8Array | null;
const nothing: FrameFor = () => null;

/** Gives each receiver one frame with everybody's edits but their own; built once for all who sent none. */
function frameMaker(edits: readonly Edit[]): FrameFor {
  const senders = new Set(edits.map(({ from }) => from));
  let common: Uint8Array | null = null;
  return (receiver) => {
    const isSender = senders.has(receiver);
    if (isSender && senders.size === 1) return null;
    if (isSender && senders.size <= mostOwnFrames) {
      return updateFrame(joinUpdates(edits.filter(({ from }) => from !== receiver)));
    }
    common ??= updateFrame(joinUpdates(edits));
    return common;
  };
}
