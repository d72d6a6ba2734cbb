import type { Connection } from "../workshops/connection.ts";
import type { Timers } from "../workshops/timers.ts";

export interface InboxParts {
  readonly connection: Connection;
  readonly timers: Timers;
  /** The socket's: nothing more is read from the network, or again. */
  readonly line: { pause(): void; resume(): void };
  take(message: Uint8Array): void;
}

/**
 * What one socket sends, taken at a pace that leaves others theirs. Much may come in one piece from the network: after a turn of work the
 * rest waits until everybody else's sockets were looked at. Who has used up their budget is read no further for a while. Neither loses
 * anything.
 */
export class Inbox {
  readonly #parts: InboxParts;
  #waiting: Uint8Array[] = [];
  #isBetweenTurns = false;
  #stopResting = (): void => {};
  #onceEmpty: (() => void) | null = null;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  /** Begins reading; later for somebody who has used up their budget on another connection. */
  start(): void {
    this.#rest();
    this.#readOn();
  }

  push(message: Uint8Array): void {
    if (this.#isBetweenTurns) this.#waiting.push(message);
    else this.#take(message);
  }

  /** The socket is closed: runs `run` once all that came before is taken. */
  finish(run: () => void): void {
    this.#stopResting();
    if (this.#isBetweenTurns) this.#onceEmpty = run;
    else run();
  }

  #take(message: Uint8Array): void {
    const { connection, line } = this.#parts;
    this.#parts.take(message);
    if (connection.isClosed) {
      this.#waiting = [];
      // Its answer to the farewell should be heard.
      return line.resume();
    }
    this.#rest();
    if (!connection.allowance.hasHadItsTurn || this.#isBetweenTurns) return;
    this.#isBetweenTurns = true;
    line.pause();
    setImmediate(() => this.#nextTurn());
  }

  #nextTurn(): void {
    const { connection } = this.#parts;
    connection.allowance.beginTurn();
    let taken = 0;
    for (const message of this.#waiting) {
      taken += 1;
      this.#take(message);
      if (connection.isClosed || connection.allowance.hasHadItsTurn) break;
    }
    this.#waiting = this.#waiting.slice(taken);
    if (connection.allowance.hasHadItsTurn && !connection.isClosed) {
      setImmediate(() => this.#nextTurn());
      return;
    }
    this.#isBetweenTurns = false;
    this.#onceEmpty?.();
    this.#readOn();
  }

  #rest(): void {
    const { connection, line, timers } = this.#parts;
    const restMs = connection.allowance.restFor();
    if (restMs === 0) return;
    this.#stopResting();
    line.pause();
    this.#stopResting = timers.after(restMs, () => this.#readOn());
  }

  #readOn(): void {
    const { connection, line } = this.#parts;
    if (!this.#isBetweenTurns && (connection.isClosed || connection.allowance.restFor() === 0)) line.resume();
  }
}
