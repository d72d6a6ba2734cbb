import { inviteId, participantId } from "@faelleskort/shared/model/ids.ts";
import { encodeServerMessage } from "@faelleskort/shared/protocol/messages.ts";
import { expect, test } from "vitest";
import { syncLimits } from "../policies/limits.ts";
import { Connection } from "./connection.ts";
import { Counters } from "./counters.ts";
import { quietFrame } from "./presence.ts";
import { TestTimers } from "./test-timers.ts";

/** A connection whose network takes nothing until told to. */
function connected() {
  const timers = new TestTimers();
  const sent: Uint8Array[] = [];
  const writes: number[] = [];
  const waiting: (() => void)[] = [];
  const events: string[] = [];
  let buffered = 0;
  let taken = 0;
  const member = {
    participantId: participantId("person-1"),
    role: "participant" as const,
    inviteId: inviteId("invite-1"),
  };
  const socket = {
    send(...frames: (Uint8Array | null)[]) {
      writes.push(frames.filter((each) => each !== null).length);
      sent.push(...frames.filter((each) => each !== null));
    },
    onDrained: (run: () => void) => void waiting.push(run),
    buffered: () => buffered,
    taken: () => taken,
    ping: () => void events.push("ping"),
    close: (code: number) => void events.push(`close ${code}`),
    terminate: () => void events.push("terminate"),
  };
  const connection = new Connection(member, socket, timers, new Counters());
  const drain = (): void => {
    buffered = 0;
    for (const done of waiting) done();
  };
  return {
    connection,
    timers,
    sent,
    writes,
    events,
    drain,
    fill: (bytes: number) => (buffered = bytes),
    take: (bytes: number) => (taken += bytes),
  };
}
const frame = Uint8Array.of(0, 2, 0);
const nothingYet: ReadonlyMap<number, number> = new Map();

test("a socket above 256 KiB gets edits but no presence; above 1 MiB nothing, until it has drained", () => {
  const { connection, sent, drain, fill } = connected();
  const resumed: unknown[] = [];
  connection.onDrained(() => resumed.push(connection.resume()));
  connection.sendTick(frame, nothingYet, null);
  fill(syncLimits.dropPresenceAbove + 1);
  connection.sendTick(null, nothingYet, frame);
  expect(sent).toHaveLength(1);
  connection.sendTick(frame, nothingYet, null);
  expect(sent).toHaveLength(2);
  fill(syncLimits.behindAbove + 1);
  const has = new Map([[1, 5]]);
  connection.sendTick(frame, has, null);
  connection.sendTick(frame, new Map([[1, 9]]), null);
  expect(sent).toHaveLength(2);
  drain();
  // It lacks everything from the first frame on that it wasn't sent.
  expect(resumed).toEqual([has]);
  expect(connection.resume()).toBeNull();
  connection.sendTick(frame, nothingYet, null);
  expect(sent).toHaveLength(3);
});

test("SYNC-SAVE-1 a receipt leaves with what is sent next, and alone when nothing is, also to who is behind", () => {
  const { connection, sent, writes, fill } = connected();
  connection.oweReceipt(7);
  connection.sendTick(frame, nothingYet, frame);
  connection.settle();
  expect(writes).toEqual([3]);
  expect(sent).toContainEqual(encodeServerMessage({ type: "saved", frames: 7 }));
  connection.oweReceipt(8);
  connection.settle();
  connection.settle();
  expect(writes).toEqual([3, 1]);
  expect(sent.at(-1)).toEqual(encodeServerMessage({ type: "saved", frames: 8 }));
  fill(syncLimits.behindAbove + 1);
  connection.oweReceipt(9);
  connection.sendTick(frame, nothingYet, null);
  connection.settle();
  expect(writes).toEqual([3, 1, 1]);
  expect(sent.at(-1)).toEqual(encodeServerMessage({ type: "saved", frames: 9 }));
});

