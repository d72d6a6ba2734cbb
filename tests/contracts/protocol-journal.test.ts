import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { enter } from "./raw-client.ts";
import { runApp, startMeeting } from "./running-app.ts";

function addNote(doc: Y.Doc, index: number): void {
  const id = noteId(`note-${String(index).padStart(4, "0")}`);
  const author = { label: "", participantId: null };
  const position = { x: index, y: 0, z: 0 };
  recordsOf(doc, "notes").set(
    id,
    noteRecord({
      id,
      ...noteDefaults,
      sheet: "wall",
      text: "hej",
      position,
      author,
      createdAt: 1,
      deleted: false,
    }),
  );
}

it("JOURNAL-1 a long journal is folded into a snapshot while people work, and nothing is lost or said twice", async () => {
  const store = createMemoryStore();
  const app = await runApp(store);
  const { participant, id } = await startMeeting(app.url);
  const writer = await enter(app.url, participant);
  const doc = new Y.Doc();
  let frames = 0;
  doc.on("update", (update: Uint8Array) => {
    frames += 1;
    writer.update(update);
  });
  for (let index = 0; index < 1_200; index += 1) {
    addNote(doc, index);
    if (index % 100 !== 99) continue;
    app.clock.time += 1_000;
    // oxlint-disable-next-line no-await-in-loop
    await writer.saved(frames);
  }
  const stored = await store.loadDocument(id, "board");
  expect(stored?.seq).toBe(1_200);
  expect(stored?.tail.length).toBeLessThan(600);
  const reopened = new Y.Doc();
  for (const update of [stored?.snapshot, ...(stored?.tail ?? [])])
    if (update) Y.applyUpdate(reopened, update);
  expect(readBoard(reopened)).toEqual(readBoard(doc));
  writer.close();
  await app.stop();
});

it("SYNC-OWN-4 what a damaged journal lost comes back from anybody who has it, and nothing waits for ever", async () => {
  const store = createMemoryStore();
  const first = await runApp(store);
  const { participant, facilitator, id } = await startMeeting(first.url);
  const anne = await enter(first.url, participant);
  const annes = new Y.Doc();
  annes.on("update", (update: Uint8Array) => anne.update(update));
  for (let index = 0; index < 3; index += 1) addNote(annes, index);
  await anne.saved(3);
  // As after a power cut on a bad disk: the newest entry is unreadable, and no snapshot has been written.
  store.damageNewestUpdate(id, "board");
  await using second = await runApp(store);
  const bo = await enter(second.url, facilitator);
  await bo.roundTrip();
  const bos = new Y.Doc();
  for (const heard of bo.heard)
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(bos, heard.body);
  expect(readBoard(bos).notesById.size).toBe(2);
  bo.step2(Y.encodeStateAsUpdate(annes));
  await bo.saved(1);
  expect(bo.heard.some(({ type }) => type === "refused")).toBe(false);
  const late = await enter(second.url, participant);
  await late.roundTrip();
  const seen = new Y.Doc();
  for (const heard of late.heard)
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(seen, heard.body);
  expect(readBoard(seen)).toEqual(readBoard(annes));
  for (const client of [anne, bo, late]) client.close();
  await first.stop();
});
