import type { WriteVerdict } from "@faelleskort/shared/commands/permission.ts";
import { type ParticipantId, participantId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import * as Y from "yjs";
import { roomLimits } from "../policies/limits.ts";
import type { Connection } from "./connection.ts";
import { type Content, openContent } from "./document-content.ts";
import { guardUpdate, type GuardVerdict } from "./guard.ts";
import type { Edit } from "./lane.ts";
import type { DocumentKind, Store, StoredDocument } from "./ports.ts";
import type { RoomMeter } from "./room-meter.ts";
import { SaveQueue } from "./save-queue.ts";

/** Whom the server's own writing (stage commands, imports) belongs to. No participant can have this id: theirs are longer. */
export const serverAuthor: ParticipantId = participantId("server");

export interface DurableDocumentParts {
  readonly workshopId: WorkshopId;
  readonly kind: DocumentKind;
  readonly stored: StoredDocument;
  readonly store: Store;
  readonly meter: RoomMeter;
  /** On disk, in the order in which they were taken; and how many frames of whom are. */
  onSaved(edits: readonly Edit[], receipts: ReadonlyMap<Connection, number>): void;
  /** Memory and disk differ, or the document itself is in doubt. Called at most once for the disk. */
  onFailed(error: unknown): void;
  /** Something the operator should know; without content. */
  onTrouble(what: string, error: unknown): void;
}

export interface DocumentFigures {
  /** About how much the document takes. */
  readonly bytes: number;
  /** Stored updates since the snapshot. */
  readonly tail: number;
  /** Of the newest update, stored or on its way. */
  readonly seq: number;
  /** Client ids that belong to somebody. */
  readonly owners: number;
}

/**
 * A Yjs document with its journal: what is taken is appended, and told as saved only after the commit (SYNC-SAVE-1). It also
 * keeps whose client ids are, and writes a snapshot when the journal has grown long.
 */
export class DurableDocument {
  readonly #parts: Omit<DurableDocumentParts, "stored">;
  readonly #isDamaged: boolean;
  readonly #owners: Map<number, ParticipantId>;
  readonly #saves: SaveQueue<Edit, Connection>;
  /** Stored updates since the snapshot. */
  #tail: number;
  #tailBytes: number;
  #snapshotBytes: number;
  #content: Content;
  /** The whole document as one update, while it is known. */
  #whole: Uint8Array | null;

  constructor({ stored, ...parts }: DurableDocumentParts) {
    const { store, workshopId, kind, meter } = parts;
    this.#parts = parts;
    this.#isDamaged = stored.damaged > 0;
    this.#content = { type: "stored", stored };
    this.#whole = stored.tail.length === 0 ? stored.snapshot : null;
    this.#owners = new Map(stored.clientOwners);
    this.#tail = stored.tail.length;
    this.#tailBytes = stored.tail.reduce((sum, { length }) => sum + length, 0);
    this.#snapshotBytes = stored.snapshot.length;
    this.#saves = new SaveQueue({
      seq: stored.seq,
      append: (take) => meter.appending(() => store.append(workshopId, kind, take)),
      onSaved: (edits, receipts) => {
        parts.onSaved(edits, receipts);
        if (this.#isTailLong) this.#compact();
      },
      onFailed: (error) => parts.onFailed(error),
    });
  }

  /** Made of what is stored when it is first needed: a large one takes a while. */
  get doc(): Y.Doc {
    return this.#open.doc;
  }

  /** Whether asking for `doc` takes no time. */
  get isOpen(): boolean {
    return this.#content.type === "open";
  }

  get #open(): Content & { type: "open" } {
    if (this.#content.type === "open") return this.#content;
    const content = openContent(this.#content.stored);
    this.#content = content;
    return content;
  }

  get #bytes(): number {
    return this.#snapshotBytes + this.#tailBytes;
  }

  get #isTailLong(): boolean {
    const { tailUpdates, tailUpdatesAtMost } = roomLimits;
    return (
      this.#tail >= tailUpdates && (this.#tailBytes >= this.#snapshotBytes || this.#tail >= tailUpdatesAtMost)
    );
  }

  get figures(): DocumentFigures {
    return { bytes: this.#bytes, tail: this.#tail, seq: this.#saves.seq, owners: this.#owners.size };
  }

  ownerOf(clientId: number): ParticipantId | undefined {
    return this.#owners.get(clientId);
  }

  /** Makes a client id somebody's, unless it is somebody's already or there are too many. */
  claim(clientId: number, owner: ParticipantId): void {
    if (!this.#owners.has(clientId) && this.#owners.size < roomLimits.claims) this.#own(clientId, owner);
  }

  /** @param largest most bytes */
  decide(update: Uint8Array, largest: number, sender: Connection, mayWrite: WriteVerdict): GuardVerdict {
    return guardUpdate(update, largest, {
      state: this.#open.state,
      participantId: sender.participantId,
      spend: (units) => sender.spend(units),
      mayWrite,
      ownerOf: (client) => this.#owners.get(client),
      claimsLeft: roomLimits.claims - this.#owners.size,
      damaged: this.#isDamaged,
      bytesLeft: roomLimits.document - this.#bytes,
    });
  }

  /**
   * Takes an update that the guard has accepted, with the ids that become the sender's by it. What is all new is kept and sent on as
   * it came; Yjs would take as long to encode it again as to take it.
   * @throws when Yjs doesn't take it whole: then nobody knows what is in the document
   */
  apply(
    update: Uint8Array,
    sender: Connection,
    { claims, read, isAllNew }: GuardVerdict & { type: "accept" },
  ): void {
    for (const client of claims) this.#own(client, sender.participantId);
    if (isAllNew) {
      const { doc, reached } = this.#open;
      Y.applyUpdate(doc, update, sender);
      this.#keep({ update, read, from: sender, before: reached });
    } else {
      this.#keepEncoded(sender, () => Y.applyUpdate(this.doc, update, sender));
    }
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error("the guard let a gap through");
  }

  /** The whole document as an update; not to be written to. Encoded once for all who ask until the next edit. */
  whole(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.doc);
    return this.#whole;
  }

  /** The server's own change; resolves once it is on disk, rejects when storing failed. */
  async write(change: (doc: Y.Doc) => void): Promise<void> {
    if (this.#owners.get(this.doc.clientID) !== serverAuthor) this.#own(this.doc.clientID, serverAuthor);
    this.#keepEncoded(null, () => this.doc.transact(() => change(this.doc)));
    await this.#saves.saved();
  }

  /** Has `onSaved` called with a connection's frames once everything taken so far is on disk. */
  receipt(connection: Connection): void {
    this.#saves.receipt(connection, connection.frames);
  }

  /** Runs `run` once everything taken so far is on disk; not at all when storing fails. */
  onceSaved(run: () => void): void {
    this.#saves.afterwards(run);
  }

  /** Resolves once everything taken so far is on disk; rejects when storing failed. */
  async saved(): Promise<void> {
    await this.#saves.saved();
  }

  /** Saves all, and writes a snapshot when that makes the next opening faster. */
  async settle(): Promise<void> {
    await this.saved();
    if (this.#tail > 0) await this.#writeSnapshot();
  }

  /** Nothing is asked of it after that. */
  destroy(): void {
    if (this.#content.type === "open") this.#content.doc.destroy();
  }

  /** Keeps what a change makes new, as Yjs encodes it. */
  #keepEncoded(from: Connection | null, change: () => void): void {
    const before = this.#open.reached;
    const keep = (update: Uint8Array): void => this.#keep({ update, read: null, from, before });
    this.doc.on("update", keep);
    try {
      change();
    } finally {
      this.doc.off("update", keep);
    }
  }

  #keep(edit: Edit): void {
    this.#tail += 1;
    this.#tailBytes += edit.update.length;
    this.#whole = null;
    this.#saves.add(edit, edit.update);
  }

  #own(clientId: number, owner: ParticipantId): void {
    this.#owners.set(clientId, owner);
    this.#saves.claim(clientId, owner);
  }

  #compact(): void {
    this.#writeSnapshot().catch((error: unknown) => this.#parts.onTrouble("a snapshot failed", error));
  }

  /** The state may hold edits newer than `seq`: they are stored twice then, which Yjs doesn't mind. */
  async #writeSnapshot(): Promise<void> {
    const state = this.whole();
    this.#tail = 0;
    this.#tailBytes = 0;
    this.#snapshotBytes = state.length;
    const { store, workshopId, kind } = this.#parts;
    await store.writeSnapshot(workshopId, kind, this.#saves.seq, state);
  }
}
