import type { WriteVerdict } from "@faelleskort/shared/commands/permission.ts";
import { type ParticipantId, participantId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { closeCode, type CloseCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { messageType, type RefusalReason } from "@faelleskort/shared/protocol/messages.ts";
import * as Y from "yjs";
import { roomLimits, syncLimits } from "../policies/limits.ts";
import type { Connection } from "./connection.ts";
import type { Counters } from "./counters.ts";
import { type DocumentState, documentStateOf } from "./document-state.ts";
import { type ClientFrame, readFrame, step1Frame, step2Frame } from "./frames.ts";
import { guardUpdate } from "./guard.ts";
import { type Edit, Outbox } from "./outbox.ts";
import type { Clock, DocumentKind, Store, StoredDocument } from "./ports.ts";
import { PresenceTable } from "./presence.ts";
import { SaveQueue } from "./save-queue.ts";
import type { Timers } from "./timers.ts";

/** Whom the server's own writing (stage commands, imports) belongs to. No participant can have this id: theirs are longer. */
export const serverAuthor: ParticipantId = participantId("server");

export interface RoomParts {
  readonly workshopId: WorkshopId;
  readonly kind: DocumentKind;
  readonly stored: StoredDocument;
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly counters: Counters;
  /** The one rule for who may write this document right now. */
  mayWrite(connection: Connection): WriteVerdict;
  /** The room's memory can't be trusted any more: all connections are closed; drop it and load again. Called once. */
  onFailed(error: unknown): void;
  /** Something the operator should know; without content. */
  onTrouble(what: string, error: unknown): void;
}

/**
 * One document while somebody is in it. The order for an edit (`SPEC.md`): guard → apply → journal → receipt and fan-out.
 *
 * - SYNC-SAVE-1: a receipt says "on disk": it is sent only after the append that holds the frame has been committed and synced.
 * - SYNC-OWN-3: so is the edit itself sent to others only then; nobody ever sees what a crash could still take away.
 * - SYNC-PEND-1: nothing is ever pending in the document: what has a gap is refused and asked for again.
 */
export class Room {
  readonly doc: Y.Doc;
  readonly #parts: RoomParts;
  readonly #state: DocumentState;
  readonly #owners: Map<number, ParticipantId>;
  readonly #connections = new Set<Connection>();
  readonly #presence = new PresenceTable();
  readonly #saves: SaveQueue<Edit, Connection>;
  readonly #outbox: Outbox;
  /** Stored updates since the snapshot. */
  #tail: number;
  /** About how many bytes the document takes. */
  #bytes: number;
  #sender: Connection | null = null;
  #isOver = false;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    const { stored } = parts;
    this.doc = openDocument(stored);
    this.#state = documentStateOf(this.doc);
    this.#owners = new Map(stored.clientOwners);
    this.#tail = stored.tail.length;
    this.#bytes = stored.tail.reduce((sum, { length }) => sum + length, stored.snapshot.length);
    const sent = Y.decodeStateVector(Y.encodeStateVector(this.doc));
    this.#outbox = new Outbox(this.#connections, this.#presence, parts.timers, sent);
    this.#saves = new SaveQueue({
      seq: stored.seq,
      append: async (append) => {
        const started = performance.now();
        const seq = await parts.store.append(parts.workshopId, parts.kind, append);
        parts.counters.saved(performance.now() - started);
        return seq;
      },
      onSaved: (edits) => {
        this.#outbox.addEdits(edits);
        if (this.#tail >= roomLimits.tailUpdates) this.#compact();
      },
      onReceipt: (connection, frames) => connection.sendMessage({ type: "saved", frames }),
      onFailed: (error) => this.#fail(error),
    });
    this.doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      this.#tail += 1;
      this.#bytes += update.length;
      this.#saves.add({ update, from: this.#sender, reached: transaction.afterState }, update);
    });
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  /** Nothing waits to be saved. */
  get isIdle(): boolean {
    return this.#saves.isIdle;
  }

  /** Lets a connection in: asks for what it has that the room lacks, and tells it who is here. */
  join(connection: Connection): void {
    if (this.#isOver) return connection.close(closeCode.storeLost, "storing failed");
    this.#connections.add(connection);
    connection.onDrained(() => this.#catchUp(connection));
    connection.sendFrame(step1Frame(this.doc));
    this.#tellWhoIsHere(connection);
  }

  leave(connection: Connection): void {
    connection.lost();
    if (!this.#connections.delete(connection)) return;
    const clientId = this.#presence.leave(connection);
    if (clientId !== null) this.#outbox.addPresence(clientId, null);
  }

  /** One frame as it came. Never throws; what can't be read or taken changes nothing. */
  receive(connection: Connection, bytes: Uint8Array): void {
    const { counters } = this.#parts;
    counters.framesIn += 1;
    counters.bytesIn += bytes.length;
    if (this.#isOver || connection.isClosed) return;
    if (!connection.admitFrame()) return connection.close(closeCode.tooFast, "too many frames");
    const frame = readFrame(bytes);
    switch (frame.type) {
      case "step1":
        return this.#answer(connection, frame.stateVector);
      case "edit":
        return this.#takeEdit(connection, frame);
      case "presence":
        return this.#takePresence(connection, frame.body);
      case "query-presence":
        return this.#tellWhoIsHere(connection);
      case "unknown":
        return;
      case "malformed":
        // An edit with something behind it or cut short still counts, or the receipts would say the wrong number.
        if (bytes[0] === messageType.sync && (bytes[1] === 1 || bytes[1] === 2)) {
          connection.frames += 1;
          this.#refuse(connection, "malformed");
        } else {
          connection.close(closeCode.protocolError, "unreadable message");
        }
    }
  }

  /** The server's own change; resolves once it is on disk, rejects when storing failed. */
  async write(change: (doc: Y.Doc) => void): Promise<void> {
    if (this.#isOver) throw new Error("this room is closed");
    if (this.#owners.get(this.doc.clientID) !== serverAuthor) this.#own(this.doc.clientID, serverAuthor);
    this.doc.transact(() => change(this.doc));
    await this.#saves.saved();
  }

  /** Resolves once everything taken so far is on disk. */
  async saved(): Promise<void> {
    await this.#saves.saved();
  }

  /** Who was refused and may write now is asked for what they kept. */
  permissionsChanged(): void {
    for (const connection of this.#connections) {
      if (!connection.wasRefused || !this.#parts.mayWrite(connection).may) continue;
      connection.wasRefused = false;
      connection.sendFrame(step1Frame(this.doc));
    }
  }

  /** Closes the connections that match. */
  drop(code: CloseCode, reason: string, matches: (connection: Connection) => boolean = () => true): void {
    for (const connection of this.#connections) {
      if (matches(connection)) {
        connection.close(code, reason);
        this.leave(connection);
      }
    }
  }

  /** Takes no more frames, waits until all is on disk (and its receipts are sent), and writes a snapshot when that saves reading. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#saves.flush();
    await this.#saves.saved();
    if (this.#tail > 0) await this.#writeSnapshot();
    this.#outbox.close();
    this.doc.destroy();
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    const frame = step2Frame(this.doc, stateVector);
    // It may hold edits that are still on their way to disk (SYNC-OWN-3).
    this.#saves.afterwards(() => connection.sendFrame(frame));
  }

  #takeEdit(connection: Connection, { kind, update }: ClientFrame & { type: "edit" }): void {
    connection.frames += 1;
    const verdict = guardUpdate(update, kind === "step2" ? syncLimits.step2 : syncLimits.update, {
      state: this.#state,
      participantId: connection.participantId,
      mayWrite: this.#parts.mayWrite(connection),
      ownerOf: (client) => this.#owners.get(client),
      claimsLeft: roomLimits.claims - this.#owners.size,
      damaged: this.#parts.stored.damaged > 0,
      bytesLeft: roomLimits.document - this.#bytes,
    });
    switch (verdict.type) {
      case "refuse":
        return this.#refuse(connection, verdict.reason);
      case "nothing-new":
        return this.#saves.receipt(connection, connection.frames);
      case "accept":
        for (const client of verdict.claims) this.#own(client, connection.participantId);
        if (this.#apply(connection, update)) this.#saves.receipt(connection, connection.frames);
    }
  }

  /** @returns whether it went in; else the room is over, because nobody knows what is in the document now. */
  #apply(connection: Connection, update: Uint8Array): boolean {
    this.#sender = connection;
    try {
      Y.applyUpdate(this.doc, update, connection);
      const { pendingStructs, pendingDs } = this.doc.store;
      if (pendingStructs === null && pendingDs === null) return true;
      this.#fail(new Error("the guard let something through that has a gap"));
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#sender = null;
    }
    return false;
  }

  #refuse(connection: Connection, reason: RefusalReason): void {
    this.#parts.counters.refused(reason);
    if (reason === "locked" || reason === "observer") connection.wasRefused = true;
    connection.sendMessage({ type: "refused", frame: connection.frames, reason });
    this.#saves.receipt(connection, connection.frames);
    if (reason === "gap" && connection.admitResync()) connection.sendFrame(step1Frame(this.doc));
  }

  #own(clientId: number, owner: ParticipantId): void {
    this.#owners.set(clientId, owner);
    this.#saves.claim(clientId, owner);
  }

  #takePresence(connection: Connection, body: Uint8Array): void {
    const verdict = this.#presence.take(connection, body, (client) => this.#owners.get(client));
    if (verdict.type !== "changed") return;
    const { clientId, bound } = verdict;
    // Owned before the first edit, so that nobody who saw the id here can be first to write under it (SYNC-OWN-1).
    const mayOwn = this.#parts.mayWrite(connection).may && this.#owners.size < roomLimits.claims;
    if (bound && mayOwn && !this.#owners.has(clientId)) this.#own(clientId, connection.participantId);
    this.#outbox.addPresence(clientId, connection);
  }

  #tellWhoIsHere(connection: Connection): void {
    const everybody = this.#presence.everybody();
    if (everybody !== null) connection.sendPresence(everybody);
  }

  /** A connection that was behind has drained: one difference with everything it missed. */
  #catchUp(connection: Connection): void {
    const has = connection.resume();
    if (has === null || this.#isOver) return;
    this.#answer(connection, Y.encodeStateVector(new Map(has)));
    this.#tellWhoIsHere(connection);
  }

  #compact(): void {
    this.#writeSnapshot().catch((error: unknown) => this.#parts.onTrouble("a snapshot failed", error));
  }

  /** The state may hold edits newer than `seq`: they are stored twice then, which Yjs doesn't mind. */
  async #writeSnapshot(): Promise<void> {
    this.#saves.flush();
    const state = Y.encodeStateAsUpdate(this.doc);
    this.#tail = 0;
    this.#bytes = state.length;
    const { store, workshopId, kind } = this.#parts;
    await store.writeSnapshot(workshopId, kind, this.#saves.seq, state);
  }

  /** Ends at once: what isn't on disk is forgotten, and its senders bring it again. */
  abandon(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.drop(closeCode.storeLost, "storing failed");
    this.doc.destroy();
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    this.abandon();
    this.#parts.onFailed(error);
  }
}

/** The stored document. What builds on damaged, lost updates is left out: whoever has it sends it again (SYNC-PEND-1). */
function openDocument({ snapshot, tail }: StoredDocument): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  doc.transact(() => {
    Y.applyUpdate(doc, snapshot);
    for (const update of tail) Y.applyUpdate(doc, update);
  });
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return doc;
}