test("one that takes its time over what it lacked isn't behind", () => {
  const { connection, sent, drain, fill } = connected();
  const large = new Uint8Array(3 * 1024 * 1024);
  connection.sendAnswer(large, nothingYet);
  fill(large.length);
  connection.sendTick(frame, nothingYet, frame);
  expect(sent).toHaveLength(2);
  expect(connection.isBehind).toBe(false);
  fill(large.length + syncLimits.behindAbove + 1);
  connection.sendTick(frame, nothingYet, null);
  expect(connection.isBehind).toBe(true);
  drain();
  connection.resume();
  // From then on it counts like any other.
  fill(syncLimits.behindAbove + 1);
  connection.sendTick(frame, nothingYet, null);
  expect(connection.isBehind).toBe(true);
});

test("one that stays stuck for a minute is closed with 4408", () => {
  const { connection, timers, events, fill } = connected();
  fill(syncLimits.behindAbove + 1);
  connection.sendTick(frame, nothingYet, null);
  timers.pass(59_000);
  connection.lookAfter();
  expect(events).not.toContain("close 4408");
  timers.pass(1_000);
  connection.lookAfter();
  expect(events).toContain("close 4408");
});

test("one that takes little, but something, is given time; one for which far too much waits is closed with 4408", () => {
  const { connection, timers, events, fill, take } = connected();
  fill(syncLimits.behindAbove + 1);
  for (let count = 0; count < 10; count += 1) {
    timers.pass(syncLimits.stuckAfter - 1);
    take(1);
    connection.heard();
    connection.lookAfter();
  }
  expect(events.filter((event) => event !== "ping")).toEqual([]);
  fill(syncLimits.bufferedAtMost + 1);
  connection.lookAfter();
  expect(events).toContain("close 4408");
});

test("one that asks again and again and takes nothing gets one answer once it has drained, to what it asked last", () => {
  const { connection, sent, drain, fill } = connected();
  const resumed: unknown[] = [];
  connection.onDrained(() => resumed.push(connection.resume()));
  connection.sendAnswer(frame, nothingYet);
  expect(sent).toHaveLength(1);
  fill(syncLimits.behindAbove + 1);
  for (let count = 0; count < 5; count += 1) connection.sendAnswer(frame, new Map([[1, count]]));
  fill(10);
  connection.sendAnswer(frame, new Map([[1, 9]]));
  expect(sent).toHaveLength(1);
  drain();
  expect(resumed).toEqual([new Map([[1, 9]])]);
});

test("pings and pongs count as messages: faster than a person's they end it", () => {
  const { connection, events } = connected();
  for (let count = 0; count < syncLimits.framesAtOnce; count += 1) connection.heardControl();
  expect(events).toEqual([]);
  connection.heardControl();
  expect(events).toEqual(["close 4429"]);
});

test("a quiet one gets an empty message every 15 s, and a ping every 25 s", () => {
  const { connection, timers, sent, events } = connected();
  for (let second = 0; second < 50; second += 5) {
    timers.pass(5_000);
    connection.heard();
    connection.lookAfter();
  }
  expect(sent).toEqual([quietFrame, quietFrame, quietFrame]);
  expect(events).toEqual(["ping", "ping"]);
});

test("one that doesn't answer a ping is gone by the next", () => {
  const { connection, timers, events } = connected();
  timers.pass(25_000);
  connection.lookAfter();
  timers.pass(25_000);
  connection.lookAfter();
  expect(events).toEqual(["ping", "terminate"]);
  expect(connection.isClosed).toBe(true);
});

test("frames are admitted 600 at once and 200 a second after that", () => {
  const { connection, timers } = connected();
  const admitted = (count: number): number =>
    Array.from({ length: count }, () => connection.allowance.admitFrame()).filter(Boolean).length;
  expect(admitted(600)).toBe(600);
  timers.pass(1_000);
  expect(admitted(200)).toBe(200);
  expect(connection.allowance.admitFrame()).toBe(false);
});

test("after closing nothing is sent, and it closes once", () => {
  const { connection, sent, events } = connected();
  connection.close(4401, "over");
  connection.close(1001, "again");
  connection.sendFrame(frame);
  connection.sendTick(frame, nothingYet, null);
  connection.lookAfter();
  expect(events).toEqual(["close 4401"]);
  expect(sent).toEqual([]);
});
