import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import * as Y from "yjs";
import { seededRandom } from "../../kit/random.ts";
import { writeCards } from "../load/cards.ts";
import { newSums, pause, Room } from "../load/room.ts";
import { median } from "../statistics/median.ts";
import { cpuTime } from "../subjects/process-usage.ts";
import { startSubject, type Subject } from "../subjects/subject.ts";
import { cpuUntilQuiet } from "./many-rooms.ts";
import type { RunPlan, RunResult } from "./scenario.ts";

const cardCount = 5_000;
const joins = 7;

/**
 * One client sends a hundred thousand moves over five thousand cards as fast as they are taken; storage is on. Then people join the
 * document: while it is in memory, and, the first one, after a restart.
 */
export async function largeDocument({ subject: name, profiles }: RunPlan): Promise<RunResult> {
  await using cleanup = new AsyncDisposableStack();
  const subject = await startSubject(name, { stores: true, soleWriter: true });
  cleanup.defer(() => subject.close());
  const moves = 100_000;
  const sums = newSums();
  const room = await Room.prepare(subject, { writers: 1, listeners: joins + 1 }, sums);
  const [writer, ...readers] = room.people;
  if (writer === undefined) throw new Error("nobody to write");
  await writer.join(subject.server.port);
  writer.writeCards(cardCount);
  await writer.ask();
  await cpuUntilQuiet(subject.server.pid);

  const { pid } = subject.server;
  const before = cpuTime(pid);
  const startedAt = performance.now();
  if (profiles) await subject.server.ask("profile");
  await sendMoves(room, moves);
  let final: Uint8Array = new Uint8Array(0);
  await writer.ask((update) => {
    final = Uint8Array.from(update);
  });
  const ingestSeconds = (performance.now() - startedAt) / 1_000;
  await cpuUntilQuiet(pid, 3_500);
  const after = cpuTime(pid);
  const ingesting = profiles ? (await subject.server.ask("profile-end")).hotSpots : [];
  const storedMb = await sizeOf(subject.directory);
  const remarks = [...wrongContent("after the moves", final, moves), ...refusals(sums.refused)];

  const atLeast = final.length / 2;
  if (profiles) await subject.server.ask("profile");
  const warm: number[] = [];
  for (const reader of readers.slice(0, joins)) {
    // One after the other, each with the server to themselves.
    // oxlint-disable-next-line no-await-in-loop
    warm.push(await timedJoin(subject, reader, atLeast));
    // oxlint-disable-next-line no-await-in-loop
    await pause(200);
  }
  const joining = profiles ? (await subject.server.ask("profile-end")).hotSpots : [];
  room.leave();
  await cpuUntilQuiet(pid);

  await subject.restart();
  const last = readers.at(-1);
  if (last === undefined) throw new Error("nobody to come after the restart");
  if (profiles) await subject.server.ask("profile");
  let kept: Uint8Array = new Uint8Array(0);
  const coldJoinMs = await timedJoin(subject, last, atLeast, (update) => {
    kept = Uint8Array.from(update);
  });
  const opening = profiles ? (await subject.server.ask("profile-end")).hotSpots : [];
  remarks.push(...wrongContent("after the restart", kept, moves));
  last.socket.end();
  return {
    metrics: {
      // Scaled, so that a shorter run can be read beside the long one.
      ingestCpu: ((after.all - before.all) / 1_000) * (100_000 / moves),
      ingestMainCpu: ((after.main - before.main) / 1_000) * (100_000 / moves),
      ingestSeconds: ingestSeconds * (100_000 / moves),
      documentKb: final.length / 1_024,
      contentKb: freshDocumentKb(),
      storedMb,
      warmJoinMs: median(warm),
      coldJoinMs,
    },
    hotSpots: { ingesting, joining, "opening after the restart": opening },
    remarks,
  };
}

/** Each move is of another card; the event loop gets a turn now and then, or the socket would never drain. */
async function sendMoves(room: Room, count: number): Promise<void> {
  const random = seededRandom(5);
  const [writer] = room.writers;
  for (let sequence = 1; sequence <= count; sequence += 1) {
    writer?.moveCard(random.below(cardCount), sequence);
    if (sequence % 500 === 0) {
      // oxlint-disable-next-line no-await-in-loop
      await pause(0);
    }
  }
}

async function timedJoin(
  subject: Subject,
  reader: Room["people"][number],
  atLeast: number,
  keep: (update: Uint8Array) => void = () => {},
): Promise<number> {
  const startedAt = performance.now();
  await reader.joinFor(subject.server.port, atLeast, keep);
  return performance.now() - startedAt;
}

/** What the document should hold but doesn't. */
function wrongContent(when: string, update: Uint8Array, lastMove: number): string[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const actors = [...readBoard(doc).actorsById.values()];
  const newest = Math.max(...actors.map(({ wall }) => wall?.x ?? 0));
  const lost =
    actors.length === cardCount && newest >= lastMove ? [] : [`${actors.length} cards, newest ${newest}`];
  return lost.map((what) => `${when} the document isn't what was sent: ${what}`);
}

const refusals = (count: number): string[] => (count === 0 ? [] : [`${count} edits were refused`]);

async function sizeOf(directory: string | null): Promise<number> {
  if (directory === null) return Number.NaN;
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_048_576;
}

/** What the same cards weigh when they are written once. */
const freshDocumentKb = (): number => Y.mergeUpdates([...writeCards(1, cardCount).updates]).length / 1_024;
