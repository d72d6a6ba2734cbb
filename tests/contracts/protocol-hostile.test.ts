import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { RefusalReason } from "@faelleskort/shared/protocol/messages.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { eventually } from "../kit/eventually.ts";
import { enter, presenceFrame, type RawClient } from "./raw-client.ts";
import { type Guest, type Meeting, runMemoryApp, type RunningApp, startMeeting } from "./running-app.ts";

/** The board as somebody sees it who comes now. */
async function boardNow(app: RunningApp, guest: Guest): Promise<Y.Doc> {
  const client = await enter(app.url, guest);
  await client.roundTrip();
  const doc = new Y.Doc();
  for (const heard of client.heard) {
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(doc, heard.body);
  }
  client.close();
  return doc;
}

const author = { label: "", participantId: null };
function note(index: number, text = "tekst"): Y.Map<unknown> {
  const id = noteId(`note-${String(index).padStart(6, "0")}`);
  return noteRecord({
    id,
    ...noteDefaults,
    sheet: "wall",
    text,
    position: { x: index, y: 0, z: 0 },
    author,
    createdAt: 1,
    deleted: false,
  });
}

function made(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** A board with one note, and somebody with a socket. */
async function boardWithNote(): Promise<{
  app: RunningApp;
  meeting: Meeting;
  raw: RawClient;
  before: unknown;
}> {
  const app = await runMemoryApp();
  const meeting = await startMeeting(app.url);
  const raw = await enter(app.url, meeting.participant);
  raw.update(made((doc) => recordsOf(doc, "notes").set("note-000001", note(1))));
  await raw.saved(1);
  return { app, meeting, raw, before: readBoard(await boardNow(app, meeting.facilitator)) };
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

const poisoned: readonly (readonly [string, (doc: Y.Doc) => void, RefusalReason])[] = [
  ["an unknown root", (doc) => doc.getMap("secrets").set("abcdefgh", note(2)), "malformed"],
  ["a list in a root", (doc) => doc.getArray("notes").push([1]), "malformed"],
  ["a text as a root", (doc) => doc.getText("notes").insert(0, "hej"), "malformed"],
  ["a value where a record belongs", (doc) => doc.getMap("notes").set("note-000001", "gone"), "malformed"],
  [
    "a list where a record belongs",
    (doc) => doc.getMap("notes").set("note-000001", new Y.Array()),
    "malformed",
  ],
  ["an id that is none", (doc) => doc.getMap("notes").set("a b", note(2)), "malformed"],
  [
    "a text replaced by a value",
    (doc) => {
      const record = note(2);
      doc.getMap("notes").set("note-000002", record);
      record.set("text", "now a string");
    },
    "malformed",
  ],
  [
    "an unknown key",
    (doc) => {
      const record = note(2);
      doc.getMap("notes").set("note-000002", record);
      record.set("price", 1);
    },
    "malformed",
  ],
  [
    "a map in a map in a map",
    (doc) => {
      const record = note(2);
      doc.getMap("notes").set("note-000002", record);
      record.set("position", new Y.Map([["x", new Y.Map()]]));
    },
    "malformed",
  ],
  [
    "a value 5,000 deep",
    (doc) => {
      const record = note(2);
      doc.getMap("notes").set("note-000002", record);
      record.set("position", nested(5_000));
    },
    "too-large",
  ],
  ["bytes", (doc) => doc.getMap("notes").set("note-000002", new Uint8Array(3)), "malformed"],
  ["a document in the document", (doc) => doc.getMap("notes").set("note-000002", new Y.Doc()), "malformed"],
  [
    "formatted text",
    (doc) => {
      const record = note(2);
      doc.getMap("notes").set("note-000002", record);
      const text = record.get("text");
      if (text instanceof Y.Text) text.format(0, 2, { bold: true });
    },
    "malformed",
  ],
  [
    "a text of 60,000 letters at once",
    (doc) => doc.getMap("notes").set("note-000002", note(2, "å".repeat(60_000))),
    "too-large",
  ],
];

describe("hostile frames change nothing and stop nobody", () => {
  for (const [what, change, reason] of poisoned) {
    it(`SYNC-SHAPE-1 ${what}`, async () => {
      const { app, meeting, raw, before } = await boardWithNote();
      await using _ = app;
      raw.update(made(change));
      expect((await raw.refused(2)).reason).toBe(reason);
      raw.step2(made(change));
      expect((await raw.refused(3)).reason).toBe(reason);
      await raw.saved(3);
      expect(readBoard(await boardNow(app, meeting.facilitator))).toEqual(before);
      raw.close();
    });
  }

  const bytes: readonly (readonly [string, Uint8Array, RefusalReason])[] = [
    ["nothing at all", Uint8Array.of(), "malformed"],
    ["zeros and something behind them", Uint8Array.of(0, 0, 0), "malformed"],
    [
      "nine bytes that ask for a lot of memory",
      Uint8Array.of(1, 255, 255, 255, 127, 1, 0, 0, 1),
      "too-large",
    ],
    [
      "a number without an end",
      Uint8Array.of(1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1),
      "malformed",
    ],
    ["a deletion of what isn't there", Uint8Array.of(0, 1, 5, 1, 0, 1), "gap"],
    ["something after a gap", Uint8Array.of(1, 1, 5, 9, 0, 1, 0), "gap"],
    ["a struct of no length", Uint8Array.of(1, 1, 5, 0, 0, 0, 0), "malformed"],
  ];
  for (const [what, update, reason] of bytes) {
    it(`SYNC-GUARD-1 ${what}`, async () => {
      const { app, meeting, raw, before } = await boardWithNote();
      await using _ = app;
      raw.update(update);
      expect((await raw.refused(2)).reason).toBe(reason);
      await raw.saved(2);
      expect(readBoard(await boardNow(app, meeting.facilitator))).toEqual(before);
      raw.close();
    });
  }

  it("SYNC-GAP-1 a gap is followed by a request for everything, at most ten times a minute", async () => {
    const { app, raw } = await boardWithNote();
    await using _ = app;
    const requests = () =>
      raw.heard.filter((heard) => heard.type === "sync" && heard.kind === "step1").length;
    const before = requests();
    for (let index = 0; index < 25; index += 1) raw.update(Uint8Array.of(0, 1, 5, 1, 0, 1));
    await raw.refused(26);
    expect(requests() - before).toBe(10);
    app.clock.time += 60_000;
    raw.update(Uint8Array.of(0, 1, 5, 1, 0, 1));
    await raw.refused(27);
    await raw.roundTrip();
    expect(requests() - before).toBe(11);
    raw.close();
  });

  it("text frames and frames without a message end only that socket", async () => {
    const { app, meeting, raw, before } = await boardWithNote();
    await using _ = app;
    for (const frame of [
      "hello",
      Uint8Array.of(),
      Uint8Array.of(0, 9),
      Uint8Array.of(0),
      Uint8Array.of(1, 200),
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const other = await enter(app.url, meeting.participant);
      other.send(frame);
      // oxlint-disable-next-line no-await-in-loop
      expect(await other.closed(), String(frame)).toBe(closeCode.protocolError);
    }
    expect(readBoard(await boardNow(app, meeting.facilitator))).toEqual(before);
    raw.close();
  });

  it("ABUSE-5 faster than 600 frames at once is no person: 4429", async () => {
    const { app, raw } = await boardWithNote();
    await using _ = app;
    for (let index = 0; index < 700; index += 1) raw.send(Uint8Array.of(3));
    expect(await raw.closed()).toBe(closeCode.tooFast);
  });
});

describe("presence", () => {
  it("PRES-1 nobody can speak for another replica, or as another participant", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const victim = await enter(app.url, participant);
    const attacker = await enter(app.url, facilitator);
    const witness = await enter(app.url, participant);
    victim.send(presenceFrame([{ id: 7, clock: 1, state: { label: "mig" } }]));
    const told = () => witness.heard.filter(({ type }) => type === "presence").length;
    await eventually("the victim's presence", () => told() > 0);
    const before = told();
    // Before its own id is bound, and after it.
    attacker.send(presenceFrame([{ id: 7, clock: 5, state: null }]));
    attacker.send(presenceFrame([{ id: 8, clock: 1, state: { participantId: participant.participantId } }]));
    attacker.send(presenceFrame([{ id: 9, clock: 1, state: { x: "a".repeat(5_000) } }]));
    attacker.send(presenceFrame([{ id: 10, clock: 1, state: [1] }]));
    await attacker.roundTrip();
    attacker.send(presenceFrame([{ id: 11, clock: 1, state: { label: "ok" } }]));
    attacker.send(presenceFrame([{ id: 7, clock: 9, state: null }]));
    await eventually("the attacker's own presence", () => told() > before);
    await witness.roundTrip();
    expect(told()).toBe(before + 1);
    const last = witness.heard.filter((heard) => heard.type === "presence").at(-1);
    expect(last?.body.slice(0, 3)).toEqual(Uint8Array.of(1, 11, 1));
    for (const client of [victim, attacker, witness]) client.close();
  });
});
