import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import type { Change } from "@faelleskort/shared/commands/change.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { readStage } from "@faelleskort/shared/doc/stage.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { freeSheetId, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import {
  RestoredVersionSchema,
  snapshotOfVersion,
  VersionReadSchema,
  VersionsSchema,
  VersionTakenSchema,
} from "@faelleskort/shared/protocol/versions.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import { StoreUnavailable } from "@faelleskort/server/workshops/ports.ts";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { eventually } from "../kit/eventually.ts";
import { startServer } from "../kit/server.ts";
import { provider } from "./raw-client.ts";
import {
  call,
  codeOf,
  command,
  type Guest,
  type Meeting,
  runMemoryApp,
  startMeeting,
} from "./running-app.ts";

const createNote = (name: string, sheet: SheetId = "wall"): Change => ({
  kind: "create-note",
  note: {
    id: noteId(`note-${name}`),
    sheet,
    text: name,
    position: { x: 1, y: 2, z: 0 },
    ...noteDefaults,
    author: { label: "Biblioteket", participantId: null },
    createdAt: 1,
    deleted: false,
  },
});
const deleteNote = (name: string): Change => ({
  kind: "patch-note",
  id: noteId(`note-${name}`),
  patch: { deleted: true },
});

/** Somebody at the board, with a y-websocket client as anybody could write it. */
interface Editor {
  readonly doc: Y.Doc;
  /** The texts of the notes they see. */
  notes(): string[];
  write(...changes: readonly Change[]): Promise<void>;
  [Symbol.dispose](): void;
}

async function sitDown(url: string, guest: Guest): Promise<Editor> {
  const doc = new Y.Doc();
  const link = provider(url, guest, doc);
  await new Promise<void>((resolve) => {
    link.once("sync", () => resolve());
  });
  return {
    doc,
    notes: () =>
      [...readBoard(doc).notesById.values()]
        .filter(({ deleted }) => !deleted)
        .map(({ text }) => text)
        .sort(),
    async write(...changes) {
      applyChanges(doc, changes, null);
      await arrived(url, guest, doc);
    },
    [Symbol.dispose]: () => link.destroy(),
  };
}

/** Waits until the server's board is the same. */
async function arrived(url: string, guest: Guest, doc: Y.Doc): Promise<void> {
  const mine = [...readBoard(doc).notesById.values()].filter(({ deleted }) => !deleted).length;
  await eventually("what was written to arrive", async () => {
    const { json } = await call(url, api.export(guest.workshopId, "json"), guest);
    return (
      v.parse(v.object({ board: v.object({ notes: v.array(v.unknown()) }) }), json).board.notes.length ===
      mine
    );
  });
}

async function versionsOf(url: string, guest: Guest) {
  const { json } = await call(url, api.versions(guest.workshopId), guest);
  return v.parse(VersionsSchema, json).versions;
}

const untilVersions = (url: string, guest: Guest, count: number) =>
  eventually(`${count} versions`, async () => {
    const versions = await versionsOf(url, guest);
    return versions.length === count ? versions : undefined;
  });

async function read(url: string, guest: Guest, id: VersionId) {
  const { json } = await call(url, api.version(guest.workshopId, id), guest);
  const { version, board } = v.parse(VersionReadSchema, json);
  const notes = [...snapshotOfVersion(board).notesById.values()];
  return { version, notes: notes.filter(({ deleted }) => !deleted).map(({ text }) => text) };
}

async function keep(url: string, { facilitator }: Meeting, name?: string) {
  const body = name === undefined ? {} : { name };
  const answer = await call(url, api.versions(facilitator.workshopId), { ...facilitator, body });
  expect(answer.status).toBe(201);
  return v.parse(VersionTakenSchema, answer.json).version;
}

const restore = (url: string, guest: Guest, id: VersionId) =>
  call(url, api.restoreVersion(guest.workshopId, id), { cookie: guest.cookie, method: "POST" });

async function restored(url: string, guest: Guest, id: VersionId): Promise<VersionId | null> {
  const answer = await restore(url, guest, id);
  expect(answer.status).toBe(200);
  return v.parse(RestoredVersionSchema, answer.json).before;
}

describe("versions", () => {
  it("HIST-1 the board is kept when a step ends, and not again while nothing has changed", async () => {
    await using app = await runMemoryApp();
    const { url } = app;
    const meeting = await startMeeting(url);
    const { facilitator, participant } = meeting;
    using anne = await sitDown(url, participant);
    await anne.write(createNote("Korpset"), createNote("Klubben"));
    await command(url, facilitator, { type: "step.next" });
    const [first] = await untilVersions(url, participant, 1);
    expect(first).toMatchObject({ kind: "step", step: "1.1", counts: { notes: 2, actors: 0 }, by: "" });
    await anne.write(deleteNote("Korpset"));
    // Not a change of step: nothing is kept.
    await command(url, facilitator, { type: "step.rename", step: "1.2", title: "Steder" });
    await command(url, facilitator, { type: "step.next" });
    const [second] = await untilVersions(url, participant, 2);
    expect(second).toMatchObject({ kind: "step", step: "1.2", counts: { notes: 1 } });
    await command(url, facilitator, { type: "step.go", step: "1.1" });
    await keep(url, meeting, "Før pausen");
    await anne.write(createNote("Kirken"));
    await command(url, facilitator, { type: "step.next" });
    const all = await untilVersions(url, participant, 4);
    expect(all.map(({ kind, name }) => name ?? kind)).toEqual(["step", "Før pausen", "step", "step"]);
    if (first === undefined) throw new Error("no version");
    expect(await read(url, participant, first.id)).toEqual({ version: first, notes: ["Klubben", "Korpset"] });
  });

  it("HIST-2 HIST-3 a version is brought back for everybody, as a version of its own, and taken back the same way", async () => {
    await using app = await runMemoryApp();
    const { url } = app;
    const meeting = await startMeeting(url);
    const { facilitator, participant, observer } = meeting;
    using anne = await sitDown(url, participant);
    using screen = await sitDown(url, observer);
    await anne.write(createNote("Korpset"), createNote("Klubben"));
    const old = await keep(url, meeting, "Det hele");
    await anne.write(deleteNote("Korpset"), deleteNote("Klubben"), createNote("Ny"));

    const before = await restored(url, facilitator, old.id);
    for (const person of [anne, screen])
      await eventually("the old cards", () => person.notes().join() === "Klubben,Korpset");
    expect(readBoard(anne.doc).notesById.get(noteId("note-Ny"))).toMatchObject({ deleted: true, text: "Ny" });
    expect((await versionsOf(url, observer)).map(({ kind, name }) => [kind, name])).toEqual([
      ["restored", "Det hele"],
      ["before-restore", null],
      ["asked", "Det hele"],
    ]);
    // Everybody hears of it by the stage, and what takes it back.
    const stage = new Y.Doc();
    const link = provider(url, observer, stage, "stage");
    await eventually("the stage", () => readStage(stage)?.restored?.serial === 1);
    expect(readStage(stage)?.restored).toEqual({ serial: 1, before });

    if (before === null) throw new Error("nothing was restored");
    await restored(url, facilitator, before);
    for (const person of [anne, screen])
      await eventually("the new one", () => person.notes().join() === "Ny");
    await eventually("the stage", () => readStage(stage)?.restored?.serial === 2);
    link.destroy();
    // Already so: nothing is done.
    expect(await restored(url, facilitator, before)).toBeNull();
  });

  it("HIST-2 a free sheet that was taken away since is there again with what lay on it, and newer ones stay", async () => {
    await using app = await runMemoryApp();
    const { url } = app;
    const meeting = await startMeeting(url);
    const { facilitator, participant } = meeting;
    const [first, second] = [freeSheetId("free-first1"), freeSheetId("free-second")];
    await command(url, facilitator, { type: "sheet.add", id: first, title: "Ideer" });
    using anne = await sitDown(url, participant);
    await anne.write(createNote("Korpset", first));
    const old = await keep(url, meeting);
    await anne.write(deleteNote("Korpset"));
    await command(url, facilitator, { type: "sheet.remove", id: first });
    await command(url, facilitator, { type: "sheet.add", id: second, title: "Nyt" });
    await restored(url, facilitator, old.id);
    const stage = new Y.Doc();
    const link = provider(url, participant, stage, "stage");
    await eventually("the stage", () => readStage(stage)?.restored?.serial === 1);
    expect(readStage(stage)?.freeSheets).toEqual([
      { id: second, title: "Nyt" },
      { id: first, title: "Ideer" },
    ]);
    await eventually("the note", () => anne.notes().join() === "Korpset");
    link.destroy();
  });

  it("HIST-5 facilitators keep and bring back, all others look on, strangers do neither", async () => {
    await using app = await runMemoryApp();
    const { url } = app;
    const meeting = await startMeeting(url);
    const stranger = (await startMeeting(url)).facilitator;
    const version = await keep(url, meeting);
    for (const guest of [meeting.participant, meeting.observer]) {
      expect(codeOf(await call(url, api.versions(meeting.id), { ...guest, body: {} }))).toBe("wrong-role");
      expect(codeOf(await restore(url, guest, version.id))).toBe("wrong-role");
      expect(await versionsOf(url, guest)).toEqual([version]);
      expect((await read(url, guest, version.id)).version).toEqual(version);
    }
    for (const path of [api.versions(meeting.id), api.version(meeting.id, version.id)]) {
      expect((await call(url, path, { cookie: stranger.cookie })).status).toBe(403);
      expect((await call(url, path)).status).toBe(401);
    }
    // Another workshop's version isn't one of mine.
    expect(codeOf(await restore(url, stranger, version.id))).toBe("no-such-version");
    expect(codeOf(await call(url, api.version(stranger.workshopId, version.id), stranger))).toBe(
      "no-such-version",
    );
    expect(codeOf(await call(url, `${api.versions(meeting.id)}/..%2f`, meeting.facilitator))).toBe(
      "no-such-version",
    );
  });

  it("HIST-2 when storing fails nothing is claimed, and it can be done again", async () => {
    await using app = await runMemoryApp();
    const { url } = app;
    const meeting = await startMeeting(url);
    const { facilitator, participant } = meeting;
    const old = await keep(url, meeting);
    {
      using anne = await sitDown(url, participant);
      await anne.write(createNote("Ny"));
    }
    app.store.failWrites(new StoreUnavailable("full", "the disk is full"));
    expect((await restore(url, facilitator, old.id)).status).toBe(503);
    app.store.failWrites(null);
    await eventually("the store to work", async () => (await call(url, "/healthz")).status === 200);
    await restored(url, facilitator, old.id);
    const { json } = await call(url, api.export(meeting.id, "json"), facilitator);
    expect(json).toMatchObject({ board: { notes: [] } });
  });

  it("BACKUP-5 the backup of a workshop carries its versions, and in a new one they are there to be brought back", async () => {
    await using app = await runMemoryApp();
    const { url } = app;
    const meeting = await startMeeting(url);
    using anne = await sitDown(url, meeting.participant);
    await anne.write(createNote("Korpset"), createNote("Klubben"));
    await keep(url, meeting, "Før");
    await anne.write(deleteNote("Korpset"), createNote("Kirken"));
    await command(url, meeting.facilitator, { type: "step.next" });
    await untilVersions(url, meeting.facilitator, 2);
    const backup = (guest: Guest) => call(url, api.backup(guest.workshopId), guest);
    const exported = await call(url, api.export(meeting.id, "json"), meeting.facilitator);
    expect(exported.json).not.toHaveProperty("versions");
    const file = await backup(meeting.facilitator);

    const next = await startMeeting(url);
    const { facilitator } = next;
    const path = api.import(next.id);
    const broken = v.parse(v.looseObject({ versions: v.looseObject({}) }), file.json);
    const unreadable = {
      ...broken,
      versions: { ...broken.versions, records: { actors: [], marks: [], notes: [], elements: [] } },
    };
    expect(codeOf(await call(url, path, { ...facilitator, body: unreadable }))).toBe("import-unreadable");
    expect(await versionsOf(url, facilitator)).toEqual([]);

    expect((await call(url, path, { ...facilitator, body: file.json })).status).toBe(200);
    const [newest, oldest] = await versionsOf(url, facilitator);
    expect(newest).toMatchObject({ kind: "step", step: "1.1", counts: { notes: 2 } });
    expect(oldest).toMatchObject({ kind: "asked", name: "Før", counts: { notes: 2 } });
    if (oldest === undefined) throw new Error("no version");
    expect((await read(url, facilitator, oldest.id)).notes).toEqual(["Klubben", "Korpset"]);
    // What was read in gives the same file again.
    const again = v.parse(v.looseObject({ exportedAt: v.string() }), (await backup(facilitator)).json);
    expect(again).toEqual({ ...v.parse(v.looseObject({}), file.json), exportedAt: again.exportedAt });
    await restored(url, facilitator, oldest.id);
    using bo = await sitDown(url, next.participant);
    expect(bo.notes()).toEqual(["Klubben", "Korpset"]);
  });

  it("HIST-6 versions outlive the server, also one that ends right after the step", async () => {
    await using server = await startServer();
    const { url } = server;
    const { facilitator, participant } = await startMeeting(url);
    {
      using anne = await sitDown(url, participant);
      await anne.write(createNote("Korpset"));
    }
    await command(url, facilitator, { type: "step.next" });
    await server.stop();
    await server.restart();
    const [first] = await versionsOf(url, participant);
    expect(first).toMatchObject({ kind: "step", counts: { notes: 1 } });
    if (first === undefined) throw new Error("no version");
    expect(await read(url, participant, first.id)).toMatchObject({ notes: ["Korpset"] });
  });

  it("HIST-1 cards that are sent because private writing ends belong to the version of that step", async () => {
    const waits: { ms: number; run: () => void }[] = [];
    await using app = await runMemoryApp({
      timers: {
        after(ms, run) {
          if (ms === 5_000) waits.push({ ms, run });
          const timer = ms === 5_000 ? undefined : setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        every(ms, run) {
          const timer = setInterval(run, ms);
          return () => clearInterval(timer);
        },
      },
    });
    const { url } = app;
    const { facilitator, participant } = await startMeeting(url);
    await command(url, facilitator, { type: "step.go", step: "1.3" });
    await untilVersions(url, participant, 1);
    await command(url, facilitator, { type: "step.next" });
    using anne = await sitDown(url, participant);
    await anne.write(createNote("Kladde"));
    expect(await versionsOf(url, participant)).toHaveLength(1);
    for (const { run } of waits) run();
    const [newest] = await untilVersions(url, participant, 2);
    expect(newest).toMatchObject({ step: "1.3", counts: { notes: 1 } });
  });
});
