import type { Connection } from "./connection.ts";
import { updateFrame } from "./frames.ts";
import { type JoinableUpdate, joinUpdates } from "./join-updates.ts";
import type { PresenceTable } from "./presence.ts";
import type { RoomMeter } from "./room-meter.ts";
import { Tick } from "./tick.ts";
import type { Timers } from "./timers.ts";
import { syncLimits } from "../policies/limits.ts";

/** A stored edit on its way to everybody else. */
export interface Edit extends JoinableUpdate {
  /** null: the server's own. */
  readonly from: Connection | null;
  /** The document's state vector with this edit in it. */
  readonly reached: ReadonlyMap<number, number>;
}

/** With more senders than this in one tick, each gets their own edit back, too: harmless, and cheaper than a frame for each. */
const mostOwnFrames = 8;

/** What a room has to tell its connections: gathered, and sent once per tick as one frame per kind. */
export class Outbox {
  readonly #connections: ReadonlySet<Connection>;
  readonly #presence: PresenceTable;
  readonly #tick: Tick;
  readonly #meter: RoomMeter;
  #edits: Edit[] = [];
  /** Changed presence, by the connection that changed it; null when it left. */
  #presenceFrom = new Map<number, Connection | null>();
  #sent: ReadonlyMap<number, number>;

  constructor(
    connections: ReadonlySet<Connection>,
    presence: PresenceTable,
    timers: Timers,
    sent: ReadonlyMap<number, number>,
    meter: RoomMeter,
  ) {
    this.#connections = connections;
    this.#presence = presence;
    this.#sent = sent;
    this.#meter = meter;
    this.#tick = new Tick(timers, syncLimits.tick, () => this.#flush());
  }

  /** State vector of all edits sent out. */
  get sent(): ReadonlyMap<number, number> {
    return this.#sent;
  }

  addEdits(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    this.#edits.push(...edits);
    this.#tick.request();
  }

  addPresence(clientId: number, from: Connection | null): void {
    this.#presenceFrom.set(clientId, from);
    this.#tick.request();
  }

  /** Sends what waits; nothing after that. */
  close(): void {
    this.#tick.close();
  }

  #flush(): void {
    const edits = this.#edits.length;
    const presence = this.#presenceFrom.size;
    this.#meter.tickBegins();
    this.#send();
    this.#meter.tickEnds(edits, presence, this.#connections.size);
  }

  /** Edits and presence leave in one piece for each receiver: the system call costs more than what is in it. */
  #send(): void {
    const had = this.#sent;
    const editsFor = this.#takeEdits();
    const presenceFor = this.#takePresence();
    for (const connection of this.#connections) {
      const edits = editsFor(connection);
      const presence = presenceFor(connection);
      if (edits !== null || presence !== null) connection.sendTick(edits, had, presence);
    }
  }

  #takeEdits(): FrameFor {
    const edits = this.#edits;
    const last = edits.at(-1);
    if (last === undefined) return nothing;
    this.#edits = [];
    this.#sent = last.reached;
    return frameMaker(edits);
  }

  #takePresence(): FrameFor {
    const changed = this.#presenceFrom;
    if (changed.size === 0) return nothing;
    this.#presenceFrom = new Map();
    const [onlySender] = new Set(changed.values()).size === 1 ? changed.values() : [null];
    const frame = this.#presence.frame(changed.keys());
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
