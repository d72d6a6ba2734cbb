import type { Connection } from "./connection.ts";
import type { Timers } from "./timers.ts";

/** Above this many bytes, making a document of what is stored takes long enough for those who come to notice. */
const quickBytes = 64 * 1024;
/** How often it is looked whether those who came have got their copy, in milliseconds. */
const everyMs = 5;
/** Someone's slow line holds the document up for so long at most, in milliseconds. */
const patienceMs = 500;

interface Opening {
  readonly isOpen: boolean;
  readonly figures: { readonly bytes: number };
}

/**
 * Asks those who come what they have that the room lacks. That needs the document, and a large one takes half a second to make of
 * what is stored; who comes first is given the stored bytes before that, so it waits until they have left.
 */
export class Introductions {
  readonly #timers: Timers;
  readonly #document: Opening;
  readonly #ask: (connection: Connection) => void;
  /** Whether they have been given what they asked for. */
  readonly #waiting = new Map<Connection, { isAnswered: boolean }>();
  #stop: (() => void) | null = null;

  /** @param ask opens the document */
  constructor(timers: Timers, document: Opening, ask: (connection: Connection) => void) {
    this.#timers = timers;
    this.#document = document;
    this.#ask = ask;
  }

  ask(connection: Connection): void {
    if (this.#document.isOpen || this.#document.figures.bytes <= quickBytes) return this.#ask(connection);
    this.#waiting.set(connection, { isAnswered: false });
    if (this.#stop === null) this.#lookAgain(patienceMs);
  }

  /** It has been sent what it lacked. */
  answered(connection: Connection): void {
    const waiting = this.#waiting.get(connection);
    if (waiting !== undefined) waiting.isAnswered = true;
  }

  forget(connection: Connection): void {
    this.#waiting.delete(connection);
  }

  /** Asks nobody any more. */
  close(): void {
    this.#stop?.();
    this.#waiting.clear();
  }

  #lookAgain(leftMs: number): void {
    this.#stop = this.#timers.after(everyMs, () => {
      const isBusy = [...this.#waiting].some(
        ([connection, { isAnswered }]) => !isAnswered || connection.buffered > 0,
      );
      if (isBusy && leftMs > 0 && !this.#document.isOpen) return this.#lookAgain(leftMs - everyMs);
      this.#stop = null;
      const came = [...this.#waiting.keys()];
      this.#waiting.clear();
      for (const connection of came) this.#ask(connection);
    });
  }
}
