import { programmeId, workshopId } from "@faelleskort/shared/model/ids.ts";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { keysFrom } from "../config/keys.ts";
import { createMemoryStore } from "../storage/memory/memory-store.ts";
import { Counters } from "./counters.ts";
import { openWorkshop } from "./opening.ts";
import { type Store, StoreUnavailable } from "./ports.ts";
import { Registry } from "./registry.ts";
import { TestTimers } from "./test-timers.ts";

/** Until everything that can go on without time passing has gone on. */
const settle = async (): Promise<void> => {
  for (let round = 0; round < 10; round += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setImmediate(resolve));
  }
};

async function registryWithWorkshop(watch: (store: Store) => Store = (store) => store) {
  const memory = createMemoryStore();
  const timers = new TestTimers();
  let counter = 0;
  const opened = await openWorkshop(
    {
      store: memory,
      keys: keysFrom(new Uint8Array(32)),
      clock: timers,
      randomness: { bytes: (count) => new Uint8Array(count).fill((counter += 1)) },
    },
    { title: "Prøve", template: "round-1", area: "", locale: "da" },
  );
  if (!opened.ok) throw new Error(opened.error);
  const troubles: string[] = [];
  const registry = new Registry({
    store: watch(memory),
    timers,
    counters: new Counters(),
    idleMs: 1_000,
    onTrouble: (what) => troubles.push(what),
  });
  return { memory, timers, registry, id: opened.value.workshopId, troubles };
}

/** A store that counts how often each document is loaded. */
function counting(store: Store, loads: string[]): Store {
  return {
    ...store,
    loadDocument: (id, kind) => {
      loads.push(kind);
      return store.loadDocument(id, kind);
    },
  };
}

async function lease(registry: Registry, id: ReturnType<typeof workshopId>) {
  const leased = await registry.lease(id);
  if (!leased.ok) throw new Error(leased.error);
  return leased.value;
}

test("ROOM-1 however many ask at once, a workshop is loaded once", async () => {
  const loads: string[] = [];
  const { registry, id } = await registryWithWorkshop((store) => counting(store, loads));
  const leases = await Promise.all(Array.from({ length: 20 }, () => lease(registry, id)));
  expect(loads.sort()).toEqual(["board", "stage"]);
  expect(new Set(leases.map(({ workshop }) => workshop)).size).toBe(1);
});

test("one that isn't there is said not to be, and may be there later", async () => {
  const { registry, memory } = await registryWithWorkshop();
  const id = workshopId("later-workshop");
  expect(await registry.lease(id)).toEqual({ ok: false, error: "no-such-workshop" });
  const empty = Y.encodeStateAsUpdate(new Y.Doc());
  await memory.createWorkshop({
    id,
    programme: { type: "new", id: programmeId("later-programme") },
    title: "",
    area: "",
    template: "round-1",
    locale: "da",
    createdAt: 1,
    invites: [],
    snapshots: { board: empty, stage: empty },
  });
  // A stage that can't be read is the store's trouble, not "not there".
  expect(await registry.lease(id)).toEqual({ ok: false, error: "store-unavailable" });
});

test("ROOM-2 it stays while leased, and is unloaded a while after the last one left", async () => {
  const { registry, id, timers } = await registryWithWorkshop();
  const one = await lease(registry, id);
  const two = await lease(registry, id);
  one.release();
  one.release();
  timers.pass(5_000);
  await settle();
  expect(registry.workshops).toEqual([one.workshop]);
  two.release();
  timers.pass(999);
  const three = await lease(registry, id);
  expect(three.workshop).toBe(one.workshop);
  timers.pass(5_000);
  three.release();
  timers.pass(1_000);
  await settle();
  expect(registry.workshops).toEqual([]);
});

