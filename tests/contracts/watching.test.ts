import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import { mountInspector } from "@faelleskort/server/inspector/mount-inspector.ts";
import type { Store } from "@faelleskort/server/workshops/ports.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { refusalReasons } from "@faelleskort/shared/protocol/messages.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import * as Y from "yjs";
import { eventually } from "../kit/eventually.ts";
import { type MetricFamily, readPrometheus, sampleOf } from "../kit/prometheus.ts";
import { startServer } from "../kit/server.ts";
import { enter, presenceFrame, refusalStatus } from "./raw-client.ts";
import { call, join, runApp, runMemoryApp, startMeeting } from "./running-app.ts";

const read = async (url: string): Promise<ReadonlyMap<string, MetricFamily>> =>
  readPrometheus((await call(url, "/metrics")).text);

/** Writes one note with each call, as one update frame. */
function scribe(): { doc: Y.Doc; write: (text: string) => Uint8Array } {
  const doc = new Y.Doc();
  let count = 0;
  const write = (text: string): Uint8Array => {
    count += 1;
    const before = Y.encodeStateVector(doc);
    const id = noteId(`note-${String(count).padStart(4, "0")}`);
    const author = { label: "Mette Hansen", participantId: null };
    const position = { x: count, y: 0, z: 0 };
    const note = {
      id,
      ...noteDefaults,
      sheet: "wall" as const,
      text,
      position,
      author,
      createdAt: 1,
      deleted: false,
    };
    recordsOf(doc, "notes").set(id, noteRecord(note));
    return Y.encodeStateAsUpdate(doc, before);
  };
  return { doc, write };
}

/** A store that hands appends on only when told to. */
function heldStore(): { store: Store; hold: () => void; release: () => void } {
  const store = createMemoryStore();
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  return {
    store: {
      ...store,
      append: async (id, kind, take) => {
        await gate.promise;
        return store.append(id, kind, take);
      },
    },
    hold: () => (gate = Promise.withResolvers()),
    release: () => gate.resolve(),
  };
}

