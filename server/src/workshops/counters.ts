import type { CloseCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { type RefusalReason, refusalReasons } from "@faelleskort/shared/protocol/messages.ts";
import { problemCodes, problemStatus } from "@faelleskort/shared/protocol/problems.ts";
import { Histogram } from "./histogram.ts";
import type { RoomWatcher } from "./room-watcher.ts";
import { StoreQueue } from "./store-queue.ts";

/** Milliseconds. */
const savedBounds = [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000];
const tickBounds = [1, 2, 5, 10, 25, 50, 100, 200, 500];

/** What the server counts about itself while it runs, for `/metrics`. Numbers only: nothing here can name anybody. */
export class Counters {
  framesIn = 0;
  framesOut = 0;
  bytesIn = 0;
  bytesOut = 0;
  presenceDropped = 0;
  leftBehind = 0;
  storeFailures = 0;
  wrongInvites = 0;
  readonly refusedByReason = new Map<RefusalReason, number>(refusalReasons.map((reason) => [reason, 0]));
  /** Calls, and sockets before their upgrade, by HTTP status. */
  readonly refusedByStatus = new Map<number, number>(
    problemCodes
      .map(problemStatus)
      .sort((a, b) => a - b)
      .map((status) => [status, 0]),
  );
  /** Sockets that the server ended, by close code. */
  readonly closedByCode = new Map<CloseCode, number>();
  /** From handing edits to the store until they are on disk, in milliseconds. */
  readonly saved = new Histogram(savedBounds);
  /** How many edits, and how many people's presence, went out together in one tick of a room. */
  readonly editsPerTick = new Histogram(tickBounds);
  readonly presencePerTick = new Histogram(tickBounds);
  readonly storeQueue = new StoreQueue();
  /** Looks at single rooms; null where nobody does, and then nothing is gathered for it. */
  watcher: RoomWatcher | null = null;

  refused(reason: RefusalReason): void {
    this.refusedByReason.set(reason, (this.refusedByReason.get(reason) ?? 0) + 1);
  }

  /** Also told of what isn't refused, which is passed over. */
  answered(status: number): void {
    const count = this.refusedByStatus.get(status);
    if (count !== undefined) this.refusedByStatus.set(status, count + 1);
  }

  closed(code: CloseCode): void {
    this.closedByCode.set(code, (this.closedByCode.get(code) ?? 0) + 1);
  }
}
