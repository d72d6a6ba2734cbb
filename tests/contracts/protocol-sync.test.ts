import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import { type Store, StoreUnavailable } from "@faelleskort/server/workshops/ports.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { readStage } from "@faelleskort/shared/doc/stage.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { afterEach, describe, expect, it } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { eventually } from "../kit/eventually.ts";
import { enter, openRaw, provider, refusalStatus, synced } from "./raw-client.ts";
import { call, command, type Guest, join, runApp, runMemoryApp, startMeeting } from "./running-app.ts";

const providers: WebsocketProvider[] = [];
const openDocs: Y.Doc[] = [];
afterEach(() => {
  for (const client of providers.splice(0)) client.destroy();
  for (const doc of openDocs.splice(0)) doc.destroy();
});

/** A device with an unmodified y-websocket client. */
function device(url: string, guest: Guest, document: "board" | "stage" = "board") {
  const doc = new Y.Doc();
  openDocs.push(doc);
  const client = provider(url, guest, doc, document);
  providers.push(client);
  return { doc, client };
}

const noteIdOf = (index: number) => noteId(`note-${String(index).padStart(4, "0")}`);

function addNote(doc: Y.Doc, index: number, text = "Husk nøglen"): void {
  const author = { label: "Biblioteket", participantId: null };
  const position = { x: index, y: 0, z: 0 };
  const note = {
    id: noteIdOf(index),
    ...noteDefaults,
    sheet: "wall" as const,
    text,
    position,
    author,
    createdAt: 1,
    deleted: false,
  };
  recordsOf(doc, "notes").set(note.id, noteRecord(note));
}

const noteCount = (doc: Y.Doc): number => readBoard(doc).notesById.size;

