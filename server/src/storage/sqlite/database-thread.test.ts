import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { programmeId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type NewWorkshop, StoreUnavailable } from "../../workshops/ports.ts";
import { TestTimers } from "../../workshops/test-timers.ts";
import { realTimers, type Timers } from "../../workshops/timers.ts";
import { DatabaseThread, groupPauseMs } from "./database-thread.ts";
import { databaseFileName, startDatabaseWorker, storeOver } from "./sqlite-store.ts";

let directory: string;
const workers: Worker[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "faelleskort-thread-"));
  workers.length = 0;
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

function start(timers: Timers = realTimers) {
  return new DatabaseThread(() => {
    const worker = startDatabaseWorker(join(directory, databaseFileName));
    workers.push(worker);
    return worker;
  }, timers);
}

const workshop: NewWorkshop = {
  id: workshopId("workshop"),
  programme: { type: "new", id: programmeId("programme") },
  title: "",
  area: "",
  template: "free",
  locale: "da",
  createdAt: 1,
  invites: [],
  snapshots: { board: new Uint8Array(), stage: new Uint8Array() },
};

test("when the thread dies, what it had is rejected, and the next call works on a new thread", async () => {
  const timers = new TestTimers();
  const store = storeOver(start(timers));
  await store.createWorkshop(workshop);
  timers.pass(1_000);
  const append = (after: number) =>
    store.append(workshop.id, "board", () => ({ after, updates: [new Uint8Array([after])], claims: [] }));
  expect(await append(0)).toBe(1);
  const lost = append(1);
  const ending = workers[0]?.terminate();
  // What waits out the pause after a group would go to the next thread: this one shall be with the dying one.
  await Promise.resolve();
  timers.pass(groupPauseMs);
  await expect(lost).rejects.toSatisfy(
    (error) => error instanceof StoreUnavailable && error.code === "broken",
  );
  await ending;
  const loaded = await store.loadDocument(workshop.id, "board");
  expect(workers).toHaveLength(2);
  // Whether the lost one was stored isn't known before loading; what was acknowledged is there.
  expect(loaded?.tail[0]).toEqual(new Uint8Array([0]));
  const seq = loaded?.seq ?? 0;
  timers.pass(1_000);
  expect(await append(seq)).toBe(seq + 1);
  await store.close();
});

test("what waits behind the group of a thread that dies is carried out by the next", async () => {
  const store = storeOver(start());
  await store.createWorkshop(workshop);
  const lost = store.readWorkshop(workshop.id);
  const ending = workers[0]?.terminate();
  // The group with the read leaves at the end of this turn, for a thread that runs no more; what is called after that waits.
  await Promise.resolve();
  const waiting = store.readWorkshop(workshop.id);
  await expect(lost).rejects.toBeInstanceOf(StoreUnavailable);
  await ending;
  expect((await waiting)?.id).toBe(workshop.id);
  await store.close();
});

test("calls of one turn share a group, and closing ends the thread", async () => {
  const thread = start();
  const store = storeOver(thread);
  await store.createWorkshop(workshop);
  const [worker] = workers;
  let groups = 0;
  worker?.on("message", () => {
    groups += 1;
  });
  const appends = [0, 1, 2, 3].map((after) =>
    store.append(workshop.id, "stage", () => ({ after, updates: [new Uint8Array(3)], claims: [] })),
  );
  expect(await Promise.all(appends)).toEqual([1, 2, 3, 4]);
  expect(groups).toBe(1);
  const ended = new Promise((resolve) => worker?.once("exit", resolve));
  await store.close();
  expect(await ended).toBe(0);
});

test("appends that follow a group closely share the next; a read takes them along, and closing waits for no pause", async () => {
  const timers = new TestTimers();
  const store = storeOver(start(timers));
  await store.createWorkshop(workshop);
  timers.pass(1_000);
  let groups = 0;
  workers[0]?.on("message", () => {
    groups += 1;
  });
  const append = (after: number): Promise<number> =>
    store.append(workshop.id, "board", () => ({ after, updates: [new Uint8Array(3)], claims: [] }));
  // After a pause one goes at once.
  expect(await append(0)).toBe(1);
  expect(groups).toBe(1);
  const shared: Promise<number>[] = [];
  for (const after of [1, 2, 3]) {
    shared.push(append(after));
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setImmediate(resolve));
  }
  timers.pass(groupPauseMs);
  expect(await Promise.all(shared)).toEqual([2, 3, 4]);
  expect(groups).toBe(2);
  const waiting = append(4);
  expect((await store.loadDocument(workshop.id, "board"))?.seq).toBe(5);
  expect(await waiting).toBe(5);
  expect(groups).toBe(3);
  const last = append(5);
  await store.close();
  expect(await last).toBe(6);
  expect(timers.waiting).toBe(0);
});
