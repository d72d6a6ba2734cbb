import { inviteId, participantId, workshopId } from "@faelleskort/shared/model/ids.ts";
import * as decoding from "lib0/decoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { syncLimits } from "../policies/limits.ts";
import { Connection } from "./connection.ts";
import { Counters } from "./counters.ts";
import { Outbox } from "./outbox.ts";
import { PresenceTable } from "./presence.ts";
import { RoomMeter } from "./room-meter.ts";
import { TestTimers } from "./test-timers.ts";

function room(count: number) {
  const timers = new TestTimers();
  const received: Uint8Array[][] = Array.from({ length: count }, () => []);
  const connections = received.map((frames, index) => {
    const socket = {
      send: (...sent: (Uint8Array | null)[]) => void frames.push(...sent.filter((frame) => frame !== null)),
      onDrained() {},
      buffered: () => 0,
      taken: () => 0,
      ping() {},
      close() {},
      terminate() {},
    };
    const member = {
      participantId: participantId(`person-${index}`),
      role: "participant" as const,
      inviteId: inviteId("invite-1"),
    };
    return new Connection(member, socket, timers, new Counters());
  });
  const meter = new RoomMeter({ workshopId: workshopId("workshop-1"), kind: "board" }, new Counters());
  const presence = new PresenceTable();
  const outbox = new Outbox(presence, timers, meter);
  for (const connection of connections) outbox.join(connection);
  const source = new Y.Doc();
  const edit = (index: number) => {
    const vector = Y.encodeStateVector(source);
    const before = Y.decodeStateVector(vector);
    const key = `key-${Y.getState(source.store, source.clientID)}`;
    source.getMap("notes").set(key, index);
    const update = Y.encodeStateAsUpdate(source, vector);
    outbox.addEdits([{ update, read: null, from: connections[index] ?? null, before }]);
    return key;
  };
  /** The keys that one connection has been told of, frame by frame. */
  const told = (index: number): string[][] =>
    (received[index] ?? []).map((frame) => {
      const decoder = decoding.createDecoder(frame);
      expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 2]);
      const { structs } = Y.decodeUpdate(decoding.readVarUint8Array(decoder));
      return structs.flatMap((struct) =>
        struct instanceof Y.Item && struct.parentSub !== null ? [struct.parentSub] : [],
      );
    });
  return { timers, received, edit, told, outbox, presence, connections };
}

test("the first edit goes out at once, those that follow closely as one frame, to all but who made them", () => {
  const { timers, edit, told } = room(3);
  const first = edit(0);
  expect([told(0), told(1), told(2)]).toEqual([[], [[first]], [[first]]]);
  const second = edit(0);
  const third = edit(1);
  expect(told(2)).toHaveLength(1);
  timers.pass(syncLimits.tickLatest);
  expect(told(2)).toEqual([[first], [second, third]]);
  expect(told(0)).toEqual([[third]]);
  expect(told(1)).toEqual([[first], [second]]);
});

test("all who made nothing get the very same bytes", () => {
  const { timers, edit, received } = room(5);
  edit(0);
  edit(0);
  edit(1);
  timers.pass(syncLimits.tickLatest);
  const frames = [2, 3, 4].map((index) => received[index]?.[1]);
  expect(frames[0]).toBeDefined();
  expect(new Set(frames).size).toBe(1);
});

test("presence waits a moment for an edit to leave with, and no longer", () => {
  const { timers, edit, received, outbox } = room(3);
  outbox.addPresence(1, null);
  expect(received[2]).toEqual([]);
  timers.pass(5);
  edit(0);
  expect(received[2]).toHaveLength(2);
  timers.pass(syncLimits.tickLatest);
  outbox.addPresence(1, null);
  timers.pass(11);
  expect(received[2]).toHaveLength(2);
  timers.pass(1);
  expect(received[2]).toHaveLength(3);
});

test("in a large room those who only listen are told less often, and miss nothing when they begin or stop taking part", () => {
  const { timers, edit, told, connections } = room(120);
  const [writer, listener, changing] = [0, 50, 60];
  connections[writer]?.wrote();
  const keys: string[] = [];
  // All who came while the room was small were told at once until now.
  keys.push(edit(writer));
  expect(told(119)).toHaveLength(1);
  for (let ms = 0; ms < 80_000; ms += 20) {
    timers.pass(20);
    if (ms === 20_000) connections[changing]?.wrote();
    if (ms % 10_000 === 0) connections[writer]?.wrote();
    if (ms % 100 === 0) keys.push(edit(ms % 5_000 === 0 ? listener + 1 : writer));
    else if (ms % 40 === 0) keys.push(edit(writer));
  }
  timers.pass(1_000);
  for (const index of [listener, changing]) {
    const once = new Set(told(index).flat());
    expect(keys.filter((key) => !once.has(key))).toEqual([]);
  }
  const frames = (index: number) => told(index).length;
  expect(frames(changing)).toBeGreaterThan(frames(listener));
  expect(frames(listener)).toBeLessThan(80_000 / 80 + 3);
});

test("that somebody has gone is told in both rhythms before it is forgotten", () => {
  const { timers, outbox, presence, connections, received } = room(120);
  const [first] = connections;
  if (first === undefined) throw new Error("nobody is there");
  connections[1]?.wrote();
  presence.take(first, Uint8Array.of(1, 7, 1, 2, 0x7b, 0x7d), () => undefined);
  outbox.addPresence(7, first);
  timers.pass(1_000);
  presence.leave(first);
  const before = received.map(({ length }) => length);
  outbox.addPresence(7, null);
  timers.pass(1_000);
  const news = received.map((frames, index) => frames.slice(before[index]).map((frame) => [...frame].length));
  expect(new Set(news.map((lengths) => JSON.stringify(lengths)))).toEqual(new Set(["[10]"]));
  expect(presence.frame([7])).toEqual(presence.frame([]));
});
