// Much here happens one after the other.
/* oxlint-disable no-await-in-loop */
import { httpLimits } from "@faelleskort/server/policies/limits.ts";
import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import type { Store } from "@faelleskort/server/workshops/ports.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { enter } from "../contracts/raw-client.ts";
import { call, command, join, runApp, runMemoryApp, startMeeting } from "../contracts/running-app.ts";
import { eventually } from "../kit/eventually.ts";
import { openLine } from "../kit/line.ts";
import { amount, progressOf } from "../kit/long-run.ts";
import { seededRandom, seedsToRun, withSeed } from "../kit/random.ts";
import { browserOf, openPage, type Page } from "./kit/device.ts";
import { freshBoard, Person } from "./kit/person.ts";
import { lostFrom } from "./kit/work.ts";

const day = 24 * 60 * 60 * 1000;
const isSaved = ({ session }: Page): boolean => session.status.get().kind === "saved";
const notesOf = ({ session }: Page) => readBoard(session.board).notesById;

test("FAULT-6 a device that was away for three days merges what it did meanwhile with all that happened", async () => {
  const store = createMemoryStore();
  const first = await runApp(store);
  const { id, participant, facilitator, observer } = await startMeeting(first.url);
  const browser = browserOf(participant);
  const line = await openLine(Number(new URL(first.url).port));
  const before = await openPage(browser, line.url);
  before.write("monday");
  await eventually("monday to be saved", () => isSaved(before));
  await line.cut();
  before.write("offline");
  await eventually("it to be kept on the device", () => before.session.keeping.get() === "stored");
  await before.close();

  const others = new Person("others", first.url, facilitator, seededRandom(6));
  await others.connect();
  for (let count = 0; count < 1_200; count += 1) {
    others.edit();
    if (count % 100 !== 99) continue;
    first.clock.time += 1_000;
    await others.caughtUp();
  }
  await others.leave();
  await first.stop();
  const stored = await store.loadDocument(id, "board");
  expect(stored?.seq).toBeGreaterThan(1_200);
  expect(stored?.tail.length, "folded up").toBe(0);

  await using second = await runApp(store);
  second.clock.time = first.clock.time + 3 * day;
  const after = await openPage(browser, second.url);
  after.write("thursday");
  await eventually("the device to be saved", () => isSaved(after));
  const board = await freshBoard(second.url, observer);
  for (const name of ["note-monday", "note-offline", "note-thursday"])
    expect([...readBoard(board).notesById.keys()]).toContain(name);
  expect(lostFrom(board, others.entries)).toEqual([]);
  expect(readBoard(after.session.board)).toEqual(readBoard(board));
  await after.close();
});

test("FAULT-7 two windows of one person are both saved and see the same; what one kept offline the other finds", async () => {
  await using app = await runMemoryApp();
  const { participant, observer } = await startMeeting(app.url);
  const line = await openLine(Number(new URL(app.url).port));
  const browser = browserOf(participant);
  const [left, right] = await Promise.all([openPage(browser, line.url), openPage(browser, line.url)]);
  expect(left.session.board.clientID).not.toBe(right.session.board.clientID);
  for (let count = 0; count < 20; count += 1) {
    left.write(`left-${count}`);
    right.write(`right-${count}`);
  }
  await eventually("both to have all", () =>
    [left, right].every((page) => isSaved(page) && notesOf(page).size === 40),
  );
  await line.cut();
  left.write("left-offline");
  right.write("right-offline");
  await eventually("both to be kept here", () =>
    [left, right].every(
      ({ session }) => session.keeping.get() === "stored" && session.status.get().kind === "offline",
    ),
  );
  await Promise.all([left.close(), right.close()]);
  const offline = await openPage(browser, line.url);
  expect(notesOf(offline).size).toBe(42);
  await line.mend();
  offline.session.retry();
  await eventually("what both kept to be saved", () => isSaved(offline));
  expect(readBoard(await freshBoard(app.url, observer))).toEqual(readBoard(offline.session.board));
  await offline.close();
  await line.close();
});

