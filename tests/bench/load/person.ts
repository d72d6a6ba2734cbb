import type { Seat } from "../subjects/subject.ts";
import type { Dialect } from "../wire/dialect.ts";
import { Speech } from "../wire/dialect.ts";
import { Hearing } from "../wire/hearing.ts";
import { type Tip, writeMove } from "../wire/move.ts";
import { RawSocket } from "../wire/raw-socket.ts";
import { type Cards, writeCards } from "./cards.ts";
import { presenceState } from "./presence-state.ts";

/** What a person tells their room about. */
export interface Listener {
  onMove(receiver: number, sender: number, sequence: number): void;
  onPresence(receiver: number, client: number, clock: number): void;
  /** ms from sending an edit until its receipt. */
  onReceipt(ms: number): void;
  onRefused(receiver: number, reason: number): void;
  onClosed(receiver: number, code: number): void;
}

/** Gets a document as it arrived: a view, valid during the call. */
export type KeepDocument = (update: Uint8Array) => void;

/** With how many moves a person drags one card before the next. */
const movesPerCard = 20;

/** One replica with one socket. Its number in the room is also what its edits carry. */
export class Person {
  readonly index: number;
  readonly client: number;
  readonly socket = new RawSocket();
  /** Edits sent, by the frames of ours that the receipt counts. */
  frames = 0;
  readonly #seat: Seat;
  readonly #speech: Speech;
  readonly #listener: Listener;
  readonly #sentAt: number[] = [];
  #receipts = 0;
  #cards: Cards | null = null;
  #clock = 0;
  #answered = Promise.withResolvers<void>();
  #keep: KeepDocument = () => {};
  #documentBytes = 0;
  #closedWith: number | null = null;

  constructor(seat: Seat, dialect: Dialect, index: number, client: number, listener: Listener) {
    this.#seat = seat;
    this.index = index;
    this.client = client;
    this.#listener = listener;
    this.#speech = new Speech(dialect, seat.document);
    const hearing = new Hearing(
      {
        onMove: (sender, sequence) => listener.onMove(index, sender, sequence),
        onPresence: (from, clock) => listener.onPresence(index, from, clock),
        onAnswer: (update) => this.#takeDocument(update),
        onUpdate: (update) => {
          if (this.#documentBytes > 0) this.#takeDocument(update);
        },
        onAsked: () => this.#sendEdit(this.#speech.emptyStep2()),
        onReceipt: (frames) => this.#takeReceipts(frames ?? this.#receipts + 1),
        onRefused: (reason) => listener.onRefused(index, reason),
      },
      this.#speech.prefixLength,
    );
    this.socket.onMessage = (message) => hearing.take(message);
    this.socket.onPong = () => this.#answered.resolve();
    this.socket.onClosed = (code) => {
      this.#closedWith = code;
      this.#answered.reject(new Error(`closed with ${code}`));
      listener.onClosed(index, code);
    };
    // Nobody may be waiting when it closes.
    this.#answered.promise.catch(() => {});
  }

  /** Connects and greets. Resolves when the server's answer is here: the document, or from a relay a pong. */
  async join(port: number): Promise<void> {
    const origin = `http://127.0.0.1:${port}`;
    await this.socket.open({ port, path: this.#seat.path, headers: { ...this.#seat.headers, origin } });
    const greeting = this.#speech.greeting();
    for (const message of greeting) this.socket.send(message);
    if (greeting.length === 0) this.socket.ping();
    await this.#answered.promise;
  }

  /**
   * Connects, and waits for a document of at least so many bytes: y-websocket answers at once with an empty one while it is
   * still reading, and sends the real one after it.
   */
  async joinFor(port: number, atLeast: number, keep: KeepDocument): Promise<void> {
    this.#documentBytes = atLeast;
    this.#keep = keep;
    await this.join(port);
  }

  /** Writes cards of their own, which they will drag. */
  writeCards(count: number): void {
    const cards = writeCards(this.client, count);
    this.#cards = cards;
    this.#clock = cards.clock;
    for (const update of cards.updates) this.sendUpdate(update);
  }

  sendUpdate(update: Uint8Array): void {
    this.#sendEdit(this.#speech.update((out) => out.bytes(update)));
  }

  /** Moves one of their cards. @param padding bytes that the position carries besides */
  move(sequence: number, padding = 0): void {
    const tips = this.#cards?.tips;
    if (tips === undefined) throw new Error("a person without cards can't move one");
    const card = Math.floor(sequence / movesPerCard) % tips.length;
    this.moveCard(card, sequence, padding);
  }

  /** Moves the card with this number among their own. */
  moveCard(card: number, sequence: number, padding = 0): void {
    const tips = this.#cards?.tips;
    const tip = tips?.[card];
    if (tips === undefined || tip === undefined) throw new Error("no such card");
    const { client, index: sender } = this;
    const clock = this.#clock;
    const message = this.#speech.update((out) =>
      writeMove(out, { client, clock, tip, sender, sequence, padding }),
    );
    const moved: Tip = { client, clock };
    tips[card] = moved;
    this.#clock += 1;
    this.#sendEdit(message);
  }

  /** Asks for the whole document again; answered after everything sent before. Rejects when the server has closed the socket. */
  async ask(keep: KeepDocument = () => {}): Promise<void> {
    if (this.#closedWith !== null) throw new Error(`closed with ${this.#closedWith}`);
    this.#answered = Promise.withResolvers<void>();
    this.#keep = keep;
    const step1 = this.#speech.greeting().at(-1);
    if (step1 === undefined) throw new Error("a relay has no document");
    this.socket.send(step1);
    await this.#answered.promise;
  }

  /** Tells where they are. @param number counts what they tell, from 1 */
  point(number: number): void {
    const x = (number % 4_000) + 0.25;
    this.socket.send(
      this.#speech.presence(
        this.client,
        number,
        presenceState(this.#seat.participantId, this.index, x, 512.5),
      ),
    );
  }

  /** How many edits have no receipt yet. */
  get unreceipted(): number {
    return this.frames - this.#receipts;
  }

  #sendEdit(message: Uint8Array): void {
    this.frames += 1;
    this.#sentAt.push(performance.now());
    this.socket.send(message);
  }

  #takeDocument(update: Uint8Array): void {
    if (update.length < this.#documentBytes) return;
    this.#keep(update);
    this.#answered.resolve();
  }

  #takeReceipts(frames: number): void {
    const now = performance.now();
    for (; this.#receipts < frames; this.#receipts += 1) {
      const sentAt = this.#sentAt[this.#receipts];
      if (sentAt !== undefined) this.#listener.onReceipt(now - sentAt);
    }
  }
}
