import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import type { Append } from "./ports.ts";

export type Claim = Append["claims"][number];

/** What came until the store took it along, appended in one call. */
interface Batch<Entry, Reader> {
  readonly entries: Entry[];
  readonly updates: Uint8Array[];
  readonly claims: Claim[];
  /** The highest frame of each connection that is dealt with once this is on disk. */
  readonly frames: Map<Reader, number>;
  readonly afterwards: { run: () => void; giveUp: (error: unknown) => void }[];
}

export interface SaveQueueParts<Entry, Reader> {
  /** The seq of the newest stored update. */
  readonly seq: number;
  append(take: () => Append): Promise<number>;
  /** On disk: called in the order in which things were added. What each reader may be told is saved is the number of its last frame. */
  onSaved(entries: readonly Entry[], receipts: ReadonlyMap<Reader, number>): void;
  /** Called once; nothing is saved or receipted after it. */
  onFailed(error: unknown): void;
}

/**
 * Hands a room's updates to the store in order and says when they are on disk. Receipts and everything else that must not
 * happen before that (SYNC-SAVE-1) go through it. Several appends may be under way; they end in the order in which they began.
 * @typeParam Entry what is to be sent on once it is saved
 * @typeParam Reader who gets receipts
 */
export class SaveQueue<Entry, Reader> {
  readonly #parts: SaveQueueParts<Entry, Reader>;
  readonly #underWay: Batch<Entry, Reader>[] = [];
  /** Handed to the store, which hasn't taken it yet: what comes now goes with it. */
  #open: Batch<Entry, Reader> | null = null;
  #seq: number;
  #hasFailed = false;

  constructor(parts: SaveQueueParts<Entry, Reader>) {
    this.#parts = parts;
    this.#seq = parts.seq;
  }

  /** The seq which the newest update has or will have. */
  get seq(): number {
    return this.#seq;
  }

  add(entry: Entry, update: Uint8Array): void {
    const batch = this.#openBatch();
    batch.entries.push(entry);
    batch.updates.push(update);
    this.#seq += 1;
  }

  claim(clientId: number, participantId: ParticipantId): void {
    this.#openBatch().claims.push({ clientId, participantId });
  }

  /** A receipt for `frames` once everything added so far is on disk; at once when it is. */
  receipt(reader: Reader, frames: number): void {
    const newest = this.#open ?? this.#underWay.at(-1);
    if (newest === undefined) this.#parts.onSaved([], new Map([[reader, frames]]));
    else newest.frames.set(reader, frames);
  }

  /** Runs `run` once everything added so far is on disk, at once when it is; not at all when saving fails. */
  afterwards(run: () => void, giveUp: (error: unknown) => void = () => {}): void {
    const newest = this.#open ?? this.#underWay.at(-1);
    if (newest === undefined) run();
    else newest.afterwards.push({ run, giveUp });
  }

  /** Resolves once everything added so far is on disk; rejects with the store's error. */
  saved(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.afterwards(resolve, reject);
    });
  }

  #openBatch(): Batch<Entry, Reader> {
    this.#open ??= this.#handOver();
    return this.#open;
  }

  #handOver(): Batch<Entry, Reader> {
    const batch: Batch<Entry, Reader> = {
      entries: [],
      updates: [],
      claims: [],
      frames: new Map(),
      afterwards: [],
    };
    const after = this.#seq;
    let isHandedOver = false;
    const take = (): Append => {
      // It is still empty then, and what is about to be added would be lost.
      if (!isHandedOver) throw new Error("the store took an append before there was anything in it");
      this.#open = null;
      this.#underWay.push(batch);
      return { after, updates: batch.updates, claims: batch.claims };
    };
    this.#parts
      .append(take)
      .then(() => this.#finish(batch))
      // A defect in what follows the commit leaves just as much in doubt as a failed one.
      .catch((error: unknown) => this.#fail(error));
    isHandedOver = true;
    return batch;
  }

  #finish(batch: Batch<Entry, Reader>): void {
    if (this.#hasFailed) return;
    if (this.#underWay[0] !== batch) throw new Error("the store ended appends out of order");
    this.#underWay.shift();
    this.#parts.onSaved(batch.entries, batch.frames);
    for (const { run } of batch.afterwards) run();
  }

  #fail(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const waiting = [...this.#underWay.splice(0), ...(this.#open === null ? [] : [this.#open])];
    this.#open = null;
    for (const { giveUp } of waiting.flatMap(({ afterwards }) => afterwards)) giveUp(error);
    this.#parts.onFailed(error);
  }
}
