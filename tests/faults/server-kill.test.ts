import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { openSqliteStore } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { join, type Meeting, startMeeting } from "../contracts/running-app.ts";
import { eventually } from "../kit/eventually.ts";
import { amount, progressOf } from "../kit/long-run.ts";
import { type Random, seedsToRun, withSeed } from "../kit/random.ts";
import { type ServerEntry, type ServerEnv, startServer, type TestServer } from "../kit/server.ts";
import { freshBoard, Person } from "./kit/person.ts";
import { lostFrom } from "./kit/work.ts";

// The whole server in a process of its own, killed while people write. (What the system's cache holds survives a SIGKILL: that commits
// are synced is asserted where the file is opened, `open-database.test.ts`.)

const faultyServer = new URL("kit/faulty-server.ts", import.meta.url);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** People at one board on a server that dies. */
interface Scene {
  readonly server: TestServer;
  readonly meeting: Meeting;
  readonly people: readonly Person[];
  readonly random: Random;
}

async function openScene(server: TestServer, random: Random): Promise<Scene> {
  const meeting = await startMeeting(server.url);
  const guests = await Promise.all(
    [1, 2, 3].map(() => join(server.url, meeting.created.invites.participant.secret)),
  );
  const people = [meeting.facilitator, ...guests].map(
    (guest, index) => new Person(`p${index}`, server.url, guest, random),
  );
  await Promise.all(people.map((person) => person.connect()));
  return { server, meeting, people, random };
}

/** Well below what one connection may send: at once, and then in a second. */
const framesAtOnce = 450;
const framesPerSecond = 150;

/** Everybody writes, a few edits each turn, until the server is gone. */
async function writeUntilDead(
  { people, random }: Scene,
  isEnough: () => boolean,
  kill: () => void,
): Promise<void> {
  let isKilled = false;
  const begun = performance.now();
  const framesBy = () => framesAtOnce + (framesPerSecond * (performance.now() - begun)) / 1_000;
  while (people.some(({ isConnected }) => isConnected)) {
    for (const person of people) {
      for (
        let count = random.below(4);
        count > 0 && person.isConnected && person.framesSent < framesBy();
        count -= 1
      )
        person.edit();
    }
    if (!isKilled && isEnough()) {
      isKilled = true;
      kill();
    }
    // Lets the sockets be read in between.
    // oxlint-disable-next-line no-await-in-loop
    await pause(1);
  }
}

const savedBy = (people: readonly Person[]): number =>
  people.reduce((sum, { savedCount }) => sum + savedCount, 0);

/** A moment to be killed in. `kill` leaves the server dead, and everything heard that it said. */
interface Moment {
  /** The server that runs when the moment comes. */
  readonly entry: ServerEntry;
  readonly env: (random: Random) => ServerEnv;
  readonly kill: (scene: Scene) => Promise<void>;
}

const moments = {
  writing: {
    entry: "main.ts",
    env: () => ({}),
    kill: async (scene) => {
      const { server, people, random } = scene;
      const enough = savedBy(people) + random.below(400);
      await writeUntilDead(
        scene,
        () => savedBy(people) >= enough,
        () => void server.kill(),
      );
      await server.kill();
    },
  },
  compaction: {
    entry: faultyServer,
    env: (random) => ({ FAULT: killAtSnapshot(random) }),
    kill: async (scene) => {
      process.kill(scene.server.pid(), "SIGUSR2");
      // `tailUpdatesAtMost` updates bring a snapshot at the latest, and the snapshot the end.
      await writeUntilDead(
        scene,
        () => false,
        () => {},
      );
    },
  },
  unloading: {
    entry: faultyServer,
    env: (random) => ({ FAULT: killAtSnapshot(random), IDLE_MS: String(random.below(30)) }),
    kill: async ({ server, people }) => {
      process.kill(server.pid(), "SIGUSR2");
      for (const person of people) person.edit();
      await Promise.all(people.map((person) => person.caughtUp()));
      for (const person of people) person.edit();
      await Promise.all(people.map((person) => person.leave()));
      await eventually("the server to die while unloading", () => !isAlive(server.pid()));
    },
  },
  starting: {
    entry: "main.ts",
    env: () => ({}),
    kill: async ({ server, people, random }) => {
      for (const person of people) person.edit();
      await server.kill();
      const starting = server.restart().catch(() => "killed before it listened");
      await pause(1 + random.below(900));
      await server.kill();
      await starting;
    },
  },
} as const satisfies Record<string, Moment>;

