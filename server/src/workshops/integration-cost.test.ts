import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { describe, expect, it } from "vitest";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { documentStateOf } from "./document-state.ts";
import { placeUpdate } from "./placing.ts";
import { readUpdate, type StructId } from "./update-reader.ts";

const author = { label: "", participantId: null };

/** A document of client 1 with notes, and the id of the first one's text. */
function boardOf(notes: number): { doc: Y.Doc; text: Y.Text; textId: StructId } {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.transact(() => {
    for (let index = 0; index < notes; index += 1) {
      const id = noteId(`note-${1_000_000 + index}`);
      const position = { x: index, y: 0, z: 0 };
      recordsOf(doc, "notes").set(
        id,
        noteRecord({
          id,
          ...noteDefaults,
          sheet: "wall",
          text: "",
          position,
          author,
          createdAt: 1,
          deleted: false,
        }),
      );
    }
  });
  const text = recordsOf(doc, "notes").get("note-1000000")?.get("text");
  // The id of a type stands on the item that holds it.
  // oxlint-disable-next-line no-underscore-dangle
  if (!(text instanceof Y.Text) || text._item === null) throw new Error("a note has no text");
  // oxlint-disable-next-line no-underscore-dangle
  return { doc, text, textId: text._item.id };
}

interface Letter {
  readonly origin: StructId | null;
  readonly right: StructId | null;
}

