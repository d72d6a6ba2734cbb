import { syncType } from "@faelleskort/shared/protocol/messages.ts";
import { workLimits } from "@faelleskort/server/policies/limits.ts";
import type { Counters } from "@faelleskort/server/workshops/counters.ts";
import { TestTimers } from "@faelleskort/server/workshops/test-timers.ts";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { enter, syncFrame } from "../contracts/raw-client.ts";
import { runMemoryApp, startMeeting } from "../contracts/running-app.ts";
import { eventually } from "../kit/eventually.ts";
import { upgradeByHand } from "./kit/hand-made.ts";
import { adding, writeNotes } from "./kit/notes.ts";

/** A short binary message as a browser frames it, masked with zeros. */
const framed = (message: Uint8Array): Uint8Array =>
  Uint8Array.from([0x82, 0x80 + message.length, 0, 0, 0, 0, ...message]);

it("ABUSE-5 somebody who sends all they may at once, in one piece, is taken turn by turn: others are answered in between", async () => {
  let counters: Counters | undefined;
  await using app = await runMemoryApp({ addOn: (_app, context) => (counters = context.counters) });
  const { participant, facilitator } = await startMeeting(app.url);
  const filler = await enter(app.url, facilitator);
  const doc = new Y.Doc();
  for (let part = 0; part < 4; part += 1) {
    const before = Y.encodeStateVector(doc);
    writeNotes(doc, part * 100, 100, "Beboerhus. ".repeat(340));
    filler.update(Y.encodeStateAsUpdate(doc, before));
    app.clock.time += 10_000;
  }
  await filler.saved(4);
  app.clock.time += 60_000;
  const other = await enter(app.url, facilitator, "stage");
  await other.roundTrip();
  const { socket } = await upgradeByHand(app.url, participant, "board");
  socket.on("error", () => {});
  const question = framed(syncFrame(syncType.step1, Uint8Array.of(0)));
  const before = counters?.framesIn ?? 0;
  const questions = 20;
  socket.write(Buffer.concat(Array.from({ length: questions }, () => question)));
  // One answer is more than one's turn.
  const most = [];
  for (let count = 0; count < 3; count += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await other.roundTrip();
    most.push((counters?.framesIn ?? 0) - before - count - 1);
  }
  // Not all of the one before any of the other.
  expect(most[0]).toBeLessThan(questions / 2);
  await eventually("all of it to be taken", () => (counters?.framesIn ?? 0) === before + questions + 3);
  socket.destroy();
  for (const client of [filler, other]) client.close();
});

it("ABUSE-5 who has used up their budget gets no new one by connecting again", async () => {
  const timers = new TestTimers();
  await using app = await runMemoryApp({ timers });
  const { participant, facilitator } = await startMeeting(app.url);
  const greedy = await enter(app.url, participant);
  const other = await enter(app.url, facilitator);
  for (let count = 0; count < workLimits.burst / workLimits.perAnswer; count += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await greedy.roundTrip();
  }
  greedy.close();
  const again = await enter(app.url, participant);
  again.update(adding(new Y.Doc(), 1));
  for (let count = 0; count < 20; count += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await other.roundTrip();
  }
  expect(again.heard.filter(({ type }) => type === "saved")).toEqual([]);
  app.clock.time += 10_000;
  timers.pass(10_000);
  await again.saved(1);
  for (const client of [again, other]) client.close();
});

it("ABUSE-5 a full document of nearly 16 MiB can be opened by everybody, on two devices at once", async () => {
  await using app = await runMemoryApp();
  const { participant, facilitator } = await startMeeting(app.url);
  const filler = await enter(app.url, facilitator);
  const doc = new Y.Doc();
  let frames = 0;
  while (Y.encodeStateAsUpdate(doc).length < 15 * 1024 * 1024) {
    const before = Y.encodeStateVector(doc);
    writeNotes(doc, frames * 200, 200, "Beboerhus. ".repeat(340));
    filler.update(Y.encodeStateAsUpdate(doc, before));
    frames += 1;
    // oxlint-disable-next-line no-await-in-loop
    await filler.saved(frames);
    app.clock.time += 20_000;
  }
  expect(filler.heard.filter(({ type }) => type === "refused")).toEqual([]);
  app.clock.time += 60_000;
  const devices = await Promise.all([enter(app.url, participant), enter(app.url, participant)]);
  await Promise.all(devices.map((device) => device.roundTrip()));
  expect(devices.map(({ closeCode }) => closeCode)).toEqual([null, null]);
  for (const client of [filler, ...devices]) client.close();
});