/** The update that one change makes. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  change();
  return Y.encodeStateAsUpdate(doc, before);
}

describe("unmodified y-websocket clients", () => {
  it("see each other's edits, and the stage as the server wrote it", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const anne = device(app.url, participant);
    const bo = device(app.url, facilitator);
    const stage = device(app.url, participant, "stage");
    await Promise.all([anne, bo, stage].map(({ client }) => synced(client)));
    addNote(anne.doc, 1);
    addNote(bo.doc, 2);
    await eventually("both notes on both boards", () => noteCount(anne.doc) === 2 && noteCount(bo.doc) === 2);
    expect(readBoard(anne.doc)).toEqual(readBoard(bo.doc));
    expect(readStage(stage.doc)).toMatchObject({ title: "Høje Gladsaxe", currentStep: "1.1", locked: false });
  });

  it("see each other's presence until one leaves", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const anne = device(app.url, participant);
    const bo = device(app.url, facilitator);
    await Promise.all([anne, bo].map(({ client }) => synced(client)));
    anne.client.awareness.setLocalState({ participantId: participant.participantId, sheet: "wall" });
    const seenOf = () => bo.client.awareness.getStates().get(anne.doc.clientID);
    await eventually("Anne's presence", () => seenOf()?.["sheet"] === "wall");
    const late = device(app.url, participant);
    await eventually("Anne's presence for one who comes later", () =>
      late.client.awareness.getStates().has(anne.doc.clientID),
    );
    anne.client.destroy();
    await eventually("Anne's leaving", () => seenOf() === undefined);
  });

  it("keep what was made offline and hand it over on coming back", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const anne = device(app.url, participant);
    const bo = device(app.url, facilitator);
    await Promise.all([anne, bo].map(({ client }) => synced(client)));
    anne.client.disconnect();
    for (let index = 0; index < 20; index += 1) addNote(anne.doc, index);
    addNote(bo.doc, 100);
    anne.client.connect();
    await eventually(
      "all notes on both boards",
      () => noteCount(anne.doc) === 21 && noteCount(bo.doc) === 21,
    );
  });

  it("that only look are refused nothing, since they bring nothing", async () => {
    await using app = await runMemoryApp();
    const { participant, observer } = await startMeeting(app.url);
    const anne = device(app.url, participant);
    await synced(anne.client);
    for (let index = 0; index < 3; index += 1) addNote(anne.doc, index);
    recordsOf(anne.doc, "notes").get(noteIdOf(1))?.set("deleted", true);
    const screen = device(app.url, observer);
    await eventually("the notes on the screen", () => noteCount(screen.doc) === 3);
    // Asked for what it has, it answers with a step 2 that names all deletions: known ones.
    const raw = await enter(app.url, observer);
    raw.step2(Y.encodeStateAsUpdate(screen.doc));
    await raw.saved(1);
    expect(raw.heard.some(({ type }) => type === "refused")).toBe(false);
    raw.close();
  });
});

describe("receipts", () => {
  /** What two clients hear of an edit while nothing reaches the disk, and that they hear of it afterwards. */
  async function heardBeforeCommit(store: Store, hold: () => () => void) {
    await using app = await runApp(store);
    const { participant, facilitator } = await startMeeting(app.url);
    const anne = await enter(app.url, participant);
    const bo = await enter(app.url, facilitator);
    await Promise.all([anne.roundTrip(), bo.roundTrip()]);
    const release = hold();
    const doc = new Y.Doc();
    anne.update(updateOf(doc, () => addNote(doc, 1)));
    anne.update(updateOf(doc, () => addNote(doc, 2)));
    // A refused frame is answered at once, so both edits before it have been taken by now.
    anne.update(Uint8Array.of(1, 2, 3));
    await anne.refused(3);
    // Bo's answer comes after whatever was sent to Bo before.
    bo.update(Uint8Array.of(9));
    await bo.refused(1);
    const receipts = anne.heard.filter(({ type }) => type === "saved").length;
    const edits = bo.heard.filter((heard) => heard.type === "sync" && heard.kind === "update").length;
    release();
    await anne.saved(3);
    await bo.until((heard) => heard.type === "sync" && heard.kind === "update");
    // Nobody's own edits come back to them.
    expect(anne.heard.filter((heard) => heard.type === "sync" && heard.kind === "update")).toEqual([]);
    anne.close();
    bo.close();
    return { receipts, edits };
  }

  it("SYNC-SAVE-1 come only after the commit, and so does the edit to others (SYNC-OWN-3)", async () => {
    const store = createMemoryStore();
    expect(await heardBeforeCommit(store, () => store.hold())).toEqual({ receipts: 0, edits: 0 });
  });

  it("SYNC-SAVE-1 this test catches a server that acknowledges what is only in memory", async () => {
    const store = createMemoryStore();
    const early: Store = {
      ...store,
      append: async (id, kind, take) => {
        await Promise.resolve();
        const append = take();
        void store.append(id, kind, () => append);
        return append.after + append.updates.length;
      },
    };
    const { receipts, edits } = await heardBeforeCommit(early, () => store.hold());
    expect(receipts).toBeGreaterThan(0);
    expect(edits).toBeGreaterThan(0);
  });

  it("SYNC-SAVE-1 an answer to somebody who joins holds nothing that isn't on disk, either", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const anne = await enter(app.url, participant);
    const bo = await enter(app.url, facilitator);
    await Promise.all([anne.roundTrip(), bo.roundTrip()]);
    const release = app.store.hold();
    const doc = new Y.Doc();
    anne.update(updateOf(doc, () => addNote(doc, 1)));
    anne.update(Uint8Array.of(9));
    await anne.refused(2);
    const answers = () => bo.heard.filter((heard) => heard.type === "sync" && heard.kind === "step2").length;
    const before = answers();
    bo.step1(Uint8Array.of(0));
    bo.update(Uint8Array.of(9));
    await bo.refused(1);
    expect(answers()).toBe(before);
    release();
    await eventually("the answer", () => answers() > before);
    anne.close();
    bo.close();
  });

  it("never come when storing fails: the socket closes with 4503, and the edit arrives again once storing works", async () => {
    await using app = await runMemoryApp();
    const { participant } = await startMeeting(app.url);
    const raw = await enter(app.url, participant);
    await raw.roundTrip();
    const anne = device(app.url, participant);
    await synced(anne.client);
    app.store.failWrites(new StoreUnavailable("full", "the disk is full"));
    const doc = new Y.Doc();
    raw.update(updateOf(doc, () => addNote(doc, 1)));
    expect(await raw.closed()).toBe(closeCode.storeLost);
    expect(raw.heard.some(({ type }) => type === "saved")).toBe(false);
    addNote(anne.doc, 2);
    const sick = await call(app.url, "/healthz");
    expect([sick.status, sick.json]).toEqual([503, expect.objectContaining({ reason: "the disk is full" })]);
    app.store.failWrites(null);
    await eventually("health", async () => (await call(app.url, "/healthz")).status === 200);
    const late = device(app.url, participant);
    await eventually("the note that was kept", () => noteCount(late.doc) === 1);
    expect(readBoard(late.doc).notesById.has(noteIdOf(1))).toBe(false);
  });

  it("survive the server: what was receipted is there after it stops and starts", async () => {
    const store = createMemoryStore();
    const first = await runApp(store);
    const { participant, id } = await startMeeting(first.url);
    const raw = await enter(first.url, participant);
    const doc = new Y.Doc();
    for (let index = 0; index < 5; index += 1) raw.update(updateOf(doc, () => addNote(doc, index)));
    await raw.saved(5);
    await first.stop();
    expect(await raw.closed()).toBe(closeCode.goingAway);
    await using second = await runApp(store);
    const after = device(second.url, participant);
    await eventually("the notes", () => noteCount(after.doc) === 5);
    expect((await call(second.url, `/api/workshops/${id}/me`, { cookie: participant.cookie })).status).toBe(
      200,
    );
  });

  it("a clean stop saves what was sent last, receipts it, and then says 1001", async () => {
    const store = createMemoryStore();
    const app = await runApp(store);
    const { participant } = await startMeeting(app.url);
    const raw = await enter(app.url, participant);
    await raw.roundTrip();
    const release = store.hold();
    const doc = new Y.Doc();
    raw.update(updateOf(doc, () => addNote(doc, 1)));
    raw.update(Uint8Array.of(9));
    await raw.refused(2);
    const stopped = app.stop();
    await eventually("it to be stopping", async () => {
      const status = await call(app.url, "/healthz").then(
        (answer) => answer.status,
        () => 0,
      );
      return status !== 200;
    });
    // As long as something isn't on disk, nobody is sent away.
    for (let count = 0; count < 10; count += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(raw.closeCode).toBeNull();
    release();
    await stopped;
    expect(await raw.closed()).toBe(closeCode.goingAway);
    await raw.saved(1);
  });
});

