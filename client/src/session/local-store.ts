import * as Y from "yjs";
import { cell, type Source } from "./source.ts";
import type { Keeping } from "./status.ts";

/**
 * Keeps a document in the browser's own database, so that what was made without a connection survives closing the
 * browser. Unlike y-indexeddb it can tell when an edit really is stored: progress is a version, counted up by every
 * update and reached by the transaction that holds it.
 */
export interface LocalStore {
  readonly keeping: Source<Keeping>;
  /** Settles once what was stored has been put into the document, or can't be. */
  readonly loaded: Promise<void>;
  /** Settles once everything the document holds now is stored, or can't be. */
  flush(): Promise<void>;
  close(): Promise<void>;
  /** Closes and forgets what was stored. */
  erase(): Promise<void>;
}

const storeName = "updates";
/** So many updates are read quickly; beyond that they are made one again. */
const compactAfter = 500;

export interface LocalStoreOptions {
  readonly name: string;
  readonly doc: Y.Doc;
  /** undefined where the browser has none (some private windows). */
  readonly indexedDB: IDBFactory | undefined;
}

/** The origin of what comes from the browser's database: neither an edit nor news. */
export const fromLocalStore: unknown = { origin: "local-store" };

export function openLocalStore({ name, doc, indexedDB }: LocalStoreOptions): LocalStore {
  const keeping = cell<Keeping>("loading");
  /** Updates made, and how many of them are stored. */
  let made = 0;
  let stored = 0;
  let entries = 0;
  let waiting: Uint8Array[] = [];
  let database: IDBDatabase | null = null;
  let writing: Promise<void> | null = null;
  let closed = false;

  const giveUp = () => {
    waiting = [];
    keeping.set("memory");
  };

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === fromLocalStore || keeping.get() === "memory") return;
    made++;
    waiting.push(update);
    if (keeping.get() === "stored") keeping.set("storing");
    if (database) pump();
  };
  doc.on("update", onUpdate);

  /** One transaction at a time; what comes meanwhile goes into the next. */
  function pump(): void {
    if (writing || !database || waiting.length === 0) return;
    const batch = waiting;
    const upTo = made;
    waiting = [];
    writing = store(database, batch, upTo);
  }

  async function store(db: IDBDatabase, batch: readonly Uint8Array[], upTo: number): Promise<void> {
    try {
      entries = await write(db, batch);
      stored = upTo;
    } catch {
      // Full, or the browser took the database away.
      giveUp();
    }
    writing = null;
    if (closed) return;
    if (stored === made && keeping.get() !== "memory") keeping.set("stored");
    pump();
  }

  async function write(db: IDBDatabase, batch: readonly Uint8Array[]): Promise<number> {
    // Strict: done means on the disk, not in the operating system's memory.
    const transaction = db.transaction(storeName, "readwrite", { durability: "strict" });
    const updates = transaction.objectStore(storeName);
    for (const update of batch) updates.add(update);
    let count = entries + batch.length;
    if (count > compactAfter) {
      // Within one transaction and over all entries: another window of this browser may have added some.
      updates.getAll().addEventListener("success", (event) => {
        const { target } = event;
        if (!(target instanceof IDBRequest) || !Array.isArray(target.result)) return;
        updates.clear();
        updates.add(merged(target.result.filter(isBytes)));
      });
      count = 1;
    }
    await settled(transaction);
    return count;
  }

  const load = async () => {
    try {
      const db = await open(name, indexedDB);
      const transaction = db.transaction(storeName, "readonly");
      const all = await result<unknown[]>(transaction.objectStore(storeName).getAll());
      database = db;
      // Another version of the page wants to change the database: let it.
      db.addEventListener("versionchange", () => {
        db.close();
        giveUp();
      });
      entries = all.length;
      const updates = all.filter(isBytes);
      if (updates.length > 0) doc.transact(() => applyAll(doc, updates), fromLocalStore);
      keeping.set(waiting.length > 0 ? "storing" : "stored");
      pump();
    } catch {
      // No database, or not ours to use: the person is told that nothing is kept here.
      giveUp();
    }
  };
  const loaded = load();

  /** Settles when no transaction is in flight and nothing waits for one. */
  const drained = (): Promise<void> => {
    pump();
    return writing ? writing.then(drained) : Promise.resolve();
  };

  const close = async () => {
    closed = true;
    doc.off("update", onUpdate);
    await loaded;
    await drained();
    database?.close();
  };

  return {
    keeping,
    loaded,
    async flush() {
      await loaded;
      await drained();
    },
    close,
    async erase() {
      await close();
      if (indexedDB) await result(indexedDB.deleteDatabase(name)).catch(() => undefined);
    },
  };
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  for (const update of updates) Y.applyUpdate(doc, update, fromLocalStore);
}

/** Through a document rather than by merging updates: so letters that were deleted are dropped. */
function merged(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  applyAll(doc, updates);
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
}

async function open(name: string, indexedDB: IDBFactory | undefined): Promise<IDBDatabase> {
  if (!indexedDB) throw new Error("This browser has no database");
  const request = indexedDB.open(name, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(storeName, { autoIncrement: true });
  });
  return result(request);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The database failed")));
  });
}

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error("The database failed"));
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("error", fail);
    transaction.addEventListener("abort", fail);
  });
}
