import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { StoreUnavailable } from "@faelleskort/server/workshops/ports.ts";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { enter, presenceFrame, refusalStatus } from "../contracts/raw-client.ts";
import { join, runMemoryApp, startMeeting } from "../contracts/running-app.ts";
import { eventually } from "../kit/eventually.ts";
import { adding } from "./kit/notes.ts";

const people = 60;
const cardsEach = 3;

it("ABUSE-10 sixty people behind one address join at once and write at once, and everything of everybody is saved", async () => {
  await using app = await runMemoryApp();
  const { created, facilitator } = await startMeeting(app.url);
  const { code = "", secret } = created.invites.participant;
  const crowd = await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const guest = await join(app.url, index % 2 === 0 ? code : secret, undefined, `Deltager ${index}`);
      // A phone and a laptop each, both with the board and the stage.
      const sockets = await Promise.all([
        enter(app.url, guest),
        enter(app.url, guest, "stage"),
        enter(app.url, guest),
        enter(app.url, guest, "stage"),
      ]);
      return { guest, sockets };
    }),
  );
  await Promise.all(
    crowd.map(async ({ sockets: [board] }, index) => {
      const doc = new Y.Doc();
      doc.on("update", (update: Uint8Array) => board?.update(update));
      board?.send(presenceFrame([{ id: doc.clientID, clock: 1, state: { label: `Deltager ${index}` } }]));
      for (let count = 0; count < cardsEach; count += 1) {
        const id = noteId(`note-${1_000_000 + index * cardsEach + count}`);
        const position = { x: index, y: count, z: 0 };
        const author = { label: "", participantId: null };
        recordsOf(doc, "notes").set(
          id,
          noteRecord({
            id,
            ...noteDefaults,
            sheet: "wall",
            text: "Beboerhuset",
            position,
            author,
            createdAt: 1,
            deleted: false,
          }),
        );
      }
      await board?.saved(cardsEach);
    }),
  );
  const all = crowd.flatMap(({ sockets }) => sockets);
  await Promise.all(all.map((socket) => socket.roundTrip()));
  expect(all.filter(({ closeCode }) => closeCode !== null)).toEqual([]);
  expect(all.flatMap(({ heard }) => heard.filter(({ type }) => type === "refused"))).toEqual([]);
  const late = await enter(app.url, facilitator);
  await late.roundTrip();
  const doc = new Y.Doc();
  for (const heard of late.heard) {
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(doc, heard.body);
  }
  expect(readBoard(doc).notesById.size).toBe(people * cardsEach);
  for (const socket of [...all, late]) socket.close();
});

it("ABUSE-10 a crowd that tries to come back for a minute while the server can't store gets in as soon as it can", async () => {
  await using app = await runMemoryApp();
  const { id, participant } = await startMeeting(app.url);
  const writer = await enter(app.url, participant);
  await writer.roundTrip();
  app.store.failWrites(new StoreUnavailable("full", "the disk is full"));
  writer.update(adding(new Y.Doc(), 1));
  await writer.closed();
  const sockets = people * 4;
  const triesInAMinute = 17;
  const statuses = new Set<number>();
  for (let tries = 0; tries < triesInAMinute; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const answers = await Promise.all(
      Array.from({ length: sockets }, () => refusalStatus(app.url, id, "board", participant)),
    );
    for (const status of answers) statuses.add(status);
  }
  expect(statuses).toEqual(new Set([503]));
  app.store.failWrites(null);
  await eventually("one to be in again", async () => {
    return (await refusalStatus(app.url, id, "board", participant)) === 101;
  });
});
