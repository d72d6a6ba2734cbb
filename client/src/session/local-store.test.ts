import { IDBDatabase, IDBFactory } from "fake-indexeddb";
import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { fromLocalStore, openLocalStore } from "./local-store.ts";

const open = (indexedDB: IDBFactory | undefined, name = "board") => {
  const doc = new Y.Doc();
  return { doc, store: openLocalStore({ name, doc, indexedDB }) };
};
const texts = (doc: Y.Doc) => doc.getMap("actors").toJSON();

describe("the copy in the browser", () => {
  it("brings back what was made, after closing", async () => {
    const indexedDB = new IDBFactory();
    const first = open(indexedDB);
    await first.store.loaded;
    first.doc.getMap("actors").set("a", "Fair Play");
    first.doc.getMap("actors").set("b", "Biblioteket");
    await first.store.close();
    const second = open(indexedDB);
    await second.store.loaded;
    expect(texts(second.doc)).toEqual({ a: "Fair Play", b: "Biblioteket" });
    await second.store.close();
  });

  it("says stored only when the transaction is through", async () => {
    const { doc, store } = open(new IDBFactory());
    expect(store.keeping.get()).toBe("loading");
    await store.loaded;
    expect(store.keeping.get()).toBe("stored");
    const seen: string[] = [];
    store.keeping.subscribe(() => seen.push(store.keeping.get()));
    doc.getMap("actors").set("a", "Fair Play");
    expect(store.keeping.get()).toBe("storing");
    await store.flush();
    expect(seen).toEqual(["storing", "stored"]);
    await store.close();
  });

  it("keeps what is made while it is still opening", async () => {
    const indexedDB = new IDBFactory();
    const { doc, store } = open(indexedDB);
    doc.getMap("actors").set("early", "card");
    await store.flush();
    expect(store.keeping.get()).toBe("stored");
    await store.close();
    const second = open(indexedDB);
    await second.store.loaded;
    expect(texts(second.doc)).toEqual({ early: "card" });
    await second.store.close();
  });

  it("keeps two windows' work side by side, also when there is much of it", async () => {
    const indexedDB = new IDBFactory();
    const [one, two] = [open(indexedDB), open(indexedDB)];
    await Promise.all([one.store.loaded, two.store.loaded]);
    for (let turn = 0; turn < 700; turn++) {
      const { doc, store } = turn % 2 === 0 ? one : two;
      doc.getMap("actors").set(`${turn % 2}-${turn % 40}`, turn);
      // Every turn waits for the disk now and then, so that many transactions are made.
      // oxlint-disable-next-line no-await-in-loop
      if (turn % 7 === 0) await store.flush();
    }
    await Promise.all([one.store.close(), two.store.close()]);
    const all = open(indexedDB);
    await all.store.loaded;
    expect(texts(all.doc)).toEqual({ ...texts(one.doc), ...texts(two.doc) });
    await all.store.close();
  });

  it("doesn't store what it has just read", async () => {
    const indexedDB = new IDBFactory();
    const first = open(indexedDB);
    await first.store.loaded;
    first.doc.getMap("actors").set("a", "Fair Play");
    await first.store.close();
    const second = open(indexedDB);
    const origins: unknown[] = [];
    second.doc.on("update", (_update: Uint8Array, origin: unknown) => origins.push(origin));
    await second.store.loaded;
    expect(origins).toEqual([fromLocalStore]);
    expect(second.store.keeping.get()).toBe("stored");
    await second.store.close();
  });

  it("owns up when the browser has no database", async () => {
    const { doc, store } = open(undefined);
    await store.loaded;
    doc.getMap("actors").set("a", "Fair Play");
    expect(store.keeping.get()).toBe("memory");
    await store.close();
  });

  it("owns up when nothing can be written", async () => {
    const { doc, store } = open(new IDBFactory());
    await store.loaded;
    expect(store.keeping.get()).toBe("stored");
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
      throw new DOMException("The disk is full", "QuotaExceededError");
    });
    doc.getMap("actors").set("a", "Fair Play");
    await store.flush();
    expect(store.keeping.get()).toBe("memory");
    transaction.mockRestore();
    await store.close();
  });

  it("forgets when asked to", async () => {
    const indexedDB = new IDBFactory();
    const first = open(indexedDB);
    await first.store.loaded;
    first.doc.getMap("actors").set("a", "Fair Play");
    await first.store.erase();
    const second = open(indexedDB);
    await second.store.loaded;
    expect(texts(second.doc)).toEqual({});
    await second.store.close();
  });
});
