import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  databaseFileName,
  openSqliteStore,
  type SqliteStore,
} from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { StoreRefused, StoreUnavailable } from "@faelleskort/server/workshops/ports.ts";
import { participantId } from "@faelleskort/shared/model/ids.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { damageNewestUpdate, setVersion, tamper } from "./store-damage.ts";
import {
  bytesOf,
  codeHashOf,
  sampleInvite,
  samplePicture,
  sampleSession,
  sampleWorkshop,
  textOf,
} from "./store-sample.ts";

// What only a store with a file can promise. The rest is in store-contract.ts.

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "faelleskort-sqlite-"));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

async function open(): Promise<SqliteStore> {
  const opened = await openSqliteStore(directory);
  if (!opened.ok) throw opened.error;
  return opened.value;
}

const workshop = sampleWorkshop("first");
const invite = sampleInvite("p", workshop.id, { codeHash: codeHashOf("349CFH") });
const session = sampleSession("anna", invite);
const picture = samplePicture("map", workshop.id);

async function filled(): Promise<SqliteStore> {
  const store = await open();
  await store.createWorkshop({ ...workshop, invites: [invite] });
  await store.addSession(session);
  await store.putPicture(picture);
  const claims = [{ clientId: 7, participantId: participantId("participant-anna") }];
  await store.append(workshop.id, "board", () => ({
    after: 0,
    updates: ["one", "two", "three"].map(bytesOf),
    claims,
  }));
  await store.writeSnapshot(workshop.id, "board", 1, bytesOf("one"));
  return store;
}

test("everything is there after closing and opening again, and the count goes on", async () => {
  await (await filled()).close();
  const store = await open();
  expect(await store.readWorkshop(workshop.id)).toMatchObject({ id: workshop.id, epoch: 1 });
  expect(await store.listInvites(workshop.id)).toEqual([invite]);
  expect(await store.findInviteByCodeHash(codeHashOf("349CFH"))).toEqual(invite);
  expect(await store.findSession(session.tokenHash)).toEqual(session);
  expect(await store.readPicture(workshop.id, picture.id)).toEqual(picture);
  expect(await store.loadDocument(workshop.id, "board")).toEqual({
    snapshot: bytesOf("one"),
    tail: ["two", "three"].map(bytesOf),
    seq: 3,
    clientOwners: new Map([[7, "participant-anna"]]),
    damaged: 0,
  });
  expect(
    await store.append(workshop.id, "board", () => ({ after: 3, updates: [bytesOf("four")], claims: [] })),
  ).toBe(4);
  await store.close();
});

test("SAVE-6 a last record damaged while closed is left out and reported; the rest opens", async () => {
  await (await filled()).close();
  damageNewestUpdate(directory, workshop.id, "board");
  const store = await open();
  const board = await store.loadDocument(workshop.id, "board");
  expect(board).toMatchObject({ seq: 3, damaged: 1 });
  expect(board?.tail.map(textOf)).toEqual(["two"]);
  await store.close();
});

test("a row standing in another's place is found, though its bytes are sound", async () => {
  await (await filled()).close();
  tamper(directory, "UPDATE arrival SET seq = 9 WHERE seq = 3");
  const store = await open();
  expect(await store.loadDocument(workshop.id, "board")).toMatchObject({ seq: 9, damaged: 1 });
  await store.close();
});

test("a damaged snapshot or picture is refused by name, and hurts nothing else", async () => {
  await (await filled()).close();
  tamper(directory, "UPDATE snapshot SET state = X'00' WHERE seq = 1");
  tamper(directory, "UPDATE picture SET bytes = X'00'");
  const store = await open();
  const damaged = (error: unknown) => error instanceof StoreRefused && error.code === "damaged";
  await expect(store.loadDocument(workshop.id, "board")).rejects.toSatisfy(damaged);
  await expect(store.readPicture(workshop.id, picture.id)).rejects.toSatisfy(damaged);
  expect(textOf((await store.loadDocument(workshop.id, "stage"))?.snapshot)).toBe("stage of first");
  await store.close();
});

test("a file that isn't a database, or is of a newer version, is one readable reason and stays as it is", async () => {
  await writeFile(join(directory, databaseFileName), "not a database ".repeat(1_000));
  const garbage = await openSqliteStore(directory);
  expect(garbage.ok ? "opened" : garbage.error.message).toMatch(/^the disk or the data file fails: [^\n]+$/);
  await rm(join(directory, databaseFileName));
  await (await open()).close();
  setVersion(directory, 99);
  const newer = await openSqliteStore(directory);
  expect(newer.ok ? "opened" : newer.error.message).toContain("written by a newer version");
});

test("a directory that can't be made is one readable reason", async () => {
  await writeFile(join(directory, "a-file"), "");
  const opened = await openSqliteStore(join(directory, "a-file", "data"));
  expect(opened.ok ? opened : opened.error).toBeInstanceOf(StoreUnavailable);
  expect(opened.ok ? "opened" : opened.error.message).toMatch(/^the data directory can't be made: /);
});