test.each(seedsToRun(1))(
  "SAVE-4 reloaded again and again, with and without a connection, a page loses nothing that it called kept or saved (SEED=%i)",
  async (seed) => {
    await withSeed(seed, async (random) => {
      await using app = await runMemoryApp();
      const { participant, observer } = await startMeeting(app.url);
      const line = await openLine(Number(new URL(app.url).port));
      const browser = browserOf(participant);
      await (await openPage(browser, line.url)).close();
      const reloads = amount("FAULTS", { short: 30, long: 200 });
      let isCut = false;
      for (let reload = 0; reload < reloads; reload += 1) {
        if (random.chance(0.3)) {
          await (isCut ? line.mend() : line.cut());
          isCut = !isCut;
        }
        app.clock.time += 1_000;
        const page = await openPage(browser, line.url);
        expect(notesOf(page).size, `after ${reload} reloads`).toBe(reload);
        page.write(`note-${reload}`);
        if (!isCut && random.chance(0.5)) await eventually("it to be saved", () => isSaved(page));
        await eventually("it to be kept here", () => page.session.keeping.get() === "stored");
        await page.close();
      }
      if (isCut) await line.mend();
      const last = await openPage(browser, line.url);
      await eventually("all to be saved", () => isSaved(last));
      expect(readBoard(await freshBoard(app.url, observer)).notesById.size).toBe(reloads);
      await last.close();
      await line.close();
    });
  },
);

test.each([
  ["forward by a day", day],
  ["back by a day", -day],
])(
  "FAULT-8 with the server's clock set %s nobody is shut out, edits are saved, limits go on, and a timer runs its time",
  async (_what, jump) => {
    await using app = await runMemoryApp();
    app.clock.time = Date.now();
    const { created, participant, facilitator, observer } = await startMeeting(app.url);
    const anne = await openPage(browserOf(participant), app.url);
    anne.write("before");
    await eventually("anne to be saved", () => isSaved(anne));
    // Nearly all that one connection may send at once.
    const busy = await enter(app.url, facilitator);
    await busy.roundTrip();
    // Of a type that is passed over: they count as frames, and cost nothing else.
    const send = (frames: number) => {
      for (let count = 0; count < frames; count += 1) busy.send(Uint8Array.of(100));
    };
    send(550);
    await busy.roundTrip();
    const wrong = { body: { invite: "349CFX" } };
    for (let tries = 0; tries <= httpLimits.wrongInvites; tries += 1)
      await call(app.url, "/api/join/preview", wrong);
    expect((await call(app.url, "/api/join/preview", wrong)).status).toBe(429);

    app.clock.time += jump;
    anne.write("after");
    await eventually("anne to be saved again", () => isSaved(anne));
    expect(anne.shown.map(({ kind }) => kind)).not.toContain("offline");
    // Ten minutes later all limits have started anew, whatever the clock shows.
    app.clock.time += 10 * 60_000 + 1;
    send(550);
    await busy.roundTrip();
    expect(busy.closeCode).toBe(null);
    expect((await call(app.url, "/api/join/preview", wrong)).status).toBe(404);
    const late = await join(app.url, created.invites.participant.secret);
    expect((await call(app.url, `/api/workshops/${late.workshopId}/me`, late)).status).toBe(200);

    await command(app.url, facilitator, { type: "timer.start" });
    await eventually("the timer to be right on anne's screen", () => {
      const stage = anne.session.stage.get();
      const minutes = stage?.steps.find(({ id }) => id === stage.currentStep)?.minutes ?? 0;
      if (stage?.timer.state !== "running" || minutes === 0) return false;
      return Math.abs(stage.timer.deadline - anne.session.clock.now() - minutes * 60_000) < 20_000;
    });
    expect(readBoard(await freshBoard(app.url, observer)).notesById.size).toBe(2);
    busy.close();
    await anne.close();
  },
);

