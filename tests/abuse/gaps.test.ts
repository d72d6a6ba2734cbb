import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { expect, it } from "vitest";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { enter } from "../contracts/raw-client.ts";
import { runMemoryApp, startMeeting } from "../contracts/running-app.ts";
import { settledHeap } from "./kit/heap.ts";
import { adding, writeNotes } from "./kit/notes.ts";

const mebi = 1024 * 1024;

/** A letter that continues what never came: of the same client, or of another. */
function orphan(client: number, missing: number, isOwn: boolean): Uint8Array {
  const clock = isOwn ? missing + 1 : 0;
  const before = isOwn ? client : client + 1_000_000;
  const encoder = encoding.createEncoder();
  // One client with one struct that stands behind another; no deletions.
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  const textWithOrigin = 0x84;
  encoding.writeUint8(encoder, textWithOrigin);
  for (const number of [before, missing]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, "a");
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

it("SYNC-GAP-1 SYNC-PEND-1 ten thousand edits whose beginnings never come are each refused, kept nowhere, and hold up nobody", async () => {
  await using app = await runMemoryApp();
  const { participant, facilitator } = await startMeeting(app.url);
  const other = await enter(app.url, facilitator);
  const doc = new Y.Doc();
  other.update(adding(doc, 1));
  await other.saved(1);
  const attacker = await enter(app.url, participant);
  await attacker.roundTrip();
  const before = await settledHeap();
  const count = 10_000;
  for (let sent = 0; sent < count; sent += 500) {
    for (let index = sent; index < sent + 500; index += 1)
      attacker.update(orphan(1_000 + index, 4 + (index % 7), index % 2 === 0));
    // oxlint-disable-next-line no-await-in-loop
    await attacker.refused(sent + 500);
    // Somebody else's edit is on disk before the next come.
    const state = Y.encodeStateVector(doc);
    writeNotes(doc, 1 + sent / 500, 1, "");
    other.update(Y.encodeStateAsUpdate(doc, state));
    // oxlint-disable-next-line no-await-in-loop
    await other.saved(2 + sent / 500);
    app.clock.time += 5_000;
  }
  const refusals = attacker.heard.filter((heard) => heard.type === "refused");
  expect(new Set(refusals.map(({ reason }) => reason))).toEqual(new Set(["gap"]));
  expect(refusals.length).toBe(count);
  // It was asked for what it lacks, but not for each.
  const questions = attacker.heard.filter((heard) => heard.type === "sync" && heard.kind === "step1").length;
  expect(questions).toBeGreaterThan(10);
  expect(questions).toBeLessThan(40);
  attacker.heard.length = 0;
  expect((await settledHeap()) - before).toBeLessThan(4 * mebi);
  const late = await enter(app.url, participant);
  await late.roundTrip();
  const seen = new Y.Doc();
  for (const heard of late.heard)
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(seen, heard.body);
  expect([seen.store.pendingStructs, seen.store.pendingDs]).toEqual([null, null]);
  expect(readBoard(seen)).toEqual(readBoard(doc));
  for (const client of [attacker, other, late]) client.close();
});

it("SYNC-GAP-1 somebody honest whose edit got lost is asked for everything, and has lost nothing", async () => {
  await using app = await runMemoryApp();
  const { participant, facilitator } = await startMeeting(app.url);
  const honest = await enter(app.url, participant);
  await honest.roundTrip();
  const doc = new Y.Doc();
  adding(doc, 1);
  const state = Y.encodeStateVector(doc);
  writeNotes(doc, 1, 1, "");
  const asked = () => honest.heard.filter((heard) => heard.type === "sync" && heard.kind === "step1");
  const before = asked().length;
  honest.update(Y.encodeStateAsUpdate(doc, state));
  expect((await honest.refused(1)).reason).toBe("gap");
  await honest.until(() => asked().length > before);
  const question = asked().at(-1);
  if (question?.type !== "sync") throw new Error("nobody asked");
  honest.step2(Y.encodeStateAsUpdate(doc, question.body));
  await honest.saved(2);
  const late = await enter(app.url, facilitator);
  await late.roundTrip();
  const seen = new Y.Doc();
  for (const heard of late.heard)
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(seen, heard.body);
  expect(readBoard(seen)).toEqual(readBoard(doc));
  for (const client of [honest, late]) client.close();
});
