import { inviteId, participantId, workshopId } from "@faelleskort/shared/model/ids.ts";
import * as decoding from "lib0/decoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
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
      send: (first: Uint8Array) => void frames.push(first),
      onDrained() {},
      buffered: () => 0,
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
  const outbox = new Outbox(new Set(connections), new PresenceTable(), timers, new Map(), meter);
  const source = new Y.Doc();
  const edit = (index: number) => {
    const before = Y.encodeStateVector(source);
    const key = `key-${Y.getState(source.store, source.clientID)}`;
    source.getMap("notes").set(key, index);
    const reached = Y.decodeStateVector(Y.encodeStateVector(source));
    const update = Y.encodeStateAsUpdate(source, before);
    outbox.addEdits([{ update, read: null, from: connections[index] ?? null, reached }]);
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
  return { timers, received, edit, told };
}

test("the first edit goes out at once, those of the next 25 ms as one frame, to all but who made them", () => {
  const { timers, edit, told } = room(3);
  const first = edit(0);
  expect([told(0), told(1), told(2)]).toEqual([[], [[first]], [[first]]]);
  const second = edit(0);
  const third = edit(1);
  expect(told(2)).toHaveLength(1);
  timers.pass(25);
  expect(told(2)).toEqual([[first], [second, third]]);
  expect(told(0)).toEqual([[third]]);
  expect(told(1)).toEqual([[first], [second]]);
});

test("all who made nothing get the very same bytes", () => {
  const { timers, edit, received } = room(5);
  edit(0);
  edit(0);
  edit(1);
  timers.pass(25);
  const frames = [2, 3, 4].map((index) => received[index]?.[1]);
  expect(frames[0]).toBeDefined();
  expect(new Set(frames).size).toBe(1);
});
