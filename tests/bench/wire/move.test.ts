import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { ByteWriter } from "./byte-writer.ts";
import { type Move, scanMoves, writeMove } from "./move.ts";

const client = 3_000_000_007;

/** A document with one card, whose position was set once, and the updates it makes. */
function card(): { doc: Y.Doc; map: Y.Map<unknown>; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  doc.clientID = client;
  const map = new Y.Map<unknown>();
  doc.getMap("actors").set("card-0001", map);
  map.set("wall", { x: 0, y: 512.123, z: 0 });
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  return { doc, map, updates };
}

const bytesOf = (move: Move): Uint8Array => {
  const out = new ByteWriter().start();
  writeMove(out, move);
  return Uint8Array.from(out.written);
};

const found = (bytes: Uint8Array): [number, number][] => {
  const list: [number, number][] = [];
  scanMoves(bytes, (sender, sequence) => list.push([sender, sequence]));
  return list;
};

describe("a move written by hand", () => {
  test.each([1, 63, 64, 127, 128, 8_191, 8_192, 100_000, 2_000_000])(
    "is what Yjs would write: sequence %i",
    (sequence) => {
      const { doc, map, updates } = card();
      const clock = Y.getState(doc.store, client);
      map.set("wall", { x: sequence, y: 512.123, z: 29 });
      const move = { client, clock, tip: { client, clock: clock - 1 }, sender: 29, sequence, padding: 0 };
      expect(bytesOf(move)).toEqual(updates[0]);
    },
  );

  test("is taken by Yjs, one after the other, also with padding", () => {
    const { doc, map } = card();
    for (let sequence = 1; sequence <= 200; sequence += 1) {
      const clock = Y.getState(doc.store, client);
      const tip = { client, clock: clock - 1 };
      Y.applyUpdate(
        doc,
        bytesOf({ client, clock, tip, sender: 3, sequence, padding: sequence % 2 ? 0 : 5_000 }),
      );
      expect(map.get("wall")).toMatchObject({ x: sequence, y: 512.123, z: 3 });
    }
    expect(doc.store.pendingStructs).toBeNull();
  });
});

describe("finding moves in what arrives", () => {
  const move = (sender: number, sequence: number): Uint8Array =>
    bytesOf({
      client: client + sender,
      clock: sequence,
      tip: { client: 5, clock: 9 },
      sender,
      sequence,
      padding: 0,
    });

  test("all of a merged update", () => {
    const sent: [number, number][] = [
      [2, 130],
      [2, 131],
      [100, 70_000],
    ];
    const merged = Y.mergeUpdates(sent.map(([sender, sequence]) => move(sender, sequence)));
    expect(found(merged).sort((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual(sent);
  });

  test("and nothing where there is none", () => {
    const { doc, map } = card();
    map.set("author", { label: "x", participantId: "x" });
    doc.getMap("marks").set("x", 3);
    expect(found(Y.encodeStateAsUpdate(doc))).toEqual([[0, 0]]);
    expect(found(new Uint8Array(0))).toEqual([]);
  });

  test("a bytes' view in the middle of a larger buffer", () => {
    const bytes = move(7, 1_000);
    const larger = Buffer.concat([Buffer.alloc(33), bytes, Buffer.alloc(5)]);
    expect(found(larger.subarray(33, 33 + bytes.length))).toEqual([[7, 1_000]]);
  });
});