describe("/metrics", () => {
  it("WATCH-2 counts what is refused over HTTP, sockets too, by status", async () => {
    await using app = await runMemoryApp();
    const { id, participant } = await startMeeting(app.url);
    const before = await read(app.url);
    const grown = (after: ReadonlyMap<string, MetricFamily>, status: string): number =>
      sampleOf(after, "faelleskort_http_refused_total", { status }) -
      sampleOf(before, "faelleskort_http_refused_total", { status });
    await call(app.url, "/api/nothing");
    await call(app.url, `/api/workshops/${id}/me`);
    await call(app.url, "/api/join", { body: { invite: "" } });
    expect(await refusalStatus(app.url, id, "board", {})).toBe(401);
    const foreign = { cookie: participant.cookie, origin: "https://evil.example" };
    expect(await refusalStatus(app.url, id, "board", foreign)).toBe(403);
    await eventually("all to be counted", async () => {
      const after = await read(app.url);
      expect(["400", "401", "403", "404", "500"].map((status) => grown(after, status))).toEqual([
        1, 2, 1, 1, 0,
      ]);
      return true;
    });
  });

  it("WATCH-1 is strict Prometheus text that names nobody, from the first reading on", async () => {
    await using app = await runMemoryApp();
    const empty = await call(app.url, "/metrics");
    expect(empty.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    const names = [...readPrometheus(empty.text).keys()];
    const meeting = await startMeeting(app.url);
    const guest = await join(app.url, meeting.created.invites.participant.secret, undefined, "Mette Hansen");
    const client = await enter(app.url, guest);
    client.update(scribe().write("Hemmelig tekst"));
    await client.saved(1);
    const { text } = await call(app.url, "/metrics");
    // The same families whatever has happened: no line of a dashboard comes and goes.
    expect([...readPrometheus(text).keys()]).toEqual(names);
    for (const secret of [meeting.id, guest.participantId, "Mette", "Hemmelig", "Gladsaxe"]) {
      expect(text).not.toContain(secret);
    }
    client.close();
  });

  it("WATCH-2 counts rooms, sockets, frames, ticks, savings and refusals as they happen", async () => {
    await using app = await runMemoryApp();
    const { facilitator, participant, observer } = await startMeeting(app.url);
    const before = await read(app.url);
    expect(sampleOf(before, "faelleskort_rooms", { document: "board" })).toBe(0);
    for (const reason of refusalReasons)
      expect(sampleOf(before, "faelleskort_refused_total", { reason })).toBe(0);

    const writer = await enter(app.url, participant);
    const others = [await enter(app.url, facilitator), await enter(app.url, observer)];
    await Promise.all([writer, ...others].map((client) => client.roundTrip()));
    const joined = await read(app.url);
    expect(sampleOf(joined, "faelleskort_rooms", { document: "board" })).toBe(1);
    for (const role of ["facilitator", "participant", "observer"]) {
      expect(sampleOf(joined, "faelleskort_sockets", { role })).toBe(1);
    }

    const { doc, write } = scribe();
    const update = write("en");
    const presence = presenceFrame([{ id: doc.clientID, clock: 1, state: { cursor: null } }]);
    writer.update(update);
    writer.send(presence);
    await writer.saved(1);
    for (const client of others) {
      // oxlint-disable-next-line no-await-in-loop
      await client.until((heard) => heard.type === "sync" && heard.kind === "update");
      // oxlint-disable-next-line no-await-in-loop
      await client.until((heard) => heard.type === "presence");
    }
    const [, watching] = others;
    watching?.update(write("forbudt"));
    await watching?.refused(1);

    const after = await read(app.url);
    const grown = (name: string, labels = {}): number =>
      sampleOf(after, name, labels) - sampleOf(joined, name, labels);
    expect(grown("faelleskort_frames_in_total")).toBe(3);
    expect(grown("faelleskort_bytes_in_total")).toBeGreaterThan(update.length + presence.length);
    // Receipts for two frames, a refusal, and an edit and presence for each of the two others.
    expect(grown("faelleskort_frames_out_total")).toBe(7);
    expect(grown("faelleskort_bytes_out_total")).toBeGreaterThan(2 * update.length + 2 * presence.length);
    expect([grown("faelleskort_tick_edits_count"), grown("faelleskort_tick_edits_sum")]).toEqual([1, 1]);
    expect(grown("faelleskort_tick_edits_bucket", { le: "1" })).toBe(1);
    expect([grown("faelleskort_tick_presence_count"), grown("faelleskort_tick_presence_sum")]).toEqual([
      1, 1,
    ]);
    expect(grown("faelleskort_saved_seconds_count")).toBeGreaterThanOrEqual(1);
    expect(grown("faelleskort_refused_total", { reason: "observer" })).toBe(1);
    expect(sampleOf(after, "process_resident_memory_bytes")).toBeGreaterThan(10_000_000);

    writer.send("text, which nobody sends");
    await writer.closed();
    await eventually("the socket to be gone", async () => {
      const now = await read(app.url);
      return sampleOf(now, "faelleskort_sockets", { role: "participant" }) === 0;
    });
    const closed = await read(app.url);
    expect(sampleOf(closed, "faelleskort_closed_total", { reason: "protocolError" })).toBe(1);
    for (const client of others) client.close();
  });

  it("WATCH-2 shows what waits for the disk, and for how long", async () => {
    const { store, hold, release } = heldStore();
    await using app = await runApp(store);
    const { participant } = await startMeeting(app.url);
    const client = await enter(app.url, participant);
    await client.roundTrip();
    hold();
    const { write } = scribe();
    client.update(write("venter"));
    await eventually("an append to wait", async () => {
      const now = await read(app.url);
      return sampleOf(now, "faelleskort_store_queue") === 1;
    });
    const first = sampleOf(await read(app.url), "faelleskort_store_queue_oldest_seconds");
    const second = sampleOf(await read(app.url), "faelleskort_store_queue_oldest_seconds");
    expect(second).toBeGreaterThan(first);
    release();
    await client.saved(1);
    const after = await read(app.url);
    expect(sampleOf(after, "faelleskort_store_queue")).toBe(0);
    expect(sampleOf(after, "faelleskort_store_queue_oldest_seconds")).toBe(0);
    client.close();
  });
});

const devServer = new URL(import.meta.resolve("@faelleskort/server/dev-server.ts"));

const InspectionSchema = v.object({
  at: v.number(),
  rooms: v.array(
    v.looseObject({
      workshop: v.string(),
      document: v.string(),
      clientIds: v.array(v.number()),
      saved: v.nullable(v.object({ median: v.number(), slowest: v.number() })),
    }),
  ),
  ticks: v.array(v.looseObject({ edits: v.number(), presence: v.number(), bytes: v.number() })),
});

describe("the inspector", () => {
  it("WATCH-3 shows rooms and their last ticks, without names and texts", async () => {
    await using app = await runMemoryApp({ addOn: mountInspector });
    const { created, facilitator, id } = await startMeeting(app.url);
    const guest = await join(app.url, created.invites.participant.secret, undefined, "Mette Hansen");
    const writer = await enter(app.url, guest);
    const reader = await enter(app.url, facilitator);
    await Promise.all([writer.roundTrip(), reader.roundTrip()]);
    const { doc, write } = scribe();
    writer.send(
      presenceFrame([
        { id: doc.clientID, clock: 1, state: { user: { name: "Mette Hansen" }, cursor: null } },
      ]),
    );
    writer.update(write("Hemmelig tekst"));
    await writer.saved(1);
    await reader.until((heard) => heard.type === "sync" && heard.kind === "update");

    const { text, json } = await call(app.url, "/inspector/rooms.json");
    const { rooms, ticks } = v.parse(InspectionSchema, json);
    const board = rooms.find(({ document }) => document === "board");
    expect(board).toMatchObject({
      workshop: `${id.slice(0, 6)}…`,
      people: { facilitator: 1, participant: 1, observer: 0 },
      behind: 0,
      tail: 1,
      seq: 1,
      owners: 1,
      clientIds: [doc.clientID],
    });
    expect(board?.saved?.slowest).toBeGreaterThan(0);
    expect(rooms.map(({ document }) => document)).toEqual(["board", "stage"]);
    expect(ticks.filter(({ edits }) => edits > 0)).toMatchObject([
      { document: "board", edits: 1, receivers: 2 },
    ]);
    expect(ticks.find(({ edits }) => edits > 0)?.bytes).toBeGreaterThan(50);
    expect(ticks.reduce((sum, { presence }) => sum + presence, 0)).toBe(1);
    for (const secret of [id, guest.participantId, "Mette", "Hemmelig", "Gladsaxe"]) {
      expect(text).not.toContain(secret);
    }
    writer.close();
    reader.close();
  });

  it("WATCH-3 is a page of files of its own, under the same strict policy as all pages", async () => {
    await using app = await runMemoryApp({ addOn: mountInspector });
    const page = await call(app.url, "/inspector");
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self';style-src 'self';");
    // Nothing inline, which the policy would bar.
    expect(page.text).not.toMatch(/<style|style="|\son\w+=|<script(?![^>]*\ssrc="\/)/);
    const files = [...page.text.matchAll(/(?:src|href)="(\/inspector\/[^"]+)"/g)].map(
      ([, path]) => path ?? "",
    );
    expect(files).toHaveLength(3);
    for (const path of files) {
      // oxlint-disable-next-line no-await-in-loop
      const file = await call(app.url, path);
      expect([file.status, file.headers.get("content-type")]).toEqual([
        200,
        path.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8",
      ]);
    }
  });

  it("WATCH-3 is there in development, and nowhere else", async () => {
    await using development = await startServer({ entry: devServer });
    expect((await call(development.url, "/inspector")).text).toContain("/inspector/inspector.js");
    expect((await call(development.url, "/inspector/rooms.json")).status).toBe(200);
    await using server = await startServer();
    for (const path of ["/inspector/rooms.json", "/inspector/inspector.js", "/inspector/tokens.css"]) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await call(server.url, path)).status, path).toBe(404);
    }
    expect((await call(server.url, "/inspector")).text).not.toContain("inspector.js");
  });
});
