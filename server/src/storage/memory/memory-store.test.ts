import { programmeId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import { StoreUnavailable } from "../../workshops/ports.ts";
import { createMemoryStore } from "./memory-store.ts";

// The switches; what it has in common with the other store is in tests/contracts/store-contract.ts.

const id = workshopId("workshop");
async function start() {
  const store = createMemoryStore();
  await store.createWorkshop({
    id,
    programme: { type: "new", id: programmeId("programme") },
    title: "",
    area: "",
    template: "free",
    locale: "da",
    createdAt: 1,
    invites: [],
    snapshots: { board: new Uint8Array(), stage: new Uint8Array() },
  });
  const append = (after: number) =>
    store.append(id, "board", () => ({ after, updates: [new Uint8Array(1)], claims: [] }));
  return { store, append };
}

test("while held, nothing is answered; when released, all is, in the order called", async () => {
  const { store, append } = await start();
  const answered: string[] = [];
  const release = store.hold();
  const calls = [
    append(0).then((seq) => answered.push(`append ${seq}`)),
    store.loadDocument(id, "board").then((loaded) => answered.push(`load ${loaded?.seq}`)),
    append(1).then((seq) => answered.push(`append ${seq}`)),
  ];
  // A whole turn of the event loop: whatever could be answered would have been.
  await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toEqual([]);
  release();
  await Promise.all(calls);
  expect(answered).toEqual(["append 1", "load 1", "append 2"]);
});

test("failing writes reject with the error given, reads go on, and mending mends", async () => {
  const { store, append } = await start();
  const failure = new StoreUnavailable("read-only", "the disk went read-only");
  store.failWrites(failure);
  await expect(append(0)).rejects.toBe(failure);
  expect(await store.health()).toEqual({ ok: false, error: "the disk went read-only" });
  expect((await store.loadDocument(id, "board"))?.seq).toBe(0);
  store.failWrites(null);
  expect(await append(0)).toBe(1);
});
