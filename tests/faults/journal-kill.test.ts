import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSqliteStore, type SqliteStore } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import { amount } from "../kit/long-run.ts";
import { type Random, seedsToRun, withSeed } from "../kit/random.ts";
import { acknowledgedIn, roomNames, snapshotText, updateText, type WriterMode } from "./journal-record.ts";

// The promise: what was acknowledged is there after SIGKILL. A process that acknowledges before it hands over to the store must
// be caught by the same check, else the check is worth nothing. (The operating system's cache survives a SIGKILL, so this doesn't
// show that commits are synced; that is asserted where the file is opened, `open-database.test.ts`.)

for (const seed of seedsToRun(amount("FAULTS", { short: 5, long: 60 }))) {
  test(`nothing acknowledged is lost when the process is killed while appending (SEED=${seed})`, async () => {
    await withSeed(seed, async (random) => {
      const { acknowledged, lost, problems } = await killWhileWriting("durable", random);
      expect(acknowledged).toBeGreaterThan(0);
      expect(lost).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
}

for (const seed of seedsToRun(amount("FAULTS", { short: 2, long: 20 }))) {
  test(`a process that acknowledges early is caught losing what it acknowledged (SEED=${seed})`, async () => {
    await withSeed(seed, async (random) => {
      const { lost, problems } = await killWhileWriting("early", random);
      expect(lost.length).toBeGreaterThan(0);
      expect(problems).toEqual([]);
    });
  });
}

interface Aftermath {
  /** How many appends were acknowledged. */
  readonly acknowledged: number;
  /** Those of them that aren't there. */
  readonly lost: readonly string[];
  /** What is there but not as it was written. */
  readonly problems: readonly string[];
}

async function killWhileWriting(mode: WriterMode, random: Random): Promise<Aftermath> {
  const directory = await mkdtemp(join(tmpdir(), "faelleskort-kill-"));
  try {
    const output = await runUntilKilled(directory, mode, random);
    const newest = acknowledgedIn(output);
    const opened = await openSqliteStore(directory);
    if (!opened.ok) throw opened.error;
    const store = opened.value;
    const lost: string[] = [];
    const problems: string[] = [];
    for (const room of roomNames) {
      const found = await readRoom(store, room);
      problems.push(...found.problems);
      for (let seq = found.seq + 1; seq <= (newest.get(room) ?? 0); seq += 1) lost.push(`${room} ${seq}`);
    }
    await store.close();
    return { acknowledged: [...newest.values()].reduce((sum, seq) => sum + seq, 0), lost, problems };
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Kills the writer once it has acknowledged a random number of appends. @returns all that it said */
async function runUntilKilled(directory: string, mode: WriterMode, random: Random): Promise<string> {
  const killAfter = 1 + random.below(1_500);
  const writer = fileURLToPath(new URL("journal-writer.ts", import.meta.url));
  const child = spawn(process.execPath, [writer, directory, mode, String(random.seed)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_, signal) => resolve(signal)),
  );
  let output = "";
  let lines = 0;
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text: string) => {
    output += text;
    lines += text.split("\n").length - 1;
    if (lines >= killAfter) child.kill("SIGKILL");
  });
  expect(await ended).toBe("SIGKILL");
  return output;
}

/** Checks that the room holds every update up to its seq, exactly as written, and that it takes more. */
async function readRoom(store: SqliteStore, room: string): Promise<{ seq: number; problems: string[] }> {
  const id = workshopId(room);
  const loaded = await store.loadDocument(id, "board");
  // Killed before this room was made: then nothing can have been acknowledged for it.
  if (loaded === null) return { seq: 0, problems: [] };
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const uptoSeq = loaded.seq - loaded.tail.length;
  const problems: string[] = [];
  if (loaded.damaged > 0) problems.push(`${room} has ${loaded.damaged} damaged updates`);
  if (text(loaded.snapshot) !== snapshotText(room, uptoSeq)) {
    problems.push(`the snapshot of ${room} doesn't hold what its journal lacks (up to ${uptoSeq})`);
  }
  for (const [index, update] of loaded.tail.entries()) {
    const seq = uptoSeq + 1 + index;
    if (text(update) !== updateText(room, seq))
      problems.push(`update ${seq} of ${room} isn't the one written`);
  }
  const next = await store.append(id, "board", () => ({
    after: loaded.seq,
    updates: [new Uint8Array(1)],
    claims: [],
  }));
  if (next !== loaded.seq + 1) problems.push(`${room} doesn't go on counting`);
  return { seq: loaded.seq, problems };
}