/** An update with one block of single letters for each client, from clock 0 on. */
function letters(parent: StructId, blocks: ReadonlyMap<number, readonly Letter[]>): Uint8Array {
  const encoder = encoding.createEncoder();
  const writeId = ({ client, clock }: StructId): void => {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  };
  encoding.writeVarUint(encoder, blocks.size);
  for (const [client, block] of blocks) {
    encoding.writeVarUint(encoder, block.length);
    writeId({ client, clock: 0 });
    for (const { origin, right } of block) {
      encoding.writeUint8(encoder, 4 | (origin === null ? 0 : 0x80) | (right === null ? 0 : 0x40));
      if (origin !== null) writeId(origin);
      if (right !== null) writeId(right);
      if (origin === null && right === null) {
        encoding.writeVarUint(encoder, 0);
        writeId(parent);
      }
      encoding.writeVarString(encoder, "x");
    }
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function placed(doc: Y.Doc, update: Uint8Array, mostSteps?: number): string {
  const read = readUpdate(update);
  return read.ok
    ? placeUpdate(read.value, documentStateOf(doc), mostSteps === undefined ? {} : { mostSteps })
    : read.error;
}

/** What Yjs puts into sets while it applies an update: two for each thing it looks at when looking for a place, and a few for each struct. */
function workOf(doc: Y.Doc, update: Uint8Array): number {
  // oxlint-disable-next-line typescript/unbound-method
  const original = Set.prototype.add;
  let count = 0;
  // oxlint-disable-next-line no-extend-native
  Set.prototype.add = function add(value: unknown) {
    count += 1;
    return original.call(this, value);
  };
  try {
    Y.applyUpdate(doc, update);
  } finally {
    // oxlint-disable-next-line no-extend-native
    Set.prototype.add = original;
  }
  return count;
}

const sameplace = (count: number): Letter[] =>
  Array.from({ length: count }, () => ({ origin: null, right: null }));

describe("the work of finding places", () => {
  it("ABUSE-4 thousands of letters that claim one place are refused, in one frame or on top of what is there", () => {
    const { doc, textId } = boardOf(1);
    expect(placed(doc, letters(textId, new Map([[5, sameplace(1_000)]])))).toBe("too-large");
    const low = letters(textId, new Map([[5, sameplace(500)]]));
    const high = letters(textId, new Map([[9, sameplace(500)]]));
    expect(placed(doc, low)).toBe("fits");
    Y.applyUpdate(doc, low);
    expect(placed(doc, high)).toBe("too-large");
    // What it would have cost: without the rule this test's point would be lost.
    expect(workOf(doc, high)).toBeGreaterThan(200_000);
  });

  it("ABUSE-4 so are those that build on one new letter", () => {
    const { doc, textId } = boardOf(1);
    const onIt = Array.from({ length: 500 }, () => ({ origin: { client: 5, clock: 0 }, right: null }));
    const blocks = new Map([
      [5, [...sameplace(1), ...onIt]],
      // It waits for all of the other's, so that each of its own meets all of those.
      [9, [{ origin: { client: 5, clock: 500 }, right: null }, ...onIt]],
    ]);
    expect(placed(doc, letters(textId, blocks))).toBe("too-large");
    expect(workOf(doc, letters(textId, blocks))).toBeGreaterThan(200_000);
  });

  it("what people do is placed at once: every card of a full board moved, a long text typed and typed into", () => {
    const { doc } = boardOf(10_000);
    const anne = new Y.Doc();
    Y.applyUpdate(anne, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(anne);
    anne.transact(() => {
      recordsOf(anne, "notes").forEach((record) => record.set("position", { x: 7, y: 7, z: 7 }));
    });
    expect(placed(doc, Y.encodeStateAsUpdate(anne, before), 10_000)).toBe("fits");
    const text = recordsOf(anne, "notes").get("note-1000001")?.get("text");
    if (!(text instanceof Y.Text)) throw new Error("a note has no text");
    for (let index = 0; index < 3_000; index += 1) text.insert((index * 7919) % (text.length + 1), "a");
    expect(placed(doc, Y.encodeStateAsUpdate(anne, before), 13_000)).toBe("fits");
  });

  it("a day offline in a text that others wrote in is placed within the limit", () => {
    const { doc, text } = boardOf(1);
    const away = new Y.Doc();
    text.insert(0, "Et langt svar. ".repeat(200));
    Y.applyUpdate(away, Y.encodeStateAsUpdate(doc));
    const awayText = recordsOf(away, "notes").get("note-1000000")?.get("text");
    if (!(awayText instanceof Y.Text)) throw new Error("a note has no text");
    for (let index = 0; index < 800; index += 1) {
      awayText.insert((index * 31) % awayText.length, "b");
      text.insert((index * 37) % text.length, "c");
    }
    const difference = Y.encodeStateAsUpdate(away, Y.encodeStateVector(doc));
    expect(placed(doc, difference, 20_000)).toBe("fits");
  });

  it("ABUSE-4 what is let through costs Yjs no more than was counted, whoever's letters stand wherever", () => {
    let seed = 1;
    const below = (limit: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % limit;
    };
    let fitting = 0;
    let refused = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const { doc, text, textId } = boardOf(1);
      for (let index = below(20); index > 0; index -= 1)
        text.insert(below(text.length + 1), "a".repeat(1 + below(3)));
      const known = Y.getState(doc.store, 1);
      const first = textId.clock + 8;
      const blocks = new Map<number, Letter[]>();
      const clients = [2 + below(8), 20 + below(3)].slice(below(2));
      for (let index = 1 + below(30); index > 0; index -= 1) {
        const client = clients[below(clients.length)] ?? 2;
        const block = blocks.get(client) ?? [];
        blocks.set(client, block);
        const anyId = (): StructId | null => {
          const choices: (StructId | null)[] = [null];
          if (first < known) choices.push({ client: 1, clock: first + below(known - first) });
          for (const [other, its] of blocks) {
            if (its.length > 0)
              choices.push(
                { client: other, clock: below(its.length) },
                { client: other, clock: its.length - 1 },
              );
          }
          return choices[below(choices.length)] ?? null;
        };
        block.push({ origin: anyId(), right: below(3) === 0 ? anyId() : null });
      }
      for (const [client, block] of blocks) if (block.length === 0) blocks.delete(client);
      const update = letters(textId, blocks);
      const structs = [...blocks.values()].reduce((sum, { length }) => sum + length, 0);
      const most = structs + below(60);
      const verdict = placed(doc, update, most);
      if (verdict === "too-large") refused += 1;
      if (verdict !== "fits") continue;
      fitting += 1;
      expect(workOf(doc, update), `round ${round}`).toBeLessThanOrEqual(2 * most + 12 * (structs + 3));
    }
    expect(Math.min(fitting, refused)).toBeGreaterThan(200);
  });
});
