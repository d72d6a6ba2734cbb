import type { InviteId, ParticipantId } from "@faelleskort/shared/model/ids.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import { closeCode, type CloseCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { encodeServerMessage, type ServerMessage } from "@faelleskort/shared/protocol/messages.ts";
import { syncLimits } from "../policies/limits.ts";
import { Allowance } from "./allowance.ts";
import type { Counters } from "./counters.ts";
import { LineHealth } from "./line-health.ts";
import type { Clock } from "./ports.ts";
import { quietFrame } from "./presence.ts";
import type { WorkBudget } from "./work-budget.ts";

/** What a connection needs of its WebSocket. */
export interface Socket {
  /**
   * One frame, or several in one piece.
   * @param own for this one alone; the others may go to many, who are best served one after the other
   */
  send(first: Uint8Array, second: Uint8Array | null, own: Uint8Array | null): void;
  /** Has `run` called when a great deal was buffered and all of it has been taken. */
  onDrained(run: () => void): void;
  /** Bytes not yet taken by the network. */
  buffered(): number;
  /** Bytes taken by the network since the beginning. */
  taken(): number;
  ping(): void;
  close(code: CloseCode, reason: string): void;
  /** Without a farewell. */
  terminate(): void;
}

/** Whose connection it is: its session, for as long as it lasts. */
export interface Member {
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly inviteId: InviteId;
}

type State =
  | { readonly type: "live" }
  /** It gets no edits until it has drained; `has` is the state vector of what it was sent before. */
  | { readonly type: "behind"; readonly has: ReadonlyMap<number, number> }
  | { readonly type: "closed" };

/** One socket in one room: what it is owed, how fast it sends and whether it keeps up. */
export class Connection {
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly inviteId: InviteId;
  /** Sync step 2 and update frames it has sent; the receipt counts these. */
  frames = 0;
  /** It holds edits that were refused because it may not write now. */
  wasRefused = false;
  readonly #socket: Socket;
  readonly #clock: Clock;
  readonly #counters: Counters;
  /** What it may still send and cause. Work done for it goes through `spend`. */
  readonly allowance: Allowance;
  #state: State = { type: "live" };
  #lastSent: number;
  readonly #health: LineHealth;
  #onDrained: () => void = () => {};
  /** Of the last answer, until everything has been taken. */
  #answerBytes = 0;
  #livelyUntil = 0;
  #hasSpoken = false;
  /** Of what is saved: leaves with whatever is sent next. */
  #receipt: Uint8Array | null = null;

