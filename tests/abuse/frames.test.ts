// Everything here happens one after the other.
/* oxlint-disable no-await-in-loop */
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { countsForReceipt } from "@faelleskort/shared/protocol/messages.ts";
import type { DocumentName } from "@faelleskort/shared/protocol/routes.ts";
import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { enter, type RawClient } from "../contracts/raw-client.ts";
import { call, type Guest, type Meeting, runApp, startMeeting } from "../contracts/running-app.ts";
import { amount, progressOf } from "../kit/long-run.ts";
import { type Random, seedsToRun, withSeed } from "../kit/random.ts";
import { settledHeap } from "./kit/heap.ts";
import { hostileFrame } from "./kit/hostile-frame.ts";
import { realFrames } from "./kit/real-frames.ts";

const framesPerRound = 250;
const roundsPerBoard = 20;
const mebi = 1024 * 1024;

/** The whole document as the room has it now, in bytes. */
async function stateOf(witness: RawClient): Promise<Uint8Array> {
  await witness.roundTrip();
  const answer = witness.heard.findLast((heard) => heard.type === "sync" && heard.kind === "step2");
  if (answer?.type !== "sync") throw new Error("a room gave no answer");
  return answer.body;
}

/** Throws when something of the state waits for what isn't there. */
function opened(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.store.pendingDs).toBeNull();
  return doc;
}

/** Somebody who writes honestly all the while. */
class HonestWriter {
  readonly doc = new Y.Doc();
  readonly #client: RawClient;
  #frames = 0;

  constructor(client: RawClient) {
    this.#client = client;
    this.doc.on("update", (update: Uint8Array) => {
      this.#frames += 1;
      client.update(update);
    });
  }

  /** Writes, and waits until that is on disk. */
  async write(name: string): Promise<void> {
    recordsOf(this.doc, "notes").set(name, new Y.Map([["createdAt", 1]]));
    await this.#client.saved(this.#frames);
  }

  close(): void {
    this.#client.close();
    this.doc.destroy();
  }
}

interface Tried {
  refused: number;
  taken: number;
  closed: number;
}

it("ABUSE-1 whatever bytes come, in any role, the board stays sound, and others' edits are saved meanwhile", async () => {
  const complaints: string[] = [];
  const logger = {
    level: "error",
    stream: { write: (line: string) => complaints.push(line) },
  };
  const tried: Tried = { refused: 0, taken: 0, closed: 0 };
  const frames = amount("ABUSE", { short: 5_000, long: 100_000 });
  for (const seed of seedsToRun(1)) {
    const progress = progressOf("ABUSE", `frames, SEED=${seed}`);
    await withSeed(seed, async (random) => {
      const store = createMemoryStore();
      const app = await runApp(store, { logger });
      const meetings: { meeting: Meeting; board: unknown }[] = [];
      let heapBefore = 0;
      let sent = 0;
      while (sent < frames) {
        // Each frame is followed by a look at the whole document, so no board may grow for ever.
        const meeting = await startMeeting(app.url);
        for (let round = 0; round < roundsPerBoard; round += 1) {
          progress.at(sent, frames);
          // The first rounds fill caches and grow the document.
          if (sent === 4 * framesPerRound) heapBefore = await settledHeap();
          const address = `10.0.${sent % 251}.${round}`;
          await attack(app.url, app.clock, { meeting, address }, random, tried);
          sent += framesPerRound;
        }
        meetings.push({ meeting, board: await readAll(app.url, meeting.facilitator) });
      }
      const heapGrowth = (await settledHeap()) - heapBefore;
      const came = `${tried.taken} taken, ${tried.refused} refused, ${tried.closed} ended their socket`;
      progress.end(`${sent} sent: ${came}; heap grew by ${(heapGrowth / mebi).toFixed(1)} MiB`);
      // What the honest and the accepted wrote, and no more.
      expect(heapGrowth).toBeLessThan(8 * mebi + (sent / framesPerRound) * 20_000);
      expect((await call(app.url, "/healthz")).status).toBe(200);
      await app.stop();
      const again = await runApp(store, { logger });
      for (const { meeting, board } of meetings)
        expect(await readAll(again.url, meeting.facilitator)).toEqual(board);
      await again.stop();
    });
  }
  expect(complaints).toEqual([]);
  // Each way was taken, so that none of this held for want of cases.
  expect(Math.min(tried.refused, tried.taken, tried.closed)).toBeGreaterThan(50);
});

async function readAll(url: string, guest: Guest): Promise<unknown> {
  const documents: DocumentName[] = ["board", "stage"];
  return await Promise.all(
    documents.map(async (document) => {
      const witness = await enter(url, guest, document);
      const doc = opened(await stateOf(witness));
      witness.close();
      return document === "board"
        ? [readBoard(doc), Y.decodeStateVector(Y.encodeStateVector(doc))]
        : Y.decodeStateVector(Y.encodeStateVector(doc));
    }),
  );
}

/** One round: someone sends hostile frames one by one, while another writes honestly and a third looks at the document. */
async function attack(
  url: string,
  clock: { time: number },
  { meeting, address }: { meeting: Meeting; address: string },
  random: Random,
  tried: Tried,
): Promise<void> {
  const guest = random.pick([meeting.participant, meeting.facilitator, meeting.observer]);
  const document = random.chance(0.8) ? "board" : "stage";
  const mayWrite = document === "board" && guest.role !== "observer";
  const real = realFrames(random, 25);
  const witness = await enter(url, meeting.participant, document);
  const honest = new HonestWriter(await enter(url, meeting.participant));
  const open = async (): Promise<{ client: RawClient; sent: number }> => ({
    // From an address of its own in each round: how many sockets may be opened in a minute is measured by the machine's clock.
    client: await enter(url, guest, document, { address }),
    sent: 0,
  });
  let attacker = await open();
  let before = await stateOf(witness);
  for (let index = 0; index < framesPerRound; index += 1) {
    // So that no rate is exceeded: this is about what is in the frames.
    clock.time += 1_000;
    if (index % 50 === 0) {
      await honest.write(`note-${random.below(2 ** 31)}`);
      before = await stateOf(witness);
    }
    // Some real ones, so that the damaged ones have something to build on.
    const frame = random.chance(0.1) ? random.pick(real) : hostileFrame(random, real);
    attacker.client.send(frame);
    if (countsForReceipt(frame)) attacker.sent += 1;
    const { client, sent } = attacker;
    await Promise.race([client.roundTrip(), client.closed()]);
    const after = await stateOf(witness);
    const isRefused = client.heard.some((heard) => heard.type === "refused" && heard.frame === sent);
    if (client.closeCode !== null) tried.closed += 1;
    else if (isRefused) tried.refused += 1;
    else tried.taken += 1;
    const mustBeSame = client.closeCode !== null || isRefused || !countsForReceipt(frame) || !mayWrite;
    if (mustBeSame) expect(Buffer.compare(after, before), `after ${frame.toString()}`).toBe(0);
    else if (Buffer.compare(after, before) !== 0) opened(after).destroy();
    before = after;
    if (client.closeCode !== null) attacker = await open();
  }
  for (const client of [attacker.client, witness]) client.close();
  honest.close();
}
