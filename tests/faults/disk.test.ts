import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteStore, type SqliteStore } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { call, codeOf, runApp, startMeeting } from "../contracts/running-app.ts";
import { eventually } from "../kit/eventually.ts";
import { browserOf, openPage } from "./kit/device.ts";
import { freshBoard } from "./kit/person.ts";

// Our client's own session against the whole server, on a disk that stops taking anything.

let directory: string;
let store: SqliteStore;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "faelleskort-disk-"));
  const opened = await openSqliteStore(directory);
  if (!opened.ok) throw opened.error;
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

const troubles = [
  {
    name: "full",
    reason: "the disk is full",
    begin: () => store.limitPages(1),
    end: () => store.limitPages(null),
  },
  {
    name: "read-only",
    reason: "read-only",
    begin: () => store.refuseWrites(true),
    end: () => store.refuseWrites(false),
  },
];

test.each(troubles)(
  "FAULT-3 SAVE-3 on a disk that is $name people go on, nobody is told saved, /healthz says why, and all is saved by itself afterwards",
  async ({ begin, end, reason }) => {
    await using app = await runApp(store, { idleMs: 60_000 });
    const { participant, facilitator, observer } = await startMeeting(app.url);
    const [anne, bo] = await Promise.all(
      [participant, facilitator].map((guest) => openPage(browserOf(guest), app.url)),
    );
    if (anne === undefined || bo === undefined) throw new Error("nobody came");
    anne.write("before");
    await eventually("both to be saved", () => [anne, bo].every(isSaved) && notesOf(bo).size === 1);

    await begin();
    const shownBefore = [anne, bo].map(({ shown }) => shown.length);
    // More than fits into pages that are there already.
    anne.write("anne", "a".repeat(20_000));
    bo.write("bo", "b".repeat(20_000));
    await eventually("the server to notice", async () => (await call(app.url, "/healthz")).status === 503);
    const health = await call(app.url, "/healthz");
    expect([codeOf(health), health.text]).toEqual(["store-unavailable", expect.stringContaining(reason)]);
    await eventually("both to hear of it", () =>
      [anne, bo].every(({ session }) => session.status.get().kind === "offline"),
    );
    // Work goes on, through several attempts to come back.
    for (let count = 0; count < 20; count += 1) {
      anne.write(`more-${count}`);
      app.clock.time += 1_000;
      anne.session.retry();
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const shown = [anne, bo].flatMap((page, index) => page.shown.slice(shownBefore[index]));
    expect(shown.filter(({ kind }) => kind === "saved")).toEqual([]);
    await eventually("it to be kept on the device", () => anne.session.keeping.get() === "stored");
    expect(notesOf(anne).size).toBe(22);

    await end();
    await eventually("everything to be saved, by itself", () => [anne, bo].every(isSaved), {
      withinMs: 30_000,
    });
    const stored = readBoard(await freshBoard(app.url, observer));
    expect(stored.notesById.size).toBe(23);
    await eventually("both to see it", () => {
      for (const { session } of [anne, bo]) expect(readBoard(session.board)).toEqual(stored);
      return true;
    });
    expect((await call(app.url, "/healthz")).status).toBe(200);
    await Promise.all([anne.close(), bo.close()]);
  },
);

type Page = Awaited<ReturnType<typeof openPage>>;
const isSaved = ({ session }: Page): boolean => session.status.get().kind === "saved";
const notesOf = ({ session }: Page) => readBoard(session.board).notesById;
