import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { keepRecords } from "@faelleskort/shared/doc/keep-records.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import type { Element } from "@faelleskort/shared/model/element.ts";
import { elementId, noteId, participantId } from "@faelleskort/shared/model/ids.ts";
import { type Note, noteDefaults } from "@faelleskort/shared/model/note.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentStateOf } from "./document-state.ts";
import { guardUpdate } from "./guard.ts";

const sheet = freeSheetId("free-sheet-1");
const author = { label: "", participantId: null };
const box = { x: 0, y: 0, width: 100, height: 50 };
const common = { sheet, author, createdAt: 1, deleted: false, layer: 0, group: null, frame: null };
const shape = (id: string, locked: boolean): Element => ({
  ...common,
  id: elementId(id),
  kind: "shape",
  form: "rectangle",
  text: "Skole",
  box,
  locked,
  colour: "ink",
  fill: null,
  size: "m",
});
const note = (id: string, locked: boolean): Note => ({
  ...noteDefaults,
  id: noteId(id),
  sheet,
  text: "Husk",
  position: { x: 1, y: 1, z: 0 },
  author,
  createdAt: 1,
  deleted: false,
  locked,
});

/** A room with a locked and an open shape, and a locked note; Bo has it all, with client id 2. */
function room() {
  const doc = new Y.Doc();
  doc.clientID = 1;
  applyChanges(
    doc,
    [
      { kind: "create-element", element: shape("locked-1", true) },
      { kind: "create-element", element: shape("open-one", false) },
      { kind: "create-note", note: note("locked-n", true) },
    ],
    null,
  );
  const bos = new Y.Doc();
  bos.clientID = 2;
  Y.applyUpdate(bos, Y.encodeStateAsUpdate(doc));
  /** What the guard says of Bo's edit. */
  const decide = (edit: (doc: Y.Doc) => void, evenLocked = false, damaged = false) => {
    const before = Y.encodeStateVector(bos);
    bos.transact(() => edit(bos));
    const update = Y.encodeStateAsUpdate(bos, before);
    const verdict = guardUpdate(update, 100_000, {
      state: documentStateOf(doc),
      participantId: participantId("bo-0001"),
      mayWrite: { may: true, evenLocked },
      ownerOf: () => undefined,
      claimsLeft: 10,
      damaged,
      bytesLeft: 1_000_000,
    });
    return { update, verdict };
  };
  return { doc, decide };
}

const element = (doc: Y.Doc, id: string) => {
  const record = recordsOf(doc, "elements").get(id);
  if (!(record instanceof Y.Map)) throw new Error("no such element");
  return record;
};
const textOf = (record: Y.Map<unknown>): Y.Text => {
  const text = record.get("text");
  if (!(text instanceof Y.Text)) throw new Error("no text");
  return text;
};
const refused = { type: "refuse", reason: "not-yours" };

describe("the guard and locks", () => {
  const forgeries: [string, (doc: Y.Doc) => void][] = [
    ["a lock taken off", (doc) => element(doc, "locked-1").set("locked", false)],
    ["a lock deleted", (doc) => element(doc, "locked-1").delete("locked")],
    ["a lock set", (doc) => element(doc, "open-one").set("locked", true)],
    ["a lock set to what it is", (doc) => element(doc, "open-one").set("locked", false)],
    ["a locked thing removed", (doc) => recordsOf(doc, "elements").delete("locked-1")],
    [
      "a locked note replaced",
      (doc) => recordsOf(doc, "notes").set("locked-n", noteRecord(note("locked-n", false))),
    ],
    [
      "something new that is locked",
      (doc) => applyChanges(doc, [{ kind: "create-element", element: shape("new-one", true) }], null),
    ],
  ];
  it.each(forgeries)("FREE-LOCK-1 refuses %s, of a participant's", (_what, edit) => {
    expect(room().decide(edit).verdict).toEqual(refused);
    expect(room().decide(edit, true).verdict).toMatchObject({ type: "accept", trespasses: [] });
  });

  const trespasses: [string, (doc: Y.Doc) => void][] = [
    ["moving", (doc) => element(doc, "locked-1").set("box", { ...box, x: 9 })],
    ["deleting a key", (doc) => element(doc, "locked-1").delete("colour")],
    ["deleting", (doc) => element(doc, "locked-1").set("deleted", true)],
    ["typing", (doc) => textOf(element(doc, "locked-1")).insert(2, "!!")],
    ["deleting letters", (doc) => textOf(element(doc, "locked-1")).delete(1, 3)],
    ["another text", (doc) => element(doc, "locked-1").set("text", new Y.Text("Andet"))],
    ["grouping", (doc) => element(doc, "locked-1").set("group", "group-1")],
  ];
  it.each(trespasses)("FREE-LOCK-2 %s is taken and put back", (_what, edit) => {
    const { doc, decide } = room();
    const before = readBoard(doc);
    const { update, verdict } = decide(edit);
    expect(verdict).toMatchObject({
      type: "accept",
      trespasses: [{ root: "elements", id: "locked-1" }],
    });
    if (verdict.type !== "accept") return;
    const putBack = keepRecords(doc, verdict.trespasses);
    Y.applyUpdate(doc, update);
    expect(readBoard(doc)).not.toEqual(before);
    doc.transact(putBack);
    expect(readBoard(doc)).toEqual(before);
  });

  it("lets everything else through: what is open, what is new, what points at something locked", () => {
    const edits: ((doc: Y.Doc) => void)[] = [
      (doc) => element(doc, "open-one").set("box", { ...box, x: 9 }),
      (doc) => textOf(element(doc, "open-one")).delete(0, 2),
      (doc) => recordsOf(doc, "elements").delete("open-one"),
      (doc) => applyChanges(doc, [{ kind: "create-note", note: note("new-note", false) }], null),
      (doc) => element(doc, "open-one").set("frame", "locked-1"),
    ];
    for (const edit of edits)
      expect(room().decide(edit).verdict).toMatchObject({ type: "accept", trespasses: [] });
  });

  it("looks at deletions of others' letters, too, and at nothing when the store lost something", () => {
    const { decide } = room();
    const cut = decide((doc) => textOf(element(doc, "locked-1")).delete(0, 5));
    expect(cut.verdict).toMatchObject({ trespasses: [{ root: "elements", id: "locked-1" }] });
    const unlocked = room().decide((doc) => element(doc, "locked-1").delete("locked"), false, true);
    expect(unlocked.verdict).toMatchObject({ type: "accept", trespasses: [] });
  });
});