describe("who may write", () => {
  const table = [
    { role: "observer", locked: false, document: "board", reason: "observer" },
    { role: "observer", locked: true, document: "board", reason: "observer" },
    { role: "participant", locked: true, document: "board", reason: "locked" },
    { role: "participant", locked: false, document: "board", reason: null },
    { role: "facilitator", locked: true, document: "board", reason: null },
    { role: "facilitator", locked: false, document: "board", reason: null },
    { role: "observer", locked: false, document: "stage", reason: "observer" },
    { role: "participant", locked: false, document: "stage", reason: "observer" },
    { role: "facilitator", locked: false, document: "stage", reason: "observer" },
  ] as const;

  for (const { role, locked, document, reason } of table) {
    for (const message of ["update", "step2"] as const) {
      const what = `${role} ${reason === null ? "may" : "may not"} write the ${locked ? "locked " : ""}${document}`;
      it(`SYNC-ROLE-1 ${what}, by ${message}`, async () => {
        await using app = await runMemoryApp();
        const meeting = await startMeeting(app.url);
        if (locked) await command(app.url, meeting.facilitator, { type: "board.lock", locked: true });
        const raw = await enter(app.url, meeting[role], document);
        const doc = new Y.Doc();
        const update = updateOf(doc, () =>
          document === "board" ? addNote(doc, 1) : doc.getMap("stage").set("locked", true),
        );
        raw[message](update);
        await raw.saved(1);
        const refusals = raw.heard.filter(({ type }) => type === "refused");
        expect(refusals).toEqual(reason === null ? [] : [{ type: "refused", frame: 1, reason }]);
        const seen = device(app.url, meeting.facilitator, document);
        await synced(seen.client);
        if (document === "board") expect(noteCount(seen.doc)).toBe(reason === null ? 1 : 0);
        else expect(readStage(seen.doc)?.locked).toBe(locked);
        raw.close();
      });
    }
  }

  it("SYNC-ROLE-2 who was refused by the lock is asked again when it opens, and loses nothing", async () => {
    await using app = await runMemoryApp();
    const { facilitator, participant } = await startMeeting(app.url);
    const anne = device(app.url, participant);
    const bo = device(app.url, facilitator);
    await Promise.all([anne, bo].map(({ client }) => synced(client)));
    await command(app.url, facilitator, { type: "board.lock", locked: true });
    addNote(anne.doc, 1);
    addNote(bo.doc, 2);
    await eventually("the facilitator's note", () => noteCount(anne.doc) === 2);
    expect(noteCount(bo.doc)).toBe(1);
    await command(app.url, facilitator, { type: "board.lock", locked: false });
    await eventually("the note that waited", () => noteCount(bo.doc) === 2);
  });
});

