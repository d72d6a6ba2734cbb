import { type ParticipantId, participantId } from "@faelleskort/shared/model/ids.ts";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import { applyAwarenessUpdate, Awareness } from "y-protocols/awareness";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { PresenceTable, type Speaker } from "./presence.ts";

const anne: Speaker = { participantId: participantId("anne-1") };
const bo: Speaker = { participantId: participantId("bo-0001") };
const nobodys = (): ParticipantId | undefined => undefined;

function message(...entries: readonly (readonly [number, number, unknown])[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const [id, clock, state] of entries) {
    encoding.writeVarUint(body, id);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, typeof state === "string" ? state : JSON.stringify(state));
  }
  return encoding.toUint8Array(body);
}

/** What a real client makes of a frame. */
function readBy(awareness: Awareness, frame: Uint8Array | null): unknown {
  if (frame !== null) {
    const decoder = decoding.createDecoder(frame);
    expect(decoding.readVarUint(decoder)).toBe(1);
    applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), "server");
  }
  return Object.fromEntries([...awareness.getStates()].filter(([id]) => id !== awareness.clientID));
}

test("PRES-1 a connection speaks for the first free id it uses, and for no other", () => {
  const table = new PresenceTable();
  expect(table.take(anne, message([1, 1, { a: 1 }]), nobodys)).toEqual({
    type: "changed",
    clientId: 1,
    bound: true,
  });
  expect(table.take(anne, message([2, 1, { a: 2 }]), nobodys).type).toBe("nothing-new");
  // What y-websocket sends back of others is passed over, and the own entry among it found.
  const echo = message([1, 4, { stolen: true }], [3, 1, { b: 1 }]);
  expect(table.take(bo, echo, nobodys)).toEqual({ type: "changed", clientId: 3, bound: true });
  expect(table.take(anne, message([1, 2, { a: 2 }]), nobodys)).toEqual({
    type: "changed",
    clientId: 1,
    bound: false,
  });
});

test("PRES-1 an id that somebody else writes under is nobody else's", () => {
  const table = new PresenceTable();
  const ownerOf = (id: number) => (id === 1 ? anne.participantId : undefined);
  expect(table.take(bo, message([1, 1, { a: 1 }]), ownerOf).type).toBe("nothing-new");
  expect(table.take(anne, message([1, 1, { a: 1 }]), ownerOf).type).toBe("changed");
});

test("PRES-1 the echo of somebody who has just left doesn't become the sender's own", () => {
  const table = new PresenceTable();
  table.take(anne, message([1, 1, { a: 1 }]), nobodys);
  expect(table.leave(anne)).toBe(1);
  table.frame([1]);
  table.forgetIfGone(1);
  expect(table.take(bo, message([1, 1, { a: 1 }]), nobodys).type).toBe("nothing-new");
});

test.each([
  ["too large", { text: "a".repeat(4_096) }],
  ["a list", [1]],
  ["a number", 5],
  ["not JSON", "{"],
  ["in another's name", { participantId: "bo-0001" }],
])("a state that is %s changes nothing", (_what, state) => {
  const table = new PresenceTable();
  expect(table.take(anne, message([1, 1, state]), nobodys)).toEqual({ type: "malformed" });
  expect(table.everybody()).toBeNull();
});

test("truncated or padded messages change nothing", () => {
  const table = new PresenceTable();
  const whole = message([1, 1, { a: 1 }]);
  for (let length = 0; length < whole.length; length += 1) {
    expect(table.take(anne, whole.subarray(0, length), nobodys).type).toBe("malformed");
  }
  expect(table.take(anne, Uint8Array.of(...whole, 0), nobodys).type).toBe("malformed");
});

test("older states are passed over; the same clock counts when it says goodbye", () => {
  const table = new PresenceTable();
  table.take(anne, message([1, 5, { a: 1 }]), nobodys);
  expect(table.take(anne, message([1, 5, { a: 2 }]), nobodys).type).toBe("nothing-new");
  expect(table.take(anne, message([1, 4, { a: 2 }]), nobodys).type).toBe("nothing-new");
  expect(table.take(anne, message([1, 5, null]), nobodys).type).toBe("changed");
});

test("clients see who comes and who leaves, however they leave", () => {
  const table = new PresenceTable();
  const witness = new Awareness(new Y.Doc());
  table.take(anne, message([1, 1, { a: 1 }]), nobodys);
  table.take(bo, message([2, 1, { b: 1 }]), nobodys);
  expect(readBy(witness, table.everybody())).toEqual({ 1: { a: 1 }, 2: { b: 1 } });
  // Bo says goodbye; Anne's line just ends.
  table.take(bo, message([2, 2, null]), nobodys);
  expect(table.leave(bo)).toBe(2);
  expect(table.leave(anne)).toBe(1);
  expect(readBy(witness, table.frame([1, 2]))).toEqual({});
  expect(table.everybody()).toBeNull();
  witness.destroy();
});

test("a replica that comes back by a new connection is kept when the old one ends late", () => {
  const table = new PresenceTable();
  const again: Speaker = { ...anne };
  table.take(anne, message([1, 3, { a: 1 }]), nobodys);
  expect(table.take(again, message([1, 3, { a: 1 }]), nobodys)).toEqual({
    type: "changed",
    clientId: 1,
    bound: true,
  });
  expect(table.leave(anne)).toBeNull();
  expect(table.everybody()).not.toBeNull();
});
