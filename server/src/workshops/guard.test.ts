import type { WriteVerdict } from "@faelleskort/shared/commands/permission.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId, type ParticipantId, participantId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roomLimits } from "../policies/limits.ts";
import { documentStateOf } from "./document-state.ts";
import { type GuardContext, guardUpdate } from "./guard.ts";

const anne = participantId("anne-1");
const bo = participantId("bo-0001");

function docOf(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  return doc;
}
function addNote(doc: Y.Doc, id: string, text = "hej"): void {
  const author = { label: "", participantId: null };
  const position = { x: 1, y: 2, z: 0 };
  const record = {
    id: noteId(id),
    ...noteDefaults,
    sheet: "wall" as const,
    text,
    position,
    author,
    createdAt: 1,
    deleted: false,
  };
  doc.getMap("notes").set(id, noteRecord(record));
}
function change(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  edit(doc);
  return Y.encodeStateAsUpdate(doc, before);
}
function textOf(doc: Y.Doc, id: string): Y.Text {
  const record = doc.getMap("notes").get(id);
  const text = record instanceof Y.Map ? (record.get("text") as unknown) : null;
  if (!(text instanceof Y.Text)) throw new Error("no text there");
  return text;
}

/** A room that has one note by Anne, whose client id is 1. */
function room() {
  const doc = docOf(99);
  const annes = docOf(1);
  const first = change(annes, (its) => addNote(its, "note-1"));
  Y.applyUpdate(doc, first);
  const owners = new Map<number, ParticipantId>([[1, anne]]);
  const context = (but: Partial<GuardContext>): GuardContext => ({
    state: documentStateOf(doc),
    participantId: anne,
    mayWrite: { may: true, evenLocked: false },
    ownerOf: (client) => owners.get(client),
    claimsLeft: 10,
    damaged: false,
    bytesLeft: 1_000_000,
    ...but,
  });
  const decide = (update: Uint8Array, but: Partial<GuardContext> = {}) =>
    guardUpdate(update, 100_000, context(but));
  return { doc, annes, first, decide };
}

