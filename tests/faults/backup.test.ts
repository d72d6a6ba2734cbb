import { execFile } from "node:child_process";
import { appendFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { fileURLToPath } from "node:url";
import { databaseFileName } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { actorRecord } from "@faelleskort/shared/doc/records.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { MeSchema } from "@faelleskort/shared/protocol/http.ts";
import * as v from "valibot";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openRaw } from "../contracts/raw-client.ts";
import { call, type Guest, join, startMeeting } from "../contracts/running-app.ts";
import { eventually } from "../kit/eventually.ts";
import { seedsToRun, withSeed } from "../kit/random.ts";
import { startServer } from "../kit/server.ts";
import { browserOf, openPage, type Page } from "./kit/device.ts";
import { freshBoard, Person } from "./kit/person.ts";
import { lostFrom } from "./kit/work.ts";

const program = fileURLToPath(import.meta.resolve("@faelleskort/server/backup/main.ts"));

/** `npx pnpm@12 backup FOLDER` and `restore FOLDER`, as the package's scripts run them. */
function run(
  command: "backup" | "restore",
  folder: string,
  dataDir: string,
): Promise<{ ok: boolean; said: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir };
    execFile(process.execPath, [program, command, folder], { env }, (error, stdout, stderr) =>
      resolve({ ok: error === null, said: stdout + stderr }),
    );
  });
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), "faelleskort-backup-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function epochOf(url: string, { workshopId, cookie }: Guest): Promise<number> {
  return v.parse(MeSchema, (await call(url, `/api/workshops/${workshopId}/me`, { cookie })).json).epoch;
}

test.each(seedsToRun(1))(
  "BACKUP-1 a backup made while people write holds everything that had its receipt before, and its links work (SEED=%i)",
  async (seed) => {
    await withSeed(seed, async (random) => {
      await using server = await startServer();
      const { created, facilitator, participant, observer } = await startMeeting(server.url);
      const people = [facilitator, participant].map(
        (guest, index) => new Person(`p${index}`, server.url, guest, random),
      );
      await Promise.all(people.map((person) => person.connect()));
      // About as fast as one may: the backup must not wait for a quiet moment.
      const writing = setInterval(() => people.forEach((person) => person.edit()), 6);
      await eventually("something to be saved", () => people.every(({ savedCount }) => savedCount > 100));
      const savedBefore = new Set(people.flatMap(({ entries }) => entries.filter(({ saved }) => saved)));
      expect(savedBefore.size).toBeGreaterThan(200);
      const made = await run("backup", joinPath(folder, "copy"), server.dataDir);
      expect(made).toMatchObject({ ok: true });
      const savedMeanwhile = people.reduce((sum, { savedCount }) => sum + savedCount, 0);
      expect(savedMeanwhile, "people went on").toBeGreaterThan(savedBefore.size);
      clearInterval(writing);
      await Promise.all(people.map((person) => person.leave()));

      const dataDir = joinPath(folder, "restored");
      expect(await run("restore", joinPath(folder, "copy"), dataDir)).toMatchObject({ ok: true });
      await using restored = await startServer({ dataDir });
      const entries = people.flatMap((person) => person.entries);
      const promised = entries.map((entry) => ({ ...entry, saved: savedBefore.has(entry) }));
      expect(lostFrom(await freshBoard(restored.url, observer), promised)).toEqual([]);
      const again = await join(restored.url, created.invites.participant.secret);
      const byCode = await join(restored.url, created.invites.participant.code ?? "");
      expect([again.workshopId, byCode.workshopId]).toEqual([created.workshopId, created.workshopId]);
      expect((await stat(dataDir)).mode & 0o077).toBe(0);
    });
  },
);

