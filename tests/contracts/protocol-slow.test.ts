import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { eventually } from "../kit/eventually.ts";
import { enter, type RawClient } from "./raw-client.ts";
import { call, runMemoryApp, startMeeting } from "./running-app.ts";

/** A client's copy of the board, from all it has heard. */
function boardOf(client: RawClient): Y.Doc {
  const doc = new Y.Doc();
  for (const heard of client.heard) {
    if (heard.type === "sync" && heard.kind !== "step1") Y.applyUpdate(doc, heard.body);
  }
  return doc;
}

it("SLOW-1 who takes nothing for a while isn't queued for, and has the whole board soon after", async () => {
  await using app = await runMemoryApp();
  const { participant, facilitator } = await startMeeting(app.url);
  const writer = await enter(app.url, participant);
  const slow = await enter(app.url, facilitator);
  await Promise.all([writer.roundTrip(), slow.roundTrip()]);
  slow.pause();

  const doc = new Y.Doc();
  let frames = 0;
  doc.on("update", (update: Uint8Array) => {
    frames += 1;
    writer.update(update);
  });
  const author = { label: "", participantId: null };
  const note = {
    id: noteId("note-1"),
    ...noteDefaults,
    sheet: "wall" as const,
    text: "",
    position: { x: 1, y: 1, z: 0 },
    author,
    createdAt: 1,
    deleted: false,
  };
  const record = noteRecord(note);
  recordsOf(doc, "notes").set(note.id, record);
  const text = record.get("text");
  if (!(text instanceof Y.Text)) throw new Error("a note has no text");
  const isBehind = async (): Promise<boolean> => {
    const { text: metrics } = await call(app.url, "/metrics");
    return /^faelleskort_left_behind_total [1-9]/m.test(metrics);
  };
  // Each round writes 3 MB and takes it away again, until the slow one's buffers, here and in the system, are full.
  for (let round = 0; round < 40; round += 1) {
    for (let count = 0; count < 100; count += 1) {
      text.insert(0, String(count % 10).repeat(30_000));
      text.delete(0, text.length);
    }
    // As long as a writer must take for that much.
    app.clock.time += 6_000;
    // oxlint-disable-next-line no-await-in-loop
    await writer.saved(frames);
    // oxlint-disable-next-line no-await-in-loop
    if (await isBehind()) break;
  }
  expect(await isBehind()).toBe(true);
  for (let count = 0; count < 20; count += 1) text.insert(0, `sidste ${count} `);
  await writer.saved(frames);
  // Nothing of that is queued: what it will be sent isn't built before it drains.
  slow.resume();
  await eventually("the last words", () => {
    const read = boardOf(slow);
    return readBoard(read).notesById.get(note.id)?.text.startsWith("sidste 19 ");
  });
  expect(readBoard(boardOf(slow))).toEqual(readBoard(doc));
  const differences = slow.heard.filter((heard) => heard.type === "sync" && heard.kind === "step2");
  expect(differences.length).toBeGreaterThanOrEqual(2);
  expect(slow.heard.length).toBeLessThan(frames);
  writer.close();
  slow.close();
});
