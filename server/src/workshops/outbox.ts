import { syncLimits } from "../policies/limits.ts";
import type { Connection } from "./connection.ts";
import { type Edit, Lane } from "./lane.ts";
import type { PresenceTable } from "./presence.ts";
import type { RoomMeter } from "./room-meter.ts";
import { every, type Rhythm } from "./tick.ts";
import type { Timers } from "./timers.ts";

/**
 * What a room has to tell its connections. In a large room those who only listen are told less often: a hundredth of a second
 * matters to who drags a card beside another, and to nobody in a hall.
 */
export class Outbox {
  readonly #presence: PresenceTable;
  readonly #prompt: Lane;
  readonly #patient: Lane;

  constructor(presence: PresenceTable, timers: Timers, meter: RoomMeter) {
    this.#presence = presence;
    const lane = (rhythm: Rhythm): Lane =>
      new Lane({
        presence,
        timers,
        meter,
        rhythm,
        onFlushed: (flushed, told) => {
          this.#forgetGone(told);
          this.#sortOut(flushed);
        },
      });
    this.#prompt = lane({ rest: syncLimits.tickRest, latest: syncLimits.tickLatest });
    this.#patient = lane(every(syncLimits.listenersTick));
  }

  /** More are here than everybody can be told of one by one, and at once. */
  get isLarge(): boolean {
    return this.#prompt.connections.size + this.#patient.connections.size > syncLimits.allPromptUpTo;
  }

  join(connection: Connection): void {
    this.#laneFor(connection).connections.add(connection);
  }

  leave(connection: Connection): void {
    this.#prompt.connections.delete(connection);
    this.#patient.connections.delete(connection);
  }

  addEdits(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    for (const lane of [this.#prompt, this.#patient]) lane.addEdits(edits);
  }

  addPresence(clientId: number, from: Connection | null): void {
    for (const lane of [this.#prompt, this.#patient])
      lane.addPresence(clientId, from, syncLimits.presenceLinger);
    this.#forgetGone([clientId]);
  }

  /** Sends what waits; nothing after that. */
  close(): void {
    this.#prompt.close();
    this.#patient.close();
  }

  /** Whoever has been told all that waited may go on in the other rhythm without missing anything. */
  #sortOut(lane: Lane): void {
    for (const connection of lane.connections) {
      const right = this.#laneFor(connection);
      if (right === lane) continue;
      lane.connections.delete(connection);
      right.connections.add(connection);
    }
  }

  #laneFor(connection: Connection): Lane {
    return !this.isLarge || connection.isLively ? this.#prompt : this.#patient;
  }

  /** That somebody is gone is forgotten once everybody has been told. */
  #forgetGone(clientIds: readonly number[]): void {
    for (const clientId of clientIds) {
      if (this.#prompt.owes(clientId) || this.#patient.owes(clientId)) continue;
      this.#presence.forgetIfGone(clientId);
    }
  }
}