test("BACKUP-2 pages that are newer than a restored backup are told, spoil nothing, and keep their owner's cards as drafts", async () => {
  await using server = await startServer();
  const { facilitator, participant, observer } = await startMeeting(server.url);
  const browser = browserOf(participant);
  const anne = await openPage(browser, server.url);
  writeCard(anne, "in-the-backup");
  await eventually("the card to be saved", () => isSaved(anne));
  const epoch = await epochOf(server.url, participant);
  expect(await run("backup", joinPath(folder, "copy"), server.dataDir)).toMatchObject({ ok: true });
  writeCard(anne, "saved-afterwards");
  await eventually("the next card to be saved", () => isSaved(anne));
  const raw = await openRaw(server.url, participant.workshopId, "board", facilitator);
  // In the room, not only on its way there: who is still on the way is told to come again later.
  await raw.roundTrip();

  await server.stop();
  expect(await raw.closed()).toBe(closeCode.goingAway);
  writeCard(anne, "never-sent");
  for (const name of await readdir(server.dataDir)) await rm(joinPath(server.dataDir, name));
  expect(await run("restore", joinPath(folder, "copy"), server.dataDir)).toMatchObject({ ok: true });
  await server.restart();
  const renewed = await epochOf(server.url, participant);
  expect(renewed).toBeGreaterThan(epoch);
  await eventually("the page to be told", () => anne.session.status.get().kind === "reload");
  const old = await openRaw(server.url, participant.workshopId, `board?epoch=${epoch}`, facilitator);
  expect(await old.closed()).toBe(closeCode.otherEpoch);
  expect(cardsOf(await freshBoard(server.url, observer))).toEqual(["in-the-backup"]);
  await anne.close();

  const reloaded = await openPage(browser, server.url);
  await eventually("the lost cards to be offered", () => {
    expect(draftsOf(reloaded)).toEqual(["never-sent", "saved-afterwards"]);
    return true;
  });
  expect(cardsOf(await freshBoard(server.url, observer))).toEqual(["in-the-backup"]);
  reloaded.session.drafts.send(reloaded.session.drafts.list.get().map(({ id }) => id));
  await eventually("what was sent to be saved", () => isSaved(reloaded));
  const all = ["in-the-backup", "never-sent", "saved-afterwards"];
  expect(cardsOf(await freshBoard(server.url, observer))).toEqual(all);
  await reloaded.close();

  // The former copy is gone: nothing is offered twice, and no later start changes the epoch again.
  await server.restart();
  expect(await epochOf(server.url, participant)).toBe(renewed);
  const later = await openPage(browser, server.url);
  await eventually("the page to be up to date", () => isSaved(later));
  expect(draftsOf(later)).toEqual([]);
  const databases = await browser.indexedDB.databases();
  expect(databases.filter(({ name }) => name?.startsWith("faelleskort-board-")).length).toBe(1);
  await later.close();
});

test("BACKUP-3 restoring overwrites nothing and takes only whole backups; each says why in one line", async () => {
  await using server = await startServer();
  const { observer } = await startMeeting(server.url);
  const copy = joinPath(folder, "copy");
  expect(await run("backup", copy, joinPath(folder, "nowhere"))).toMatchObject({ ok: false });
  expect((await run("backup", copy, server.dataDir)).ok).toBe(true);
  const refusals = [await run("backup", copy, server.dataDir), await run("restore", copy, server.dataDir)];
  const data = joinPath(folder, "data");
  await mkdir(joinPath(folder, "half"));
  await writeFile(joinPath(folder, "half", databaseFileName), "");
  refusals.push(await run("restore", joinPath(folder, "half"), data));
  // A live server's own folder is no backup: without its log it may be days old.
  await server.stop();
  refusals.push(await run("restore", server.dataDir, data));
  await server.restart();
  expect((await call(server.url, `/api/workshops/${observer.workshopId}/me`, observer)).status).toBe(200);
  await writeFile(joinPath(copy, databaseFileName), "spoilt", { flag: "r+" });
  await appendFile(joinPath(copy, databaseFileName), "spoilt");
  refusals.push(await run("restore", copy, data));
  for (const { ok, said } of refusals) {
    expect([ok, said.trim().split("\n").length], said).toEqual([false, 1]);
    expect(said).not.toMatch(/^\s+at /m);
  }
  await expect(readdir(data)).rejects.toThrow("ENOENT");
});

function writeCard({ session }: Page, name: string): void {
  const id = actorId(`card-${name}`);
  const card = actorRecord({
    id,
    name,
    answers: { activities: "", partners: "", contribution: "" },
    category: null,
    author: { label: "", participantId: session.me.participantId },
    createdAt: 1,
    onWhoCard: false,
    wall: null,
    placement: null,
    mergedInto: null,
    deleted: false,
  });
  recordsOf(session.board, "actors").set(id, card);
}

const isSaved = ({ session }: Page): boolean => session.status.get().kind === "saved";
const draftsOf = ({ session }: Page): string[] =>
  session.drafts.list
    .get()
    .map(({ name }) => name)
    .sort();
const cardsOf = (board: Parameters<typeof readBoard>[0]): string[] =>
  [...readBoard(board).actorsById.values()].map(({ name }) => name).sort();
