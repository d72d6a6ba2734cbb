import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { actorRecord } from "@faelleskort/shared/doc/records.ts";
import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { actorId, participantId, programmeId, workshopId } from "@faelleskort/shared/model/ids.ts";
import type { Me } from "@faelleskort/shared/protocol/http.ts";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { boardCopyName, carryOver } from "./carry-over.ts";
import { openLocalStore } from "./local-store.ts";

const me: Me = {
  workshopId: workshopId("workshop-1"),
  programmeId: programmeId("programme-1"),
  participantId: participantId("participant-1"),
  role: "participant",
  label: "",
  epoch: 7,
  serverTime: 0,
};

const card = (name: string, by: string, deleted = false): Actor => ({
  id: actorId(`card-${name}`),
  name,
  answers: { activities: "", partners: "", contribution: "" },
  category: null,
  author: { label: "", participantId: participantId(by) },
  createdAt: 1,
  onWhoCard: false,
  wall: null,
  placement: null,
  mergedInto: null,
  deleted,
});

let indexedDB: IDBFactory;
let kept: string[];
beforeEach(() => {
  indexedDB = new IDBFactory();
  kept = [];
});

async function storeCopy(of: Me, ...cards: Actor[]): Promise<void> {
  const doc = new Y.Doc();
  const store = openLocalStore({ name: boardCopyName(of), doc, indexedDB });
  await store.loaded;
  for (const actor of cards) recordsOf(doc, "actors").set(actor.id, actorRecord(actor));
  await store.close();
}

const run = (board: Y.Doc, { stored = true, isOver = false } = {}): Promise<void> =>
  carryOver({
    me,
    board,
    indexedDB,
    isOver: () => isOver,
    drafts: {
      has: (id) => id === "card-draft",
      keep: (actors) => kept.push(...actors.map(({ name }) => name)),
      stored: () => Promise.resolve(stored),
    },
  });
const names = async (): Promise<(string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

it("BACKUP-2 offers one's own living cards that the board lacks, once, and only from copies of another epoch", async () => {
  const other = { ...me, participantId: participantId("participant-2"), epoch: 6 };
  await storeCopy(
    { ...me, epoch: 6 },
    ...["lost", "draft", "present"].map((name) => card(name, me.participantId)),
  );
  await storeCopy(
    { ...me, epoch: 5 },
    card("deleted", me.participantId, true),
    card("others", "participant-2"),
  );
  await storeCopy(me, card("current", me.participantId));
  await storeCopy(other, card("not-mine", "participant-2"));
  const board = new Y.Doc();
  recordsOf(board, "actors").set("card-present", actorRecord(card("present", me.participantId)));
  await run(board);
  await run(board);
  expect(kept).toEqual(["lost"]);
  expect(new Set(await names())).toEqual(new Set([boardCopyName(other), boardCopyName(me)]));
});

it("BACKUP-2 throws no copy away whose cards aren't kept yet", async () => {
  await storeCopy({ ...me, epoch: 6 }, card("lost", me.participantId));
  await run(new Y.Doc(), { stored: false });
  await run(new Y.Doc(), { isOver: true });
  expect(await names()).toEqual([boardCopyName({ ...me, epoch: 6 })]);
});