describe("whose client id", () => {
  it("SYNC-OWN-2 the 8-byte forgery is refused, by update and step 2, and the victim's edits arrive", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator, created } = await startMeeting(app.url);
    const attacker = await enter(app.url, await join(app.url, created.invites.participant.secret));
    const victim = device(app.url, participant);
    const witness = device(app.url, facilitator);
    await Promise.all([victim, witness].map(({ client }) => synced(client)));
    addNote(victim.doc, 1);
    await eventually("the first note", () => noteCount(witness.doc) === 1);
    const forged = forgery(victim.doc.clientID, Y.getState(victim.doc.store, victim.doc.clientID));
    expect(forged.length).toBeLessThan(14);
    attacker.update(forged);
    attacker.step2(forged);
    expect((await attacker.refused(1)).reason).toBe("not-yours");
    expect((await attacker.refused(2)).reason).toBe("not-yours");
    addNote(victim.doc, 2);
    await eventually("the second note", () => noteCount(witness.doc) === 2);
    attacker.close();
  });

  it("SYNC-OWN-2 also while the victim is away, and after the server has started anew", async () => {
    const store = createMemoryStore();
    const first = await runApp(store);
    const { participant, facilitator } = await startMeeting(first.url);
    const victim = device(first.url, participant);
    await synced(victim.client);
    addNote(victim.doc, 1);
    const raw = await enter(first.url, participant);
    await raw.roundTrip();
    victim.client.disconnect();
    addNote(victim.doc, 2);
    await first.stop();
    await using second = await runApp(store);
    const attacker = await enter(second.url, facilitator);
    attacker.step2(forgery(victim.doc.clientID, Y.getState(victim.doc.store, victim.doc.clientID) - 8));
    expect((await attacker.refused(1)).reason).toBe("not-yours");
    const back = provider(second.url, participant, victim.doc);
    providers.push(back);
    const witness = device(second.url, facilitator);
    await eventually("the note made offline", () => noteCount(witness.doc) === 2);
    attacker.close();
  });

  it("SYNC-OWN-1 presence alone makes the id its participant's, before the first edit", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const victim = device(app.url, participant);
    await synced(victim.client);
    const attacker = await enter(app.url, facilitator);
    await attacker.roundTrip();
    await eventually("the victim's presence", () => attacker.heard.some(({ type }) => type === "presence"));
    attacker.update(forgery(victim.doc.clientID, 0));
    expect((await attacker.refused(1)).reason).toBe("not-yours");
    attacker.close();
  });

  it("SYNC-OWN-3 after a crash that lost an edit, everybody's own edits come back, and nothing is stuck", async () => {
    const store = createMemoryStore();
    await using app = await runApp(store);
    const { participant, facilitator } = await startMeeting(app.url);
    const anne = device(app.url, participant);
    const bo = device(app.url, facilitator);
    await Promise.all([anne, bo].map(({ client }) => synced(client)));
    addNote(anne.doc, 1);
    await eventually("the first note", () => noteCount(bo.doc) === 1);
    // Anne's next edit reaches the server and is lost with it; Anne never comes back.
    store.failWrites(new StoreUnavailable("broken", "the disk is gone"));
    addNote(anne.doc, 2);
    await eventually("the crash", async () => (await call(app.url, "/healthz")).status === 503);
    anne.client.destroy();
    store.failWrites(null);
    // Bo has seen nothing that was lost, so what Bo makes builds on nothing that was lost.
    expect(noteCount(bo.doc)).toBe(1);
    addNote(bo.doc, 3);
    const late = device(app.url, facilitator);
    await eventually("Bo's edit", () => noteCount(late.doc) === 2);
    // Anne's device turns up after all.
    const back = provider(app.url, participant, anne.doc);
    providers.push(back);
    await eventually("Anne's edit", () => noteCount(late.doc) === 3);
  });
});

