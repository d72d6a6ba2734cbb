import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { syncType } from "@faelleskort/shared/protocol/messages.ts";
import { httpLimits, syncLimits, workLimits } from "@faelleskort/server/policies/limits.ts";
import { TestTimers } from "@faelleskort/server/workshops/test-timers.ts";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { enter, presenceFrame, syncFrame } from "../contracts/raw-client.ts";
import { type Guest, runMemoryApp, startMeeting } from "../contracts/running-app.ts";
import { settledHeap } from "./kit/heap.ts";
import { upgradeByHand } from "./kit/hand-made.ts";
import { adding, writeNotes } from "./kit/notes.ts";

const mebi = 1024 * 1024;
function socketOf(url: string, guest: Guest, options: WebSocket.ClientOptions = {}): WebSocket {
  const address = `${url.replace(/^http/, "ws")}/sync/${guest.workshopId}/board`;
  return new WebSocket(address, { ...options, headers: { cookie: guest.cookie } });
}

const closing = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    // What the server refused to read may still be on its way.
    socket.on("error", () => {});
    socket.once("close", resolve);
  });
const opening = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once("open", () => resolve()).once("error", reject);
  });

describe("how large a message may be", () => {
  it("ABUSE-3 a full board moved at once, and a paste of 300 cards, are taken; more than a megabyte is refused by name", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const doc = new Y.Doc();
    const filler = await enter(app.url, facilitator);
    for (let part = 0; part < 4; part += 1) {
      const before = Y.encodeStateVector(doc);
      writeNotes(doc, part * 2_500, 2_500, "");
      filler.update(Y.encodeStateAsUpdate(doc, before));
      app.clock.time += 10_000;
    }
    filler.step1(Y.encodeStateVector(doc));
    const mover = new Y.Doc();
    Y.applyUpdate(mover, Y.encodeStateAsUpdate(doc));
    const raw = await enter(app.url, participant);
    const sizes: number[] = [];
    mover.on("update", (update: Uint8Array) => {
      sizes.push(update.length);
      raw.update(update);
    });
    await filler.saved(4);
    mover.transact(() => {
      recordsOf(mover, "notes").forEach((record, id) => {
        record.set("position", { x: Number(id.slice(-6)) + 0.1, y: -3_000.3, z: 12_345 });
      });
    });
    await raw.saved(1);
    const paste = new Y.Doc();
    raw.update(
      adding(paste, 300, "Fodboldklubben på Høje Gladsaxe har 240 medlemmer og eget klubhus. ".repeat(6)),
    );
    await raw.saved(2);
    expect(raw.heard.filter(({ type }) => type === "refused")).toEqual([]);
    expect(sizes[0]).toBeGreaterThan(400_000);
    raw.step2(new Uint8Array(syncLimits.edit + 1));
    expect((await raw.refused(3)).reason).toBe("too-large");
    expect(raw.closeCode).toBeNull();
    for (const client of [filler, raw]) client.close();
  });

  it("ABUSE-3 50 MB end only that socket, with 1009, and are never held", async () => {
    await using app = await runMemoryApp();
    const { participant } = await startMeeting(app.url);
    const other = await enter(app.url, participant);
    await other.roundTrip();
    const bytes = new Uint8Array(50 * mebi);
    const before = await settledHeap();
    const socket = socketOf(app.url, participant);
    const closed = closing(socket);
    await opening(socket);
    socket.send(bytes);
    expect(await closed).toBe(closeCode.tooBig);
    expect((await settledHeap()) - before).toBeLessThan(8 * mebi);
    await other.roundTrip();
    other.close();
  });

  it("ABUSE-6 a message in more pieces than a browser makes ends that socket; in fewer it is read", async () => {
    await using app = await runMemoryApp();
    const { participant } = await startMeeting(app.url);
    const cut = async (pieces: number): Promise<WebSocket> => {
      const socket = socketOf(app.url, participant);
      await opening(socket);
      const frame = syncFrame(syncType.step1, Uint8Array.of(0));
      socket.send(frame.subarray(0, 1), { fin: false });
      for (let piece = 2; piece < pieces; piece += 1) socket.send(new Uint8Array(0), { fin: false });
      socket.send(frame.subarray(1), { fin: true });
      return socket;
    };
    expect(await closing(await cut(syncLimits.fragments + 1))).toBe(1008);
    const sound = await cut(syncLimits.fragments);
    await new Promise((resolve) => {
      sound.once("message", resolve);
    });
    sound.terminate();
  });

  it("ABUSE-6 compression isn't agreed to, and a compressed message ends that socket", async () => {
    await using app = await runMemoryApp();
    const { participant } = await startMeeting(app.url);
    const offering = socketOf(app.url, participant, { perMessageDeflate: true });
    await opening(offering);
    expect(offering.extensions).toBe("");
    offering.terminate();
    const { socket, closed } = await upgradeByHand(app.url, participant);
    // A binary message with the bit that says "compressed", masked with zeros.
    socket.write(Uint8Array.of(0xc2, 0x83, 0, 0, 0, 0, 1, 2, 3));
    expect(await closed).toBe(1002);
  });
});

