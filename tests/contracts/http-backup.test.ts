import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { readStage } from "@faelleskort/shared/doc/stage.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { enter } from "./raw-client.ts";
import { call, codeOf, command, type Guest, runMemoryApp, startMeeting } from "./running-app.ts";

async function documentOf(url: string, guest: Guest, name: "board" | "stage"): Promise<Y.Doc> {
  const client = await enter(url, guest, name);
  await client.roundTrip();
  const doc = new Y.Doc();
  for (const heard of client.heard)
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(doc, heard.body);
  client.close();
  return doc;
}

it("BACKUP-4 one workshop as the facilitator's file gives the same in a new one, deleted things and the meeting's state too", async () => {
  await using app = await runMemoryApp();
  const { id, facilitator, participant, observer } = await startMeeting(app.url);
  const writer = await enter(app.url, participant);
  const board = new Y.Doc();
  board.on("update", (update: Uint8Array) => writer.update(update));
  for (const [index, text] of ["lives", "was deleted"].entries()) {
    const author = { label: "Anne", participantId: null };
    const position = { x: index, y: 2, z: 1 };
    const note = {
      id: noteId(`note-${index}`),
      ...noteDefaults,
      sheet: "wall" as const,
      text,
      position,
      author,
      createdAt: index,
      deleted: false,
    };
    recordsOf(board, "notes").set(note.id, noteRecord(note));
  }
  recordsOf(board, "notes").get("note-1")?.set("deleted", true);
  await writer.saved(3);
  await command(app.url, facilitator, { type: "step.next" });
  await command(app.url, facilitator, { type: "step.next" });
  const locked = await command(app.url, facilitator, { type: "board.lock", locked: true });
  expect(locked.status).toBe(200);

  const path = `/api/workshops/${id}/backup`;
  for (const guest of [participant, observer])
    // oxlint-disable-next-line no-await-in-loop
    expect(codeOf(await call(app.url, path, guest))).toBe("wrong-role");
  const backup = await call(app.url, path, facilitator);
  expect(backup.headers.get("content-disposition")).toBe('attachment; filename="hoeje-gladsaxe.backup.json"');
  const next = await startMeeting(app.url);
  const imported = await call(app.url, `/api/workshops/${next.id}/import`, {
    cookie: next.facilitator.cookie,
    body: backup.json,
  });
  expect(imported.json).toEqual({ actors: 0, marks: 0, notes: 1, elements: 0 });
  const copy = readBoard(await documentOf(app.url, next.observer, "board"));
  expect(copy).toEqual(readBoard(board));
  expect(copy.notesById.get(noteId("note-1"))).toMatchObject({ deleted: true, text: "was deleted" });
  const stages = [];
  for (const guest of [observer, next.observer]) {
    // oxlint-disable-next-line no-await-in-loop
    const stage = readStage(await documentOf(app.url, guest, "stage"));
    stages.push(stage && { ...stage, programmeId: null });
  }
  expect(stages[0]).toMatchObject({ currentStep: "1.3", locked: true });
  expect(stages[1]).toEqual(stages[0]);
  writer.close();
});
