import { readFile } from "node:fs/promises";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { describe, expect, test } from "vitest";
import { type Guest, join, runMemoryApp, startMeeting } from "../contracts/running-app.ts";
import { beatenTimers } from "../kit/beats.ts";
import { eventually } from "../kit/eventually.ts";
import { openLine } from "../kit/line.ts";
import { amount } from "../kit/long-run.ts";
import { seededRandom } from "../kit/random.ts";
import { startServer } from "../kit/server.ts";
import { browserOf, openPage, type Page } from "./kit/device.ts";
import { freshBoard, Person } from "./kit/person.ts";
import { lostFrom } from "./kit/work.ts";

const isSaved = ({ session }: Page): boolean => session.status.get().kind === "saved";
const notesOf = ({ session }: Page) => readBoard(session.board).notesById;
const sees = (page: Page, other: Page): boolean =>
  page.session.awareness.getStates().has(other.session.board.clientID);

/** Writes and waits until that is on disk: what the server asked before has then been answered, too. */
async function roundTrip(page: Page, name: string): Promise<void> {
  page.write(name);
  await eventually("a round trip", () => isSaved(page), { everyMs: 5 });
}

describe("a line that goes dead", () => {
  test("FAULT-4 without a word is ended by the heartbeat; its owner vanishes for others, isn't told saved, and comes back by itself", async () => {
    const { timers, beat } = beatenTimers();
    await using app = await runMemoryApp({ timers });
    const line = await openLine(Number(new URL(app.url).port));
    const { participant, facilitator, observer } = await startMeeting(app.url);
    const anne = await openPage(browserOf(facilitator), app.url);
    const bo = await openPage(browserOf(participant), line.url);
    for (const [name, page] of Object.entries({ anne, bo })) page.session.awareness.setLocalState({ name });
    await eventually(
      "both to see each other",
      () => [anne, bo].every(isSaved) && sees(anne, bo) && sees(bo, anne),
    );
    const annesStatuses = anne.shown.length;

    line.freeze();
    const bosStatuses = bo.shown.length;
    bo.write("while-frozen");
    app.clock.time += 25_000;
    beat();
    await roundTrip(anne, "first");
    await roundTrip(anne, "second");
    expect(sees(anne, bo)).toBe(true);
    app.clock.time += 25_000;
    beat();
    await eventually("bo to vanish", () => !sees(anne, bo));
    expect(anne.shown.slice(annesStatuses).map(({ kind }) => kind)).not.toContain("offline");
    expect(bo.shown.slice(bosStatuses).map(({ kind }) => kind)).toEqual(["saving"]);
    expect(notesOf(anne).size).toBe(2);

    line.thaw();
    await eventually("bo to be back by himself", () => isSaved(bo));
    await eventually("anne to see bo", () => sees(anne, bo));
    await eventually("bo to see anne", () => sees(bo, anne));
    await eventually("all to see all", () => [anne, bo].every((page) => notesOf(page).size === 3));
    expect(readBoard(await freshBoard(app.url, observer)).notesById.size).toBe(3);
    await Promise.all([anne.close(), bo.close()]);
    await line.close();
  });

  // Half a minute of waiting, decided by y-websocket: in the long form only.
  test.each(Array.from({ length: amount("FAULTS", { short: 0, long: 1 }) }))(
    "FAULT-4 is noticed by the page itself, too, which says that it is offline",
    async () => {
      await using app = await runMemoryApp();
      const line = await openLine(Number(new URL(app.url).port));
      const { participant } = await startMeeting(app.url);
      const bo = await openPage(browserOf(participant), line.url);
      await eventually("bo to be in", () => isSaved(bo));
      line.freeze();
      bo.write("while-frozen");
      await eventually("bo to notice", () => bo.session.status.get().kind === "offline", {
        withinMs: 90_000,
      });
      line.thaw();
      bo.session.retry();
      await eventually("bo to be back", () => isSaved(bo), { withinMs: 30_000 });
      await bo.close();
      await line.close();
    },
  );

  test("FAULT-4 again and again loses nothing of what is written meanwhile", async () => {
    await using app = await runMemoryApp();
    const line = await openLine(Number(new URL(app.url).port));
    const { participant, observer } = await startMeeting(app.url);
    const bo = await openPage(browserOf(participant), line.url);
    for (let cuts = 0; cuts < amount("FAULTS", { short: 6, long: 60 }); cuts += 1) {
      bo.write(`before-${cuts}`);
      // oxlint-disable-next-line no-await-in-loop
      await line.cut();
      bo.write(`during-${cuts}`);
      // oxlint-disable-next-line no-await-in-loop
      await eventually("bo to notice", () => bo.session.status.get().kind === "offline");
      // oxlint-disable-next-line no-await-in-loop
      await line.mend();
      bo.session.retry();
      bo.write(`after-${cuts}`);
      // oxlint-disable-next-line no-await-in-loop
      await eventually("bo to be saved", () => isSaved(bo));
      app.clock.time += 1_000;
      // oxlint-disable-next-line no-await-in-loop
      const stored = readBoard(await freshBoard(app.url, observer));
      expect(stored.notesById.size).toBe((cuts + 1) * 3);
    }
    await bo.close();
    await line.close();
  });
});

test("FAULT-5 three hundred who come back at once all have everything, and the server stays small", async () => {
  await using server = await startServer();
  const { created, observer } = await startMeeting(server.url);
  const empty = await megabytesOf(server.pid());
  const random = seededRandom(5);
  const guests: Guest[] = [];
  while (guests.length < 300) {
    const joining = Array.from({ length: 30 }, () => join(server.url, created.invites.participant.secret));
    // oxlint-disable-next-line no-await-in-loop
    guests.push(...(await Promise.all(joining)));
  }
  const people = guests.map((guest, index) => new Person(`p${index}`, server.url, guest, random));
  await Promise.all(people.map((person) => person.connect()));
  for (const person of people) person.edit();
  await Promise.all(people.map((person) => person.caughtUp()));
  const before = await megabytesOf(server.pid());

  await server.kill();
  await Promise.all(people.map((person) => person.ended()));
  for (const person of people) for (let count = 0; count < 2; count += 1) person.edit();
  await server.restart();
  await Promise.all(people.map((person) => person.connect()));
  await Promise.all(people.map((person) => person.caughtUp()));
  const board = await freshBoard(server.url, observer);
  expect(people.flatMap(({ entries }) => lostFrom(board, entries))).toEqual([]);
  expect(people.every(({ entries }) => entries.length === 3)).toBe(true);
  const stored = readBoard(board);
  await eventually("all to see everything", () => {
    for (const { doc } of people) expect(readBoard(doc).notesById.size).toBe(stored.notesById.size);
    return true;
  });
  for (const { doc } of people.slice(0, 20)) expect(readBoard(doc)).toEqual(stored);
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([]);
  // 300 sockets and what is on its way to them; not 300 copies of anything.
  const after = await megabytesOf(server.pid());
  const [none, first, back] = [empty, before, after].map((megabytes) => megabytes.toFixed(0));
  console.log(
    `300 people: at most ${none} MB without them, ${first} MB with them, ${back} MB while they came back`,
  );
  expect(Math.max(before, after) - empty).toBeLessThan(200);
  await Promise.all(people.map((person) => person.leave()));
  // And it isn't in memory only.
  await server.restart();
  const kept = await freshBoard(server.url, observer);
  expect(people.flatMap(({ entries }) => lostFrom(kept, entries))).toEqual([]);
});

/** The most memory a process has had, in MB. */
async function megabytesOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
