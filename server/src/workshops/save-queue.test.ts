import { participantId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import type { Append } from "./ports.ts";
import { SaveQueue } from "./save-queue.ts";

/** A queue over a disk that the test commits by hand. */
function queue() {
  const calls: { append: Append; commit: () => void; fail: (error: Error) => void }[] = [];
  const log: string[] = [];
  let busy = Promise.resolve();
  const saves = new SaveQueue<string, string>({
    seq: 10,
    append: async (take) => {
      // It leaves at the end of the turn, but not while the store is busy.
      await busy;
      const append = take();
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const commit = (): void => resolve(append.after + append.updates.length);
      calls.push({ append, commit, fail: reject });
      return await promise;
    },
    onSaved: (entries, receipts) => {
      if (entries.length > 0) log.push(`saved ${entries.join(",")}`);
      log.push(...[...receipts].map(([reader, frames]) => `${reader} ${frames}`));
    },
    onFailed: (error) => log.push(`failed ${String(error)}`),
  });
  const beBusy = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    busy = promise;
    return resolve;
  };
  return { saves, calls, log, beBusy };
}
const bytes = Uint8Array.of(1);
/** Until everything that can go on without the disk has gone on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what comes in one turn goes to the store together, numbered on from the last", async () => {
  const { saves, calls } = queue();
  saves.add("a", bytes);
  saves.add("b", bytes);
  saves.claim(7, participantId("person-1"));
  await settle();
  saves.add("c", bytes);
  await settle();
  expect(calls.map(({ append }) => [append.after, append.updates.length, append.claims.length])).toEqual([
    [10, 2, 1],
    [12, 1, 0],
  ]);
  expect(saves.seq).toBe(13);
});

test("what comes while the store is busy with others goes along when it is taken, numbered as it came", async () => {
  const { saves, calls, log, beBusy } = queue();
  const goOn = beBusy();
  saves.add("a", bytes);
  saves.receipt("anne", 1);
  await settle();
  saves.add("b", bytes);
  saves.receipt("anne", 2);
  expect(saves.seq).toBe(12);
  goOn();
  await settle();
  saves.add("c", bytes);
  await settle();
  expect(calls.map(({ append }) => [append.after, append.updates.length])).toEqual([
    [10, 2],
    [12, 1],
  ]);
  calls[0]?.commit();
  await settle();
  expect(log).toEqual(["saved a,b", "anne 2"]);
});

test("SYNC-SAVE-1 nothing is told before its commit; then the edits first, then one receipt for each reader", async () => {
  const { saves, calls, log } = queue();
  saves.add("a", bytes);
  saves.receipt("anne", 1);
  saves.add("b", bytes);
  saves.receipt("anne", 2);
  await settle();
  expect(log).toEqual([]);
  calls[0]?.commit();
  await settle();
  expect(log).toEqual(["saved a,b", "anne 2"]);
});

test("a receipt for what changed nothing waits for what is under way, and for nothing when all is saved", async () => {
  const { saves, calls, log } = queue();
  saves.receipt("anne", 1);
  expect(log).toEqual(["anne 1"]);
  saves.add("b", bytes);
  await settle();
  saves.receipt("anne", 2);
  expect(log).toEqual(["anne 1"]);
  calls[0]?.commit();
  await settle();
  expect(log).toEqual(["anne 1", "saved b", "anne 2"]);
});

test("a failed append ends the queue: no receipts, no edits, waiting ones are told once", async () => {
  const { saves, calls, log } = queue();
  saves.add("a", bytes);
  saves.receipt("anne", 1);
  await settle();
  saves.add("b", bytes);
  saves.receipt("anne", 2);
  const waiting = saves.saved().catch((error: unknown) => `gave up: ${String(error)}`);
  await settle();
  calls[0]?.fail(new Error("full"));
  calls[1]?.commit();
  expect(await waiting).toBe("gave up: Error: full");
  await settle();
  expect(log).toEqual(["failed Error: full"]);
});

test("a store that takes an append while it is handed over is found out: what is added next would be lost", async () => {
  const failures: unknown[] = [];
  const saves = new SaveQueue<string, string>({
    seq: 0,
    append: async (take) => await Promise.resolve(take().after),
    onSaved: () => {},
    onFailed: (error) => failures.push(error),
  });
  saves.add("a", bytes);
  await settle();
  expect(String(failures)).toContain("before there was anything in it");
});
