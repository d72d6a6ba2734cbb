import type { WriteVerdict } from "@faelleskort/shared/commands/permission.ts";
import { keepRecords } from "@faelleskort/shared/doc/keep-records.ts";
import { closeCode, type CloseCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { countsForReceipt, type RefusalReason } from "@faelleskort/shared/protocol/messages.ts";
import * as Y from "yjs";
import { syncLimits, workLimits } from "../policies/limits.ts";
import type { Connection } from "./connection.ts";
import type { Counters } from "./counters.ts";
import { type DocumentFigures, DurableDocument, type DurableDocumentParts } from "./durable-document.ts";
import { type ClientFrame, isEmptyVector, readFrame, step1Frame, step2Frame } from "./frames.ts";
import { Introductions } from "./introductions.ts";
import { Outbox } from "./outbox.ts";
import { PresenceTable } from "./presence.ts";
import { RoomMeter } from "./room-meter.ts";
import { RoomPresence } from "./room-presence.ts";
import type { Timers } from "./timers.ts";

export interface RoomParts extends Omit<DurableDocumentParts, "meter" | "onSaved"> {
  readonly counters: Counters;
  readonly timers: Timers;
  /** The one rule for who may write this document right now. */
  mayWrite(connection: Connection): WriteVerdict;
  /** The room's memory can't be trusted any more: all connections are closed; drop it and load again. Called once. */
  onFailed(error: unknown): void;
}

export interface RoomFigures extends DocumentFigures {
  /** Yjs client ids of those who are here, as they say themselves. */
  readonly clientIds: readonly number[];
}

/**
 * One document while somebody is in it. The order for an edit: guard → apply → journal → receipt and fan-out.
 *
 * - SYNC-SAVE-1: a receipt says "on disk": it is sent only after the append that holds the frame has been committed and synced.
 * - SYNC-OWN-3: so is the edit itself sent to others only then; nobody ever sees what a crash could still take away.
 * - SYNC-PEND-1: nothing is ever pending in the document: what has a gap is refused and asked for again.
 */
export class Room {
  readonly #parts: RoomParts;
  readonly #document: DurableDocument;
  readonly #connections = new Set<Connection>();
  readonly #presence: RoomPresence;
  readonly #outbox: Outbox;
  readonly #introductions: Introductions;
  #isOver = false;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    const meter = new RoomMeter(parts, parts.counters);
    this.#document = new DurableDocument({
      ...parts,
      meter,
      onSaved: (edits, receipts) => {
        for (const [connection, frames] of receipts) connection.oweReceipt(frames);
        this.#outbox.addEdits(edits);
        for (const connection of receipts.keys()) connection.settle();
      },
      onFailed: (error) => this.#fail(error),
      onTrouble: (what, error) => parts.onTrouble(what, error),
    });
    const presence = new PresenceTable();
    this.#outbox = new Outbox(presence, parts.timers, meter);
    this.#presence = new RoomPresence(presence, this.#outbox, parts.timers);
    this.#introductions = new Introductions(parts.timers, this.#document, (connection) =>
      this.#ask(connection),
    );
  }

  /** To read; changes go through `write`. */
  get doc(): Y.Doc {
    return this.#document.doc;
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  /** Numbers about it, for those who look after the server. */
  get figures(): RoomFigures {
    return { ...this.#document.figures, clientIds: this.#presence.clientIds };
  }

  /** Lets a connection in: asks for what it has that the room lacks, and tells it who is here. */
  join(connection: Connection): void {
    if (this.#isOver) return connection.close(closeCode.storeLost, "storing failed");
    this.#connections.add(connection);
    this.#outbox.join(connection);
    connection.onDrained(() => this.#catchUp(connection));
    this.#introductions.ask(connection);
    this.#presence.tellWhoIsHere(connection);
  }

  leave(connection: Connection): void {
    connection.lost();
    if (!this.#connections.delete(connection)) return;
    this.#outbox.leave(connection);
    this.#introductions.forget(connection);
    this.#presence.leave(connection);
  }

  /** One frame as it came. Never throws; what can't be read or taken changes nothing. */
  receive(connection: Connection, bytes: Uint8Array): void {
    const { counters } = this.#parts;
    counters.framesIn += 1;
    counters.bytesIn += bytes.length;
    if (this.#isOver || connection.isClosed) return;
    connection.heard();
    if (!connection.allowance.admitFrame()) return connection.close(closeCode.tooFast, "too many frames");
    const frame = readFrame(bytes);
    switch (frame.type) {
      case "step1":
        return this.#answer(connection, frame.stateVector);
      case "edit":
        return this.#takeEdit(connection, frame);
      case "presence":
        connection.spend(bytes.length / workLimits.presenceBytesPerUnit);
        return this.#takePresence(connection, frame.body);
      case "query-presence":
        return this.#presence.tellWhoIsHere(connection);
      case "unknown":
        return;
      case "malformed":
        if (!countsForReceipt(bytes)) return connection.close(closeCode.protocolError, "unreadable message");
        // An edit cut short is still counted by its sender, so it has a number here, too.
        connection.frames += 1;
        this.#refuse(connection, "malformed");
    }
  }

  /** The server's own change; resolves once it is on disk, rejects when storing failed. */
  async write(change: (doc: Y.Doc) => void): Promise<void> {
    if (this.#isOver) throw new Error("this room is closed");
    await this.#document.write(change);
  }

  /** Resolves once everything taken so far is on disk. */
  async saved(): Promise<void> {
    await this.#document.saved();
  }

  /** Who was refused and may write now is asked for what they kept. */
  permissionsChanged(): void {
    for (const connection of this.#connections) {
      if (!connection.wasRefused || !this.#parts.mayWrite(connection).may) continue;
      connection.wasRefused = false;
      this.#ask(connection);
    }
  }

  /** Closes the connections that match. */
  drop(code: CloseCode, reason: string, matches: (connection: Connection) => boolean = () => true): void {
    for (const connection of this.#connections) {
      if (!matches(connection)) continue;
      connection.close(code, reason);
      this.leave(connection);
    }
  }

  /** Takes no more frames, and waits until all is on disk and its receipts are sent. Connections stay open. */
  async close(): Promise<void> {
    this.#isOver = true;
    await this.#document.settle();
    this.#end();
  }

  /** Ends at once: what isn't on disk is forgotten, and its senders bring it again. */
  abandon(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.drop(closeCode.storeLost, "storing failed");
    this.#end();
  }

  #end(): void {
    this.#presence.close();
    this.#outbox.close();
    this.#introductions.close();
    this.#document.destroy();
  }

  /** "What have you that I lack?" */
  #ask(connection: Connection): void {
    connection.sendFrame(step1Frame(this.doc));
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    const frame = isEmptyVector(stateVector)
      ? step2Frame(this.#document.whole())
      : step2Frame(Y.encodeStateAsUpdate(this.doc, stateVector));
    connection.spend(workLimits.perAnswer + frame.length / workLimits.answerBytesPerUnit);
    const has = Y.decodeStateVector(stateVector);
    // It may hold edits that are still on their way to disk (SYNC-OWN-3).
    this.#document.onceSaved(() => {
      connection.sendAnswer(frame, has);
      this.#introductions.answered(connection);
    });
  }

  #takeEdit(connection: Connection, { update }: ClientFrame & { type: "edit" }): void {
    connection.frames += 1;
    const mayWrite = this.#parts.mayWrite(connection);
    const verdict = this.#document.decide(update, syncLimits.edit, connection, mayWrite);
    switch (verdict.type) {
      case "refuse":
        return this.#refuse(connection, verdict.reason);
      case "nothing-new":
        return this.#document.receipt(connection);
      case "accept":
        try {
          const putBack = keepRecords(this.doc, verdict.trespasses);
          this.#document.apply(update, connection, verdict);
          if (verdict.trespasses.length > 0) this.#restore(putBack);
        } catch (error) {
          return this.#fail(error);
        }
        connection.wrote();
        this.#document.receipt(connection);
    }
  }

  /** Undoes a change to what is locked (FREE-LOCK-2). It reaches the others together with the change. */
  #restore(putBack: () => void): void {
    this.#document.write(putBack).catch(() => {
      // When storing fails, `onFailed` is called and the room is over.
    });
  }

  #refuse(connection: Connection, reason: RefusalReason): void {
    this.#parts.counters.refused(reason);
    if (reason === "locked" || reason === "observer") connection.wasRefused = true;
    connection.sendMessage({ type: "refused", frame: connection.frames, reason });
    this.#document.receipt(connection);
    if (reason === "gap" && connection.allowance.admitResync()) this.#ask(connection);
  }

  #takePresence(connection: Connection, body: Uint8Array): void {
    const verdict = this.#presence.take(connection, body, (client) => this.#document.ownerOf(client));
    // Owned before the first edit, so that nobody who saw the id here can be first to write under it (SYNC-OWN-1).
    if (verdict.type === "changed" && verdict.bound && this.#parts.mayWrite(connection).may)
      this.#document.claim(verdict.clientId, connection.participantId);
  }

  /** A connection that was behind has drained: one difference with everything it missed. */
  #catchUp(connection: Connection): void {
    const has = connection.resume();
    if (has === null || this.#isOver) return;
    this.#answer(connection, Y.encodeStateVector(new Map(has)));
    this.#presence.tellWhoIsHere(connection);
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    this.abandon();
    this.#parts.onFailed(error);
  }
}
