import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { roomLimits } from "../policies/limits.ts";
import type { Counters } from "./counters.ts";
import { LiveWorkshop } from "./live-workshop.ts";
import { type Store, StoreUnavailable } from "./ports.ts";
import { StoreGate } from "./store-gate.ts";
import type { Timers } from "./timers.ts";

export interface RegistryParts {
  readonly store: Store;
  readonly timers: Timers;
  readonly counters: Counters;
  /** How long an empty workshop stays in memory, in milliseconds. */
  readonly idleMs?: number;
  onTrouble(what: string, error: unknown): void;
}

/** A workshop that stays in memory until it is released. */
export interface Lease {
  readonly workshop: LiveWorkshop;
  /** May be repeated. */
  release(): void;
}

export type LeaseFailure = "no-such-workshop" | "store-unavailable";

/** One workshop's way through memory. There is one entry per workshop at any time. */
type Entry =
  | { readonly state: "loading"; readonly loaded: Promise<Result<LiveWorkshop, LeaseFailure>> }
  | { readonly state: "open"; readonly workshop: LiveWorkshop; leases: number; stopIdling: () => void }
  | { readonly state: "closing"; readonly closed: Promise<void> };

/**
 * The workshops in memory. Each is loaded once, however many ask at the same time, and unloaded when nobody has used it for a
 * while; who asks meanwhile waits for the unloading and loads it anew, so that there are never two of one.
 */
export class Registry {
  readonly #parts: RegistryParts;
  readonly #entries = new Map<WorkshopId, Entry>();
  readonly #gate: StoreGate;
  #isClosed = false;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
    this.#gate = new StoreGate(parts.store, parts.timers);
  }

  get workshops(): LiveWorkshop[] {
    return [...this.#entries.values()].flatMap((entry) => (entry.state === "open" ? [entry.workshop] : []));
  }

  /** False from a failed write until a write works again. */
  get storeWorks(): boolean {
    return this.#gate.isOpen;
  }

  connectionsOf(id: WorkshopId): number {
    const entry = this.#entries.get(id);
    return entry?.state === "open" ? entry.workshop.connectionCount : 0;
  }

  async lease(id: WorkshopId): Promise<Result<Lease, LeaseFailure>> {
    for (;;) {
      if (this.#isClosed || !this.#gate.isOpen) return err("store-unavailable");
      const entry = this.#entries.get(id) ?? this.#load(id);
      switch (entry.state) {
        case "closing":
          // One after the other: the next look must see what became of this one.
          // oxlint-disable-next-line no-await-in-loop
          await entry.closed;
          break;
        case "open":
          return ok(this.#leaseOf(id, entry));
        case "loading": {
          // oxlint-disable-next-line no-await-in-loop
          const loaded = await entry.loaded;
          if (!loaded.ok) return loaded;
          // It may be failed or closing by now: look again.
          break;
        }
      }
    }
  }

  /** Saves everything, then closes all connections. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#gate.close();
    const ends = [...this.#entries.values()].map(async (entry) => {
      switch (entry.state) {
        case "closing":
          return entry.closed;
        case "loading":
          await entry.loaded;
          return;
        case "open":
          return;
      }
    });
    await Promise.all(ends);
    const open = [...this.#entries.values()].filter((entry) => entry.state === "open");
    await Promise.all(
      open.map(async ({ workshop, stopIdling }) => {
        stopIdling();
        await this.#closeQuietly(workshop);
        workshop.drop(closeCode.goingAway, "the server is stopping");
      }),
    );
    this.#entries.clear();
  }

  /** What couldn't be saved has no receipt, so its senders still have it. */
  async #closeQuietly(workshop: LiveWorkshop): Promise<void> {
    try {
      await workshop.close();
    } catch (error) {
      this.#parts.onTrouble("a workshop could not be saved when closing", error);
    }
  }

  #load(id: WorkshopId): Entry {
    const entry: Entry = { state: "loading", loaded: this.#read(id) };
    this.#entries.set(id, entry);
    return entry;
  }

  async #read(id: WorkshopId): Promise<Result<LiveWorkshop, LeaseFailure>> {
    const { store, timers, counters } = this.#parts;
    try {
      const [record, board, stage] = await Promise.all([
        store.readWorkshop(id),
        store.loadDocument(id, "board"),
        store.loadDocument(id, "stage"),
      ]);
      if (record === null || board === null || stage === null) {
        this.#entries.delete(id);
        return err("no-such-workshop");
      }
      if (board.damaged + stage.damaged > 0)
        this.#parts.onTrouble("stored updates are damaged", new Error(id));
      const workshop = new LiveWorkshop({
        record,
        documents: { board, stage },
        store,
        timers,
        counters,
        onTrouble: (what, error) => this.#parts.onTrouble(what, error),
        onFailed: (error) => this.#dropFailed(id, error),
      });
      const entry: Entry = { state: "open", workshop, leases: 0, stopIdling: () => {} };
      this.#entries.set(id, entry);
      this.#idle(id, entry);
      return ok(workshop);
    } catch (error) {
      this.#entries.delete(id);
      this.#parts.onTrouble("a workshop could not be loaded", error);
      if (error instanceof StoreUnavailable) this.#gate.shut();
      return err("store-unavailable");
    }
  }

  #leaseOf(id: WorkshopId, entry: Entry & { state: "open" }): Lease {
    entry.leases += 1;
    entry.stopIdling();
    let isHeld = true;
    return {
      workshop: entry.workshop,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        entry.leases -= 1;
        if (entry.leases === 0) this.#idle(id, entry);
      },
    };
  }

  #idle(id: WorkshopId, entry: Entry & { state: "open" }): void {
    entry.stopIdling();
    if (this.#isClosed) return;
    entry.stopIdling = this.#parts.timers.after(this.#parts.idleMs ?? roomLimits.idleFor, () => {
      this.#unload(id, entry);
    });
  }

  #unload(id: WorkshopId, entry: Entry & { state: "open" }): void {
    if (this.#isClosed || entry.leases > 0 || this.#entries.get(id) !== entry) return;
    const closed = this.#closeQuietly(entry.workshop).then(() => {
      if (this.#entries.get(id) === closing) this.#entries.delete(id);
      return undefined;
    });
    const closing: Entry = { state: "closing", closed };
    this.#entries.set(id, closing);
  }

  /** Storing failed for this workshop: its memory is ahead of the journal and is forgotten; clients come back and bring the rest. */
  #dropFailed(id: WorkshopId, error: unknown): void {
    this.#parts.counters.storeFailures += 1;
    this.#parts.onTrouble("a workshop was dropped", error);
    const entry = this.#entries.get(id);
    if (entry?.state === "open") {
      entry.stopIdling();
      this.#entries.delete(id);
    }
    if (error instanceof StoreUnavailable) this.#gate.shut();
  }
}