describe("how much one connection may ask for", () => {
  it("ABUSE-5 who causes more work than a person is read more slowly, loses nothing, and holds up nobody", async () => {
    const timers = new TestTimers();
    await using app = await runMemoryApp({ timers });
    const { participant, facilitator } = await startMeeting(app.url);
    const greedy = await enter(app.url, participant);
    const other = await enter(app.url, facilitator);
    const questions = workLimits.burst / workLimits.perAnswer;
    for (let count = 0; count < questions; count += 1) {
      // Each answer first, so that all have been read one by one.
      // oxlint-disable-next-line no-await-in-loop
      await greedy.roundTrip();
    }
    const doc = new Y.Doc();
    greedy.update(adding(doc, 1));
    for (let count = 0; count < 20; count += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await other.roundTrip();
    }
    expect(greedy.heard.filter(({ type }) => type === "saved")).toEqual([]);
    expect(greedy.closeCode).toBeNull();
    app.clock.time += 1_000;
    timers.pass(1_000);
    await greedy.saved(1);
    for (const client of [greedy, other]) client.close();
  });

  it("ABUSE-5 who causes far more at once is closed with 4429", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const other = await enter(app.url, facilitator);
    const greedy = await enter(app.url, participant);
    for (let count = 0; count < 200; count += 1) greedy.step1(Uint8Array.of(0));
    expect(await greedy.closed()).toBe(closeCode.tooFast);
    await other.roundTrip();
    other.close();
  });

  it("ABUSE-5 whoever floods with pings, which all want an answer, is ended, and nobody else", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const other = await enter(app.url, facilitator);
    const socket = socketOf(app.url, participant);
    await opening(socket);
    for (let count = 0; count <= syncLimits.framesAtOnce; count += 1) socket.ping("a".repeat(125));
    // Cut by `ws` when pongs wait, by the limit on messages when they are taken.
    expect([1006, closeCode.tooFast]).toContain(await closing(socket));
    await other.roundTrip();
    other.close();
  });

  it("ABUSE-5 what a person does in a hard minute is within it: 40 drags a second, a paste, a day offline", async () => {
    const timers = new TestTimers();
    await using app = await runMemoryApp({ timers });
    const { participant } = await startMeeting(app.url);
    const raw = await enter(app.url, participant);
    const doc = new Y.Doc();
    raw.update(adding(doc, 300, "tekst ".repeat(80)));
    raw.step2(Y.encodeStateAsUpdate(doc));
    const drag = Array.from({ length: 60 }, (_, index) => ({
      record: "note",
      id: `note-${index}`,
      x: 1.5,
      y: 2.5,
    }));
    for (let second = 0; second < 60; second += 1) {
      app.clock.time += 1_000;
      for (let count = 0; count < 40; count += 1) {
        raw.send(presenceFrame([{ id: doc.clientID, clock: second * 40 + count + 1, state: { drag } }]));
      }
      // Never slowed: nothing is read again before the timers are moved, and they aren't.
      // oxlint-disable-next-line no-await-in-loop
      await raw.roundTrip();
    }
    expect(raw.closeCode).toBeNull();
    raw.close();
  });
});

describe("how many sockets", () => {
  it("ABUSE-7 2,000 from one address: no more than the limit get in, and people elsewhere still do", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator } = await startMeeting(app.url);
    const open: WebSocket[] = [];
    const refused: number[] = [];
    const attempt = (): Promise<void> =>
      new Promise((resolve, reject) => {
        const socket = socketOf(app.url, participant, { localAddress: "127.0.0.2" });
        socket.once("open", () => {
          open.push(socket);
          resolve();
        });
        socket.once("unexpected-response", (_request, response) => {
          refused.push(response.statusCode ?? 0);
          response.destroy();
          resolve();
        });
        socket.once("error", reject);
      });
    for (let batch = 0; batch < 10; batch += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(Array.from({ length: 200 }, attempt));
    }
    expect([open.length, refused.length]).toEqual([
      httpLimits.socketsPerAddress,
      2_000 - httpLimits.socketsPerAddress,
    ]);
    expect(new Set(refused)).toEqual(new Set([429]));
    const elsewhere = socketOf(app.url, facilitator, { localAddress: "127.0.0.3" });
    await new Promise((resolve, reject) => {
      elsewhere.once("message", resolve).once("error", reject);
    });
    // A place is free again once somebody leaves.
    const gone = closing(open[0] ?? elsewhere);
    open[0]?.close();
    await gone;
    await attempt();
    expect(open.length).toBe(httpLimits.socketsPerAddress + 1);
    for (const socket of [...open, elsewhere]) socket.terminate();
  });
});
