import { encodeServerMessage } from "@faelleskort/shared/protocol/messages.ts";
import { describe, expect, test } from "vitest";
import * as awareness from "y-protocols/awareness";
import * as Y from "yjs";
import { type Dialect, Speech } from "./dialect.ts";
import { Hearing } from "./hearing.ts";

/** A message as y-protocols frames it: some numbers, then a body with its length (below 128) in front. */
const framed = (kinds: readonly number[], body: Uint8Array): Uint8Array =>
  Uint8Array.of(...kinds, body.length, ...body);

/** Everything one message says, as text. */
function heard(message: Uint8Array, prefixLength = 0): string[] {
  const said: string[] = [];
  const hearing = new Hearing(
    {
      onMove: (sender, sequence) => said.push(`move ${sender} ${sequence}`),
      onPresence: (client, clock) => said.push(`presence ${client} ${clock}`),
      onAnswer: (update) => said.push(`answer ${update.length}`),
      onUpdate: (update) => said.push(`update ${update.length}`),
      onAsked: () => said.push("asked"),
      onReceipt: (frames) => said.push(`receipt ${frames}`),
      onRefused: (reason) => said.push(`refused ${reason}`),
    },
    prefixLength,
  );
  hearing.take(message);
  return said;
}

describe("what servers say", () => {
  const doc = new Y.Doc();
  doc.clientID = 3_000_000_001;

  test("a request, an answer and presence, as y-protocols writes them", () => {
    const step1 = framed([0, 0], Y.encodeStateVector(doc));
    const step2 = framed([0, 1], Y.encodeStateAsUpdate(doc));
    const present = new awareness.Awareness(doc);
    present.setLocalState({ label: "Ærø" });
    present.states.set(7, { label: "x" });
    present.meta.set(7, { clock: 300, lastUpdated: 0 });
    const presence = framed([1], awareness.encodeAwarenessUpdate(present, [7, doc.clientID]));
    expect(heard(step1)).toEqual(["asked"]);
    expect(heard(step2)).toEqual(["answer 2"]);
    expect(heard(presence)).toEqual(["presence 7 300", `presence ${doc.clientID} 1`]);
    present.destroy();
  });

  test("an update, with the moves in it", () => {
    expect(heard(framed([0, 2], Uint8Array.of(9, 9, 9)))).toEqual(["update 3"]);
  });

  test("our own receipts and refusals", () => {
    expect(heard(encodeServerMessage({ type: "saved", frames: 700 }))).toEqual(["receipt 700"]);
    expect(heard(encodeServerMessage({ type: "refused", frame: 3, reason: "gap" }))).toEqual(["refused 2"]);
  });

  test("a kind nobody knows says nothing", () => {
    expect(heard(Uint8Array.of(99, 1, 2))).toEqual([]);
  });
});

test.each<Dialect>(["y-websocket", "hocuspocus", "relay"])("what we say is read back: %s", (dialect) => {
  const speech = new Speech(dialect, "room-1");
  expect(heard(speech.presence(4_000_000_000, 12, '{"a":1}'), speech.prefixLength)).toEqual([
    "presence 4000000000 12",
  ]);
  expect(heard(speech.emptyStep2(), speech.prefixLength)).toEqual(["answer 2"]);
  const greeting = speech.greeting().flatMap((message) => heard(message, speech.prefixLength));
  expect(greeting).toEqual(dialect === "relay" ? [] : ["asked"]);
});