/** A deletion of one unknown character, written under somebody else's client id at the clock that comes next for it. */
function forgery(clientId: number, clock: number): Uint8Array {
  const varUint = (value: number): number[] =>
    value < 128 ? [value] : [(value % 128) + 128, ...varUint(Math.floor(value / 128))];
  return Uint8Array.of(1, 1, ...varUint(clientId), ...varUint(clock), 0, 100, 0);
}

describe("the door", () => {
  it("SYNC-AUTH-1 strangers, guests of other workshops and foreign pages are turned away before the upgrade", async () => {
    await using app = await runMemoryApp();
    const here = await startMeeting(app.url);
    const elsewhere = await startMeeting(app.url);
    const { cookie } = here.participant;
    const token = elsewhere.participant.cookie.split("=")[1];
    const cases = [
      ["no session", {}, 401],
      ["another workshop's session", { cookie: elsewhere.participant.cookie }, 403],
      ["another workshop's token in this one's cookie", { cookie: `fk_${here.id}=${token}` }, 403],
      ["a made-up token", { cookie: `fk_${here.id}=${"a".repeat(43)}` }, 401],
      ["a foreign page", { cookie, origin: "https://evil.example" }, 403],
      ["a page of another port", { cookie, origin: "http://127.0.0.1:1" }, 403],
      ["an opaque origin", { cookie, origin: "null" }, 403],
      ["our own page", { cookie, origin: app.url }, 101],
      ["no browser", { cookie }, 101],
    ] as const;
    for (const [what, options, status] of cases) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await refusalStatus(app.url, here.id, "board", options), what).toBe(status);
    }
    expect(await refusalStatus(app.url, here.id, "drafts", { cookie })).toBe(404);
  });

  it("ACC-2 ABUSE-9 a revoked invite drops who came by it, with 4401, and nobody else", async () => {
    await using app = await runMemoryApp();
    const { created, facilitator, participant, observer, id } = await startMeeting(app.url);
    const sockets = await Promise.all([
      enter(app.url, participant),
      enter(app.url, participant, "stage"),
      enter(app.url, observer),
      enter(app.url, facilitator),
    ]);
    await Promise.all(sockets.map((socket) => socket.roundTrip()));
    const [board, stage, ...others] = sockets;
    await command(app.url, facilitator, { type: "invite.revoke", invite: created.invites.participant.id });
    expect(await board.closed()).toBe(closeCode.sessionEnded);
    expect(await stage.closed()).toBe(closeCode.sessionEnded);
    await Promise.all(others.map((socket) => socket.roundTrip()));
    expect(others.map((socket) => socket.closeCode)).toEqual([null, null]);
    expect(await refusalStatus(app.url, id, "board", { cookie: participant.cookie })).toBe(401);
    for (const socket of others) socket.close();
  });

  it("a page with the document of another epoch is told so", async () => {
    await using app = await runMemoryApp();
    const { participant, id } = await startMeeting(app.url);
    const old = await openRaw(app.url, id, "board?epoch=7", { cookie: participant.cookie });
    expect(await old.closed()).toBe(closeCode.otherEpoch);
    const same = await openRaw(app.url, id, "board?epoch=1", { cookie: participant.cookie });
    await same.roundTrip();
    same.close();
  });
});
