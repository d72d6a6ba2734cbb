import { syncLimits } from "@faelleskort/server/policies/limits.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { enter, type RawClient } from "../contracts/raw-client.ts";
import { call, type Guest, runMemoryApp, type RunningApp, startMeeting } from "../contracts/running-app.ts";
import { beatenTimers } from "../kit/beats.ts";
import { eventually } from "../kit/eventually.ts";
import { readPrometheus, sampleOf } from "../kit/prometheus.ts";
import { settledHeap } from "./kit/heap.ts";
import { writeNotes } from "./kit/notes.ts";

const mebi = 1024 * 1024;

async function numberOf(app: RunningApp, name: string, labels: Record<string, string> = {}): Promise<number> {
  return sampleOf(readPrometheus((await call(app.url, "/metrics")).text), name, labels);
}

/** A board of more than a megabyte. */
async function fill(app: RunningApp, guest: Guest): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const writer = await enter(app.url, guest);
  for (let part = 0; part < 4; part += 1) {
    const before = Y.encodeStateVector(doc);
    writeNotes(doc, part * 100, 100, "Beboerhus. ".repeat(340));
    writer.update(Y.encodeStateAsUpdate(doc, before));
    app.clock.time += 10_000;
  }
  await writer.saved(4);
  writer.close();
  return doc;
}

function boardOf(client: RawClient): Y.Doc {
  const doc = new Y.Doc();
  for (const heard of client.heard)
    if (heard.type === "sync" && heard.kind !== "step1") Y.applyUpdate(doc, heard.body);
  return doc;
}

describe("somebody who takes nothing", () => {
  it("SLOW-2 and asks for everything again and again costs no more than asking a few times, and has the whole board once it reads", async () => {
    // Nobody's line is looked after: this is about what it is sent.
    const { timers } = beatenTimers();
    await using app = await runMemoryApp({ timers });
    const { participant, facilitator } = await startMeeting(app.url);
    const doc = await fill(app, facilitator);
    const size = Y.encodeStateAsUpdate(doc).length;
    expect(size).toBeGreaterThan(1.2 * mebi);
    const slow = await enter(app.url, participant);
    const other = await enter(app.url, facilitator);
    await Promise.all([slow.roundTrip(), other.roundTrip()]);
    slow.pause();
    const before = await settledHeap();
    for (let count = 0; count < 25; count += 1) {
      slow.step1(Uint8Array.of(0));
      // As much time as so much work takes to earn.
      app.clock.time += 60_000;
      // oxlint-disable-next-line no-await-in-loop
      await other.roundTrip();
    }
    other.heard.length = 0;
    // What its line had room for, what was on its way, and one document more.
    expect((await settledHeap()) - before).toBeLessThan(syncLimits.behindAbove + 4 * size + 4 * mebi);
    expect(await numberOf(app, "faelleskort_sockets_behind")).toBe(1);
    slow.resume();
    await eventually(
      "it to be up to date",
      async () => (await numberOf(app, "faelleskort_sockets_behind")) === 0,
    );
    await slow.roundTrip();
    expect(readBoard(boardOf(slow))).toEqual(readBoard(doc));
    expect(slow.closeCode).toBeNull();
    for (const client of [slow, other]) client.close();
  }, 120_000);

  it("SLOW-2 is ended with 4408 after a minute; others go on", async () => {
    const { timers, beat } = beatenTimers();
    await using app = await runMemoryApp({ timers });
    const { participant, facilitator } = await startMeeting(app.url);
    await fill(app, facilitator);
    const slow = await enter(app.url, participant);
    const other = await enter(app.url, facilitator);
    await Promise.all([slow.roundTrip(), other.roundTrip()]);
    slow.pause();
    // Until its line is full, and what may wait besides.
    while ((await numberOf(app, "faelleskort_sockets_behind")) === 0) {
      slow.step1(Uint8Array.of(0));
      app.clock.time += 60_000;
      await other.roundTrip();
      other.heard.length = 0;
    }
    beat();
    expect(await numberOf(app, "faelleskort_closed_total", { reason: "stuck" })).toBe(0);
    app.clock.time += syncLimits.stuckAfter;
    beat();
    expect(await numberOf(app, "faelleskort_closed_total", { reason: "stuck" })).toBe(1);
    await eventually("it to be gone", async () => {
      return (await numberOf(app, "faelleskort_sockets", { role: "participant" })) === 0;
    });
    await other.roundTrip();
    slow.resume();
    // Its farewell stands behind what it didn't take; or the line was cut, when that took too long.
    expect([closeCode.stuck, 1006]).toContain(await slow.closed());
    other.close();
  }, 120_000);
});