const killAtSnapshot = (random: Random): string =>
  random.chance(0.3) ? "kill-stored" : `kill-snapshot:${random.below(6)}`;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Everything with a receipt that a fresh reader doesn't find, before anybody who could bring it is back.
 * @param next for what the server is started again
 */
async function lostAfterRestart({ server, meeting, people, random }: Scene, next: Moment): Promise<string[]> {
  await Promise.all(people.map((person) => person.ended()));
  await server.restart(next.env(random), next.entry);
  const board = await freshBoard(server.url, meeting.observer);
  expect(isPending(board)).toBe(false);
  return people.flatMap(({ entries }) => lostFrom(board, entries));
}

const isPending = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

/** All come back with what they did meanwhile, and see the same. */
async function rejoin({ server, meeting, people }: Scene): Promise<void> {
  for (const person of people) for (let count = 0; count < 3; count += 1) person.edit();
  await Promise.all(people.map((person) => person.connect()));
  await Promise.all(people.map((person) => person.caughtUp()));
  const stored = readBoard(await freshBoard(server.url, meeting.observer));
  await Promise.all(
    people.map((person) =>
      eventually("all to see the same", () => {
        expect(readBoard(person.doc)).toEqual(stored);
        return true;
      }),
    ),
  );
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([]);
  expect(people.some(({ doc }) => isPending(doc))).toBe(false);
}

const killsPerBoard = 15;
const inTurn = ["writing", "compaction", "writing", "unloading", "writing", "starting"] as const;
const momentOf = (kill: number) => inTurn[kill % inTurn.length] ?? "writing";

describe.concurrent("a server killed", () => {
  test.each(seedsToRun(amount("FAULTS", { short: 2, long: 20 })))(
    "FAULT-1 loses nothing with a receipt, whether it was writing, folding up, unloading or starting, and all end up alike (SEED=%i)",
    async (seed) => {
      await withSeed(seed, async (random) => {
        await using server = await startServer();
        const scene = await openScene(server, random);
        const progress = progressOf("FAULTS", `kills, SEED=${seed}`);
        let saved = 0;
        for (let kill = 0; kill < killsPerBoard; kill += 1) {
          progress.at(kill, killsPerBoard);
          const name = momentOf(kill);
          // oxlint-disable-next-line no-await-in-loop
          await moments[name].kill(scene);
          // oxlint-disable-next-line no-await-in-loop
          const lost = await lostAfterRestart(scene, moments[momentOf(kill + 1)]);
          expect(lost, `after kill ${kill}, while ${name}`).toEqual([]);
          // oxlint-disable-next-line no-await-in-loop
          await rejoin(scene);
          expect(savedBy(scene.people), "receipts").toBeGreaterThan(saved);
          saved = savedBy(scene.people);
        }
        await Promise.all(scene.people.map((person) => person.leave()));
        await server.stop();
        const opened = await openSqliteStore(server.dataDir);
        if (!opened.ok) throw opened.error;
        const stored = await opened.value.loadDocument(scene.meeting.id, "board");
        expect(stored?.damaged).toBe(0);
        await opened.value.close();
        progress.end(`${killsPerBoard} kills; ${saved} edits had their receipt, and none was lost`);
      });
    },
  );
});

test.each(seedsToRun(1))(
  "FAULT-2 a server that acknowledges before the commit is caught by the same check (SEED=%i)",
  async (seed) => {
    await withSeed(seed, async (random) => {
      const early: Moment = { ...moments.writing, entry: faultyServer, env: () => ({ FAULT: "early" }) };
      await using server = await startServer({ entry: early.entry, env: early.env(random) });
      const scene = await openScene(server, random);
      let lost: string[] = [];
      // A kill may fall into a moment in which nothing was promised ahead; ten in a row can't.
      for (let kills = 0; lost.length === 0 && kills < 10; kills += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await early.kill(scene);
        // oxlint-disable-next-line no-await-in-loop
        lost = await lostAfterRestart(scene, early);
        // oxlint-disable-next-line no-await-in-loop
        await Promise.all(scene.people.map((person) => person.connect()));
      }
      expect(lost.length).toBeGreaterThan(0);
    });
  },
);
