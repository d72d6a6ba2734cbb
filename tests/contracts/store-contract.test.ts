import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import { openSqliteStore } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { type Store, StoreUnavailable } from "@faelleskort/server/workshops/ports.ts";
import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { describeStore, type StoreHarness } from "./store-contract.ts";
import { damageNewestUpdate } from "./store-damage.ts";
import { samplePicture } from "./store-sample.ts";
import { describeVersions } from "./version-contract.ts";

async function fits(store: Store, name: string): Promise<boolean> {
  try {
    await store.putPicture(samplePicture(name, workshopId("workshop-first"), new Uint8Array(4_096)));
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailable && error.code === "full") return false;
    throw error;
  }
}

const memory = async (): Promise<StoreHarness> => {
  const store = createMemoryStore();
  return {
    store,
    fillDisk: async () => store.failWrites(new StoreUnavailable("full", "the disk is full")),
    makeRoom: async () => store.failWrites(null),
    damageNewestUpdate: async (workshop, kind) => store.damageNewestUpdate(workshop, kind),
    dispose: () => store.close(),
  };
};

const sqlite = async (): Promise<StoreHarness> => {
  const directory = await mkdtemp(join(tmpdir(), "faelleskort-store-"));
  const opened = await openSqliteStore(directory);
  if (!opened.ok) throw opened.error;
  const store = opened.value;
  return {
    store,
    // SQLite's own page limit plays the full disk, with the same code (SQLITE_FULL). Pages that were freed before are used up.
    fillDisk: async () => {
      await store.limitPages(1);
      for (let number = 0; await fits(store, `filler-${number}`); number += 1);
    },
    makeRoom: () => store.limitPages(null),
    damageNewestUpdate: async (workshop, kind) => damageNewestUpdate(directory, workshop, kind),
    dispose: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
};

for (const describeContract of [describeStore, describeVersions]) {
  describeContract("memory", memory);
  describeContract("sqlite", sqlite);
}