  /** @param work its participant's, which other connections may share; one of its own when not given */
  constructor(member: Member, socket: Socket, clock: Clock, counters: Counters, work?: WorkBudget) {
    this.participantId = member.participantId;
    this.role = member.role;
    this.inviteId = member.inviteId;
    this.#socket = socket;
    this.#clock = clock;
    this.#counters = counters;
    const now = clock.now();
    this.allowance = new Allowance(clock, work);
    this.#lastSent = now;
    this.#health = new LineHealth(now);
    socket.onDrained(() => {
      if (socket.buffered() === 0) this.#answerBytes = 0;
      if (this.#state.type === "behind" && socket.buffered() === 0) this.#onDrained();
    });
  }

  get isClosed(): boolean {
    return this.#state.type === "closed";
  }

  get isBehind(): boolean {
    return this.#state.type === "behind";
  }

  /** Whether its person takes part, and doesn't only listen. */
  get isLively(): boolean {
    return this.#clock.now() < this.#livelyUntil;
  }

  /** Its person wrote. */
  wrote(): void {
    this.#livelyUntil = this.#clock.now() + syncLimits.livelyFor;
  }

  /** Its person's presence changed. Everybody, listeners too, announces themselves once on coming. */
  moved(): void {
    if (this.#hasSpoken) this.wrote();
    this.#hasSpoken = true;
  }

  /** Bytes not yet taken by the network. */
  get buffered(): number {
    return this.#socket.buffered();
  }

  onDrained(run: () => void): void {
    this.#onDrained = run;
  }

  /** Takes note of work done for it, in the units of `workLimits`. Who has caused far too much at once is no person. */
  spend(units: number): void {
    if (!this.allowance.admitWork(units)) this.close(closeCode.tooFast, "too much work");
  }

  /**
   * What one tick of the room has for it, sent in one piece.
   * @param edits null: nothing new
   * @param has state vector of everything sent out before this frame
   * @param presence null: nothing new
   */
  sendTick(edits: Uint8Array | null, has: ReadonlyMap<number, number>, presence: Uint8Array | null): void {
    if (this.#state.type !== "live") return;
    if (edits === null) {
      if (presence !== null) this.sendPresence(presence);
      return;
    }
    const buffered = this.#socket.buffered();
    if (buffered > syncLimits.behindAbove + this.#answerBytes) return this.#fallBehind(has);
    const isDropped = presence !== null && buffered > syncLimits.dropPresenceAbove;
    if (isDropped) this.#counters.presenceDropped += 1;
    this.#send(edits, isDropped ? null : presence);
  }

  /** Who is here. */
  sendPresence(frame: Uint8Array): void {
    if (this.#state.type !== "live") return;
    if (this.#socket.buffered() > syncLimits.dropPresenceAbove) this.#counters.presenceDropped += 1;
    else this.#send(frame);
  }

  /**
   * What it lacked. It isn't behind for taking its time over that: it would only be sent the same again. Who takes nothing gets no more
   * answers before it does, however often it asks.
   * @param has the state vector it asked with
   */
  sendAnswer(frame: Uint8Array, has: ReadonlyMap<number, number>): void {
    if (this.#state.type === "closed") return;
    if (this.#state.type === "behind" || this.#socket.buffered() > syncLimits.behindAbove)
      return this.#fallBehind(has);
    this.#answerBytes = frame.length;
    this.#send(frame);
  }

  /** Receipts, refusals, questions: small. */
  sendFrame(frame: Uint8Array): void {
    if (this.#state.type !== "closed") this.#send(frame);
  }

  sendMessage(message: ServerMessage): void {
    this.sendFrame(encodeServerMessage(message));
  }

  /**
   * So many of its frames are saved. That leaves with whatever is sent next, and by itself when it is `settle`d: a write to a socket costs
   * more than what is in it.
   */
  oweReceipt(frames: number): void {
    this.#receipt = encodeServerMessage({ type: "saved", frames });
  }

  /** Sends the receipt that hasn't left with anything else. */
  settle(): void {
    const receipt = this.#receipt;
    this.#receipt = null;
    if (receipt !== null) this.sendFrame(receipt);
  }

  /** It has drained: gives what it was sent before it fell behind, and lets edits through again. null when it wasn't behind. */
  resume(): ReadonlyMap<number, number> | null {
    if (this.#state.type !== "behind") return null;
    const { has } = this.#state;
    this.#state = { type: "live" };
    return has;
  }

  /** Anything came from it. */
  heard(): void {
    this.#health.heard();
  }

  /** A ping, which was answered, or a pong: they cost little, but not nothing. */
  heardControl(): void {
    this.heard();
    if (!this.allowance.admitFrame()) this.close(closeCode.tooFast, "too many frames");
  }

  /** Called every few seconds: keeps the line alive, and gives up on one that is dead or stuck. */
  lookAfter(): void {
    if (this.#state.type === "closed") return;
    const now = this.#clock.now();
    switch (this.#health.look(now, this.#socket.buffered(), this.#socket.taken())) {
      case "stuck":
        return this.close(closeCode.stuck, "took nothing for too long");
      case "dead":
        this.#state = { type: "closed" };
        return this.#socket.terminate();
      case "ask":
        this.#socket.ping();
        break;
      case "fine":
    }
    if (now - this.#lastSent >= syncLimits.quietFor) this.sendFrame(quietFrame);
  }

  /** May be repeated; the socket's own end calls it as well. */
  close(code: CloseCode, reason: string): void {
    if (this.#state.type === "closed") return;
    this.#state = { type: "closed" };
    this.#counters.closed(code);
    this.#socket.close(code, reason);
  }

  /** The other side is gone. */
  lost(): void {
    this.#state = { type: "closed" };
  }

  #fallBehind(has: ReadonlyMap<number, number>): void {
    if (this.#state.type === "live") this.#counters.leftBehind += 1;
    this.#state = { type: "behind", has };
  }

  #send(first: Uint8Array, second: Uint8Array | null = null): void {
    const own = this.#receipt;
    this.#receipt = null;
    this.#lastSent = this.#clock.now();
    this.#counters.framesOut += 1 + (second === null ? 0 : 1) + (own === null ? 0 : 1);
    this.#counters.bytesOut += first.length + (second?.length ?? 0) + (own?.length ?? 0);
    this.#socket.send(first, second, own);
  }
}