test("ROOM-3 who comes while it is being unloaded gets a new one with everything in it", async () => {
  const { registry, id, timers, memory } = await registryWithWorkshop();
  const one = await lease(registry, id);
  await one.workshop.board.write((doc) => void doc.getMap("notes").set("note-1", 1));
  one.release();
  const resume = memory.hold();
  timers.pass(1_000);
  const coming = lease(registry, id);
  await settle();
  resume();
  const two = await coming;
  expect(two.workshop).not.toBe(one.workshop);
  expect(two.workshop.board.doc.getMap("notes").get("note-1")).toBe(1);
  expect(registry.workshops).toEqual([two.workshop]);
});

test("ROOM-4 in any order of coming, going, writing and waiting there is one room, and nothing written is lost", async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    let state = seed;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % limit;
    };
    // oxlint-disable-next-line no-await-in-loop
    const { registry, id, timers, memory } = await registryWithWorkshop();
    const held: Awaited<ReturnType<typeof lease>>[] = [];
    const pending: Promise<unknown>[] = [];
    const disk = { resume: () => {} };
    let written = 0;
    for (let step = 0; step < 60; step += 1) {
      const choices: (() => void)[] = [
        () => pending.push(lease(registry, id).then((got) => held.push(got))),
        () => held.splice(below(held.length + 1), 1)[0]?.release(),
        () => timers.pass(below(3) * 500),
        () => {
          disk.resume();
          disk.resume = below(2) === 0 ? memory.hold() : () => {};
        },
        () => {
          const writer = held[below(held.length + 1)];
          if (writer === undefined) return;
          const key = `note-${(written += 1)}`;
          pending.push(writer.workshop.board.write((doc) => void doc.getMap("notes").set(key, 1)));
        },
      ];
      choices[below(choices.length)]?.();
      // oxlint-disable-next-line no-await-in-loop
      if (below(2) === 0) await settle();
      expect(new Set(held.map(({ workshop }) => workshop)).size, `seed ${seed}`).toBeLessThanOrEqual(1);
    }
    disk.resume();
    // oxlint-disable-next-line no-await-in-loop
    await Promise.all(pending);
    for (const each of held) each.release();
    timers.pass(1_000);
    // oxlint-disable-next-line no-await-in-loop
    const last = await lease(registry, id);
    expect(last.workshop.board.doc.getMap("notes").size, `seed ${seed}`).toBe(written);
    // oxlint-disable-next-line no-await-in-loop
    await registry.close();
  }
});

test("ROOM-5 after a failed write nobody is let in until a write works, and then with what was stored", async () => {
  const { registry, id, timers, memory, troubles } = await registryWithWorkshop();
  const one = await lease(registry, id);
  await one.workshop.board.write((doc) => void doc.getMap("notes").set("kept", 1));
  memory.failWrites(new StoreUnavailable("full", "the disk is full"));
  await expect(one.workshop.board.write((doc) => void doc.getMap("notes").set("lost", 1))).rejects.toThrow(
    "the disk is full",
  );
  one.release();
  expect(troubles).toEqual(["a workshop was dropped"]);
  expect(registry.storeWorks).toBe(false);
  expect(await registry.lease(id)).toEqual({ ok: false, error: "store-unavailable" });
  timers.pass(1_000);
  await settle();
  expect(registry.storeWorks).toBe(false);
  memory.failWrites(null);
  timers.pass(1_000);
  await settle();
  expect(registry.storeWorks).toBe(true);
  const two = await lease(registry, id);
  expect([...two.workshop.board.doc.getMap("notes").keys()]).toEqual(["kept"]);
});

test("closing saves what is open, lets nobody in, and leaves no timer", async () => {
  const { registry, id, timers, memory } = await registryWithWorkshop();
  const one = await lease(registry, id);
  const written = one.workshop.board.write((doc) => void doc.getMap("notes").set("kept", 1));
  await registry.close();
  await written;
  expect(await registry.lease(id)).toEqual({ ok: false, error: "store-unavailable" });
  expect(timers.waiting).toBe(0);
  const stored = await memory.loadDocument(id, "board");
  // A snapshot was written, so that opening reads no journal.
  expect(stored?.tail).toEqual([]);
});
