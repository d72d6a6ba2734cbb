import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { createBoardReader, readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { actorId, participantId, programmeId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { type Stage, StepIdSchema } from "@faelleskort/shared/model/stage.ts";
import type { Me } from "@faelleskort/shared/protocol/http.ts";
import { IDBFactory } from "fake-indexeddb";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Drafts, openDrafts } from "./drafts.ts";
import { createRemembered, type SmallStorage } from "./remembered.ts";
import { type Cell, cell } from "./source.ts";

const me: Me = {
  workshopId: workshopId("workshop-1"),
  programmeId: programmeId("programme-1"),
  participantId: participantId("participant-1"),
  role: "participant",
  label: "Biblioteket",
  epoch: 1,
  serverTime: 0,
};
const stageWith = (part: Partial<Stage>): Stage => ({
  title: "Runde 1",
  area: "",
  template: "round-1",
  locale: "da",
  programmeId: me.programmeId,
  steps: [],
  currentStep: v.parse(StepIdSchema, "1.3"),
  timer: { state: "idle" },
  locked: false,
  summons: null,
  writing: { mode: "private", reveals: 0 },
  focus: null,
  picture: null,
  freeSheets: [],
  ...part,
});
const revealed = (reveals: number) => stageWith({ writing: { mode: "open", reveals } });

function memoryStorage(): SmallStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

const first = actorId("card-one");
const second = actorId("card-two");

describe("private drafts", () => {
  let board: Y.Doc;
  let indexedDB: IDBFactory;
  let storage: SmallStorage;
  let drafts: Drafts;
  let stage: Cell<Stage | null>;

  /** Opens the page on this device; everything kept is the device's. */
  const open = async () =>
    openDrafts({
      me,
      board,
      boardReader: createBoardReader(board),
      indexedDB,
      remembered: createRemembered(storage),
      now: () => 1000,
      stored: () => Promise.resolve(),
    });
  const write = (id: typeof first, name: string) =>
    drafts.dispatch({ type: "actor.write", id, name, category: "place", wall: null });
  const onBoard = () => [...readBoard(board).actorsById.values()].map(({ name }) => name);

  beforeEach(async () => {
    board = new Y.Doc();
    indexedDB = new IDBFactory();
    storage = memoryStorage();
    stage = cell<Stage | null>(stageWith({}));
    drafts = await open();
    drafts.follow(stage);
  });
  afterEach(() => drafts.close());

  it("stay off the board until they are sent, and keep everything when they are", () => {
    expect(write(first, "Torvet").ok).toBe(true);
    drafts.dispatch({
      type: "text.edit",
      target: { record: "actor", id: first, field: "activities" },
      text: "Loppemarked",
    });
    expect(onBoard()).toEqual([]);
    drafts.send([first]);
    const card = readBoard(board).actorsById.get(first);
    expect(card).toMatchObject({
      name: "Torvet",
      category: "place",
      answers: { activities: "Loppemarked" },
      author: { label: "Biblioteket", participantId: "participant-1" },
    });
    expect(drafts.list.get()).toEqual([]);
  });

  it("are sent once, even when sent again by another visit", async () => {
    write(first, "Torvet");
    // The page closes between writing to the board and clearing the draft.
    const decision = decideBoard(
      readBoard(board),
      { type: "actor.write", id: first, name: "Torvet", category: null, wall: null },
      { author: { label: "", participantId: null }, now: 0 },
    );
    if (decision.ok) applyChanges(board, decision.value, "earlier");
    expect(drafts.list.get()).toEqual([]);
    expect(drafts.send([first])).toEqual({ ok: false, error: "gone" });
    expect(onBoard()).toEqual(["Torvet"]);
  });

  it("survive closing the browser", async () => {
    write(first, "Torvet");
    await drafts.close();
    drafts = await open();
    expect(drafts.list.get().map(({ name }) => name)).toEqual(["Torvet"]);
  });

  it("are all sent by the reveal", () => {
    write(first, "Torvet");
    write(second, "Caféen");
    stage.set(revealed(1));
    expect(onBoard().sort()).toEqual(["Caféen", "Torvet"]);
  });

  it("are sent when the reveal happened while the device was away", async () => {
    write(first, "Torvet");
    await drafts.close();
    drafts = await open();
    const later = cell<Stage | null>(null);
    drafts.follow(later);
    expect(onBoard()).toEqual([]);
    later.set(revealed(1));
    expect(onBoard()).toEqual(["Torvet"]);
  });

  it("aren't sent by a reveal that lies before they were written", async () => {
    stage.set(revealed(1));
    stage.set(stageWith({ writing: { mode: "private", reveals: 1 } }));
    write(first, "Torvet");
    stage.set(stageWith({ writing: { mode: "private", reveals: 1 }, locked: true }));
    expect(onBoard()).toEqual([]);
  });

  it("wait for a locked board to open", () => {
    write(first, "Torvet");
    stage.set({ ...revealed(1), locked: true });
    expect(onBoard()).toEqual([]);
    stage.set(revealed(1));
    expect(onBoard()).toEqual(["Torvet"]);
  });
});