describe("the guard", () => {
  it("takes an own edit, and a new client id becomes its first user's", () => {
    const { annes, doc, decide } = room();
    expect(decide(change(annes, (its) => addNote(its, "note-2")))).toMatchObject({
      type: "accept",
      claims: [],
    });
    const bos = docOf(2);
    Y.applyUpdate(bos, Y.encodeStateAsUpdate(doc));
    const typed = change(bos, (its) => textOf(its, "note-1").insert(3, " du"));
    expect(decide(typed, { participantId: bo })).toMatchObject({ type: "accept", claims: [2] });
  });

  const observer: WriteVerdict = { may: false, reason: "observer" };
  const locked: WriteVerdict = { may: false, reason: "locked" };
  it.each([observer, locked])(
    "refuses who may not write ($reason), but not for what changes nothing",
    (mayWrite) => {
      const { annes, doc, first, decide } = room();
      expect(decide(first, { mayWrite, participantId: bo })).toEqual({ type: "nothing-new" });
      expect(decide(Y.encodeStateAsUpdate(doc), { mayWrite })).toEqual({ type: "nothing-new" });
      const { reason } = mayWrite.may ? { reason: null } : mayWrite;
      const edit = change(annes, (its) => addNote(its, "note-2"));
      expect(decide(edit, { mayWrite })).toEqual({ type: "refuse", reason });
      const deletion = change(annes, (its) => textOf(its, "note-1").delete(0, 1));
      expect(decide(deletion, { mayWrite })).toMatchObject({ type: "refuse" });
    },
  );

  it("SYNC-OWN-2 refuses new structs under another's id, whole or as the rest of a longer run", () => {
    const { annes, decide } = room();
    const typed = change(annes, (its) => textOf(its, "note-1").insert(3, "!!!"));
    expect(decide(typed, { participantId: bo })).toEqual({ type: "refuse", reason: "not-yours" });
    expect(decide(Y.encodeStateAsUpdate(annes), { participantId: bo })).toEqual({
      type: "refuse",
      reason: "not-yours",
    });
  });

  it("SYNC-OWN-4 takes them when the store lost some", () => {
    const { annes, decide } = room();
    const typed = change(annes, (its) => textOf(its, "note-1").insert(3, "!!!"));
    expect(decide(typed, { participantId: bo, damaged: true }).type).toBe("accept");
  });

  it("deleting what others wrote is no writing under their id", () => {
    const { doc, decide } = room();
    const bos = docOf(2);
    Y.applyUpdate(bos, Y.encodeStateAsUpdate(doc));
    const deletion = change(bos, (its) => textOf(its, "note-1").delete(0, 2));
    expect(decide(deletion, { participantId: bo })).toMatchObject({ type: "accept", claims: [] });
  });

  it("SYNC-GAP-1 refuses what builds on an unseen struct, value or deletion", () => {
    const { annes, decide } = room();
    change(annes, (its) => addNote(its, "note-2"));
    const typed = change(annes, (its) => textOf(its, "note-2").insert(0, "x"));
    expect(decide(typed)).toEqual({ type: "refuse", reason: "gap" });
    const bos = docOf(2);
    Y.applyUpdate(bos, Y.encodeStateAsUpdate(annes));
    const onUnseen = change(bos, (its) => textOf(its, "note-2").insert(0, "x"));
    expect(decide(onUnseen, { participantId: bo })).toEqual({ type: "refuse", reason: "gap" });
    expect(decide(Uint8Array.of(0, 1, 1, 1, 50, 10))).toEqual({ type: "refuse", reason: "gap" });
  });

  it("takes several clients' structs that build on each other, in whatever order they stand", () => {
    const { doc, decide } = room();
    const bos = docOf(2);
    const others = docOf(3);
    for (let round = 0; round < 4; round += 1) {
      for (const [one, other] of [
        [bos, others],
        [others, bos],
      ] as const) {
        Y.applyUpdate(one, Y.encodeStateAsUpdate(doc));
        Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
        textOf(one, "note-1").insert(1 + round, String(round));
      }
    }
    const update = Y.encodeStateAsUpdate(others, Y.encodeStateVector(doc));
    expect(decide(update, { participantId: bo })).toMatchObject({ type: "accept" });
  });

  it("refuses structs that wait for each other in a ring", () => {
    const { decide } = room();
    // 7:0 stands right of 8:0, and 8:0 right of 7:0.
    const ring = Uint8Array.of(2, 1, 8, 0, 132, 7, 0, 1, 97, 1, 7, 0, 132, 8, 0, 1, 97, 0);
    expect(decide(ring)).toEqual({ type: "refuse", reason: "malformed" });
    // 7:0 stands right of itself.
    const self = Uint8Array.of(1, 1, 7, 0, 132, 7, 0, 1, 97, 0);
    expect(decide(self)).toEqual({ type: "refuse", reason: "malformed" });
  });

  it("refuses a struct whose neighbours lie in different texts", () => {
    const { annes, doc, decide } = room();
    Y.applyUpdate(
      doc,
      change(annes, (its) => addNote(its, "note-2")),
    );
    const clockOf = (id: string): number => {
      const [item] = Y.getTypeChildren(textOf(doc, id));
      return item?.id.clock ?? -1;
    };
    const left = [1, clockOf("note-1")];
    const right = [1, clockOf("note-2")];
    const torn = Uint8Array.from([1, 1, 7, 0, 196, ...left, ...right, 1, 97, 0]);
    expect(decide(torn)).toEqual({ type: "refuse", reason: "malformed" });
    const whole = Uint8Array.from([1, 1, 7, 0, 132, ...left, 1, 97, 0]);
    expect(decide(whole).type).toBe("accept");
  });

  it("refuses what is too large, too much for the document, or too many ids", () => {
    const { annes, decide } = room();
    const edit = change(annes, (its) => addNote(its, "note-2", "a".repeat(200)));
    expect(decide(new Uint8Array(100_001))).toEqual({ type: "refuse", reason: "too-large" });
    expect(decide(edit, { bytesLeft: 100 })).toEqual({ type: "refuse", reason: "document-full" });
    const other = change(docOf(2), (its) => addNote(its, "note-3"));
    expect(decide(other, { claimsLeft: 0 })).toEqual({ type: "refuse", reason: "document-full" });
    const many = new Y.Doc();
    for (let client = 1_000; client <= 1_000 + roomLimits.claimsPerFrame; client += 1) {
      Y.applyUpdate(
        many,
        change(docOf(client), (its) => addNote(its, `note-${client}`)),
      );
    }
    expect(decide(Y.encodeStateAsUpdate(many))).toEqual({ type: "refuse", reason: "too-large" });
  });
});
