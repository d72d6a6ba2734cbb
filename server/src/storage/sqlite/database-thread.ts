import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Worker } from "node:worker_threads";
import { type Append, type DocumentKind, StoreUnavailable } from "../../workshops/ports.ts";
import { realTimers, type Timers } from "../../workshops/timers.ts";
import { errorOf, failureOf } from "./failures.ts";
import type { Call, CallName, Failure, FromDatabase, Outcome, Output, ToDatabase } from "./messages.ts";
import { outcomeAt, packCalls } from "./packing.ts";
import { transferables } from "./transfer.ts";

/** Calls in one group: bounds how long a commit takes. */
const groupCalls = 1_000;
/**
 * Shortest time from the beginning of one group to the next when it would hold appends only, and few: thirty people dragging make 600 a
 * second, and a commit for each would cost more than all the rest. Who writes alone doesn't wait.
 */
export const groupPauseMs = 14;
/** With so many waiting, a commit is shared well enough. */
const worthwhileCalls = 32;

interface Pending {
  /** An append may wait for others to share its commit, and is asked what it holds only when it leaves. */
  readonly isAppend: boolean;
  call(): Call;
  settle(outcome: Outcome<unknown>): void;
}

/**
 * Owns the database's thread and the queue before it. While one group is being committed, and for a few milliseconds after it began,
 * what all rooms append waits and becomes the next group; what is called after a pause goes at once (with what else the same turn
 * calls), and so does everything that isn't an append, with all that was called before it.
 *
 * When the thread dies, the calls it had fail, and the next call starts another.
 */
export class DatabaseThread {
  readonly #spawn: () => Worker;
  readonly #timers: Timers;
  #waiting: Pending[] = [];
  #group: readonly Pending[] = [];
  #worker: Worker | null = null;
  #flushing = false;
  /** Ends the pause after a group; null when there is none. */
  #stopPausing: (() => void) | null = null;
  /** How many of those who wait are no appends. */
  #urgent = 0;
  #closed: Promise<void> | null = null;
  #idle: (() => void) | null = null;
  /** Why the thread is about to end, when it said so. */
  #lastWords: Failure | null = null;

  /** @param spawn starts `database-worker.ts`; called again when the thread has died */
  constructor(spawn: () => Worker, timers: Timers = realTimers) {
    this.#spawn = spawn;
    this.#timers = timers;
  }

  /** Rejects with `StoreUnavailable`, `StoreRefused` or, for a defect, an `Error`. Byte arrays must be given away (`ownBytes`). */
  call<Name extends Exclude<CallName, "append">>(
    call: Call & { readonly name: Name },
  ): Promise<Output<Name>> {
    return this.#enqueue<Output<Name>>(false, () => call);
  }

  /** Rejects as `call` does. The updates are copied in the turn in which `take` is called. */
  append(workshopId: WorkshopId, kind: DocumentKind, take: () => Append): Promise<number> {
    return this.#enqueue<number>(true, () => ({ name: "append", args: [workshopId, kind, take()] }));
  }

  #enqueue<Value>(isAppend: boolean, call: () => Call): Promise<Value> {
    if (this.#closed !== null) return Promise.reject(new StoreUnavailable("closed", "the store is closed"));
    if (!isAppend) this.#urgent += 1;
    const promise = new Promise<Value>((resolve, reject) => {
      this.#waiting.push({
        isAppend,
        call,
        settle: (outcome) => {
          // Both threads are compiled against messages.ts: the outcome of a call has the type of that call.
          if (outcome.ok) resolve(outcome.value as Value);
          else reject(errorOf(outcome.failure));
        },
      });
    });
    if (!this.#flushing) {
      this.#flushing = true;
      queueMicrotask(() => {
        this.#flushing = false;
        this.#flush();
      });
    }
    return promise;
  }

  close(): Promise<void> {
    this.#closed ??= this.#drainAndEnd();
    return this.#closed;
  }

  async #drainAndEnd(): Promise<void> {
    if (this.#waiting.length > 0 || this.#group.length > 0) {
      const idle = new Promise<void>((resolve) => {
        this.#idle = resolve;
      });
      this.#flush();
      await idle;
    }
    this.#stopPausing?.();
    const worker = this.#worker;
    if (worker === null) return;
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    const message: ToDatabase = { type: "close" };
    worker.postMessage(message, []);
    await ended;
  }

  #flush(): void {
    if (this.#group.length > 0) return;
    if (this.#waiting.length === 0) {
      this.#idle?.();
      return;
    }
    if (this.#mayWait()) return;
    this.#group = this.#waiting.splice(0, groupCalls);
    this.#urgent = this.#waiting.length === 0 ? 0 : this.#waiting.filter(isUrgent).length;
    this.#pause();
    this.#worker ??= this.#start();
    const packed = packCalls(this.#group.map((pending) => pending.call()));
    const message: ToDatabase = { type: "group", packed };
    this.#worker.postMessage(message, transferables([packed.bytes, packed.calls]));
  }

  #mayWait(): boolean {
    const isPausing = this.#stopPausing !== null && this.#closed === null;
    return isPausing && this.#urgent === 0 && this.#waiting.length < worthwhileCalls;
  }

  #pause(): void {
    this.#stopPausing?.();
    this.#stopPausing = this.#timers.after(groupPauseMs, () => {
      this.#stopPausing = null;
      if (this.#waiting.length > 0) this.#flush();
    });
  }

  #start(): Worker {
    const worker = this.#spawn();
    this.#lastWords = null;
    worker.on("message", (message: FromDatabase) => {
      switch (message.type) {
        case "outcomes":
          this.#settle((index) => outcomeAt(message.packed, index));
          return;
        case "unusable":
          this.#lastWords = message.failure;
      }
    });
    worker.on("error", (error) => {
      this.#lastWords = failureOf(error);
    });
    worker.on("exit", () => {
      this.#worker = null;
      this.#settle(() => undefined);
    });
    return worker;
  }

  /** Ends the group under way. A call without an outcome was with a thread that died: whether it was stored is unknown. */
  #settle(outcomeOf: (index: number) => Outcome<unknown> | undefined): void {
    const group = this.#group;
    this.#group = [];
    const failure = this.#lastWords ?? {
      type: "unavailable",
      code: "broken",
      message: "the database's thread ended unexpectedly",
    };
    for (const [index, pending] of group.entries())
      pending.settle(outcomeOf(index) ?? { ok: false, failure });
    this.#flush();
  }
}

const isUrgent = ({ isAppend }: Pending): boolean => !isAppend;
