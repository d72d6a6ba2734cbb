import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import { listenersId } from "@faelleskort/shared/protocol/presence.ts";
import { syncLimits, workLimits } from "../policies/limits.ts";
import type { Connection } from "./connection.ts";
import type { Outbox } from "./outbox.ts";
import type { PresenceTable, PresenceVerdict } from "./presence.ts";
import { every, Tick } from "./tick.ts";
import type { Timers } from "./timers.ts";

/** Who is here, and who is told of it: everybody by name, but those who look on in a large room only by their number (PRES-2). */
export class RoomPresence {
  readonly #table: PresenceTable;
  readonly #outbox: Outbox;
  readonly #listeners: Tick;

  /** @param table what the outbox tells from */
  constructor(table: PresenceTable, outbox: Outbox, timers: Timers) {
    this.#table = table;
    this.#outbox = outbox;
    const rhythm = every(syncLimits.listenersToldEvery);
    this.#listeners = new Tick(timers, rhythm, () => this.#tellListeners());
  }

  /** Yjs client ids of those who are here, as they say themselves. */
  get clientIds(): readonly number[] {
    return this.#table.clientIds;
  }

  /** @param body of an awareness message */
  take(
    connection: Connection,
    body: Uint8Array,
    ownerOf: (client: number) => ParticipantId | undefined,
  ): PresenceVerdict {
    const isCounted = connection.role === "observer" && this.#outbox.isLarge;
    const verdict = this.#table.take(connection, body, ownerOf, isCounted);
    if (verdict.type !== "changed") return verdict;
    connection.moved();
    this.#tell(verdict.clientId, connection);
    return verdict;
  }

  leave(connection: Connection): void {
    const clientId = this.#table.leave(connection);
    if (clientId !== null) this.#tell(clientId, null);
  }

  tellWhoIsHere(connection: Connection): void {
    const everybody = this.#table.everybody();
    if (everybody === null) return;
    connection.spend(everybody.length / workLimits.answerBytesPerUnit);
    connection.sendPresence(everybody);
  }

  close(): void {
    this.#listeners.close();
  }

  #tell(clientId: number, from: Connection | null): void {
    if (!this.#table.isCounted(clientId)) return this.#outbox.addPresence(clientId, from);
    this.#table.forgetIfGone(clientId);
    this.#listeners.request();
  }

  #tellListeners(): void {
    this.#table.tellCounted(this.#table.counted);
    this.#outbox.addPresence(listenersId, null);
  }
}