test.each(seedsToRun(amount("FAULTS", { short: 3, long: 60 })))(
  "FAULT-9 coming and going while journals are folded and rooms unloaded loses nothing, and who comes gets everything (SEED=%i)",
  async (seed) => {
    await withSeed(seed, async (random) => {
      const progress = progressOf("FAULTS", `coming and going, SEED=${seed}`);
      const memory = createMemoryStore();
      const people: Person[] = [];
      let folded = 0;
      const isFolded = (): boolean => folded > 0;
      const store: Store = {
        ...memory,
        writeSnapshot: async (...args) => {
          if (people.some(({ isConnected }) => isConnected)) folded += 1;
          await memory.writeSnapshot(...args);
        },
      };
      await using app = await runApp(store, { idleMs: 0 });
      const { id, created, observer } = await startMeeting(app.url);
      for (const name of ["p0", "p1", "p2"]) {
        const guest = await join(app.url, created.invites.participant.secret);
        people.push(new Person(name, app.url, guest, random));
      }
      for (let turn = 0; turn < 25; turn += 1) {
        app.clock.time += 5_000;
        for (const person of people) for (let count = random.below(150); count > 0; count -= 1) person.edit();
        // A slow disk stretches the moment in which a snapshot is on its way, and all want in and out of it.
        const release = random.chance(0.5) ? memory.hold() : null;
        const moving = people.filter(() => random.chance(0.7));
        const moves = moving.map((person) => (person.isConnected ? person.leave() : person.connect()));
        await new Promise((resolve) => setTimeout(resolve, random.below(5)));
        release?.();
        await Promise.all(moves);
        // What is stored: a room still in memory would hide what its journal lost.
        const promised = people.flatMap(({ entries }) => entries.map((entry) => ({ ...entry })));
        expect(lostFrom(await storedBoard(memory, id), promised)).toEqual([]);
        if (random.chance(0.5)) continue;
        const before = people.flatMap(({ entries }) => entries.map((entry) => ({ ...entry })));
        expect(lostFrom(await freshBoard(app.url, observer), before)).toEqual([]);
      }
      // One stays and writes more than a journal keeps, so that it is folded while the others come and go.
      const [staying, ...others] = people;
      if (staying === undefined) throw new Error("nobody is there");
      if (!staying.isConnected) await staying.connect();
      for (let turn = 0; turn < 6 || (!isFolded() && turn < 40); turn += 1) {
        app.clock.time += 5_000;
        const release = random.chance(0.5) ? memory.hold() : null;
        for (let count = 0; count < 100; count += 1) {
          staying.edit();
          if (count % 10 === 9) await new Promise((resolve) => setImmediate(resolve));
        }
        const moves = others.map((person) => (person.isConnected ? person.leave() : person.connect()));
        await new Promise((resolve) => setTimeout(resolve, random.below(5)));
        release?.();
        await Promise.all([staying.caughtUp(), ...moves]);
        const written = people.flatMap(({ entries }) => entries.map((entry) => ({ ...entry })));
        expect(lostFrom(await storedBoard(memory, id), written)).toEqual([]);
      }
      await Promise.all(people.filter(({ isConnected }) => !isConnected).map((person) => person.connect()));
      await Promise.all(people.map((person) => person.caughtUp()));
      const board = await freshBoard(app.url, observer);
      expect(people.flatMap(({ entries }) => lostFrom(board, entries))).toEqual([]);
      expect(people.reduce((sum, { savedCount }) => sum + savedCount, 0)).toBeGreaterThan(500);
      const stored = readBoard(board);
      await eventually("all to see the same", () => {
        for (const { doc } of people) expect(readBoard(doc)).toEqual(stored);
        return true;
      });
      expect(people.flatMap(({ refusals }) => refusals)).toEqual([]);
      await Promise.all(people.map((person) => person.leave()));
      expect(folded, "journals folded while somebody was there").toBeGreaterThan(0);
      progress.end(`${folded} journals folded while somebody was there`);
    });
  },
);

async function storedBoard(store: Store, id: WorkshopId): Promise<Y.Doc> {
  const stored = await store.loadDocument(id, "board");
  if (stored === null) throw new Error("the board isn't stored");
  const doc = new Y.Doc();
  for (const update of [stored.snapshot, ...stored.tail]) Y.applyUpdate(doc, update);
  return doc;
}
