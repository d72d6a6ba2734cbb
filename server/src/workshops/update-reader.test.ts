import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { updateLimits } from "../policies/limits.ts";
import { readUpdate } from "./update-reader.ts";

const errorOf = (bytes: Uint8Array | readonly number[]): string => {
  const read = readUpdate(Uint8Array.from(bytes));
  return read.ok ? "read" : read.error;
};
const update = (change: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = 5;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
};

describe("readUpdate", () => {
  it("tells what a small edit is made of", () => {
    const read = readUpdate(
      update((doc) => {
        const record = new Y.Map();
        record.set("text", new Y.Text("hej"));
        doc.getMap("notes").set("note-1", record);
        record.set("createdAt", 7);
        record.set("createdAt", { x: 1.5, y: [null, true, "æ"] });
      }),
    );
    expect(read).toEqual({
      ok: true,
      value: {
        blocks: [
          {
            client: 5,
            clock: 0,
            end: 7,
            from: 4,
            to: 76,
            structs: [
              {
                type: "item",
                clock: 0,
                length: 1,
                origin: null,
                rightOrigin: null,
                parent: { type: "root", name: "notes" },
                key: "note-1",
                content: "map",
              },
              expect.objectContaining({
                clock: 1,
                parent: { type: "id", id: { client: 5, clock: 0 } },
                key: "text",
                content: "text-type",
              }),
              expect.objectContaining({ clock: 2, length: 3, content: "text", key: null }),
              expect.objectContaining({ clock: 5, length: 1, content: "deleted", key: "createdAt" }),
              expect.objectContaining({
                clock: 6,
                origin: { client: 5, clock: 5 },
                parent: null,
                content: "value",
              }),
            ],
          },
        ],
        deletions: [{ client: 5, clock: 5, length: 1 }],
      },
    });
  });

  it("the empty update is one", () => expect(errorOf(Y.encodeStateAsUpdate(new Y.Doc()))).toBe("read"));

  it.each<[string, (doc: Y.Doc) => void]>([
    ["a list", (doc) => doc.getMap("notes").set("a", new Y.Array())],
    ["an XML element", (doc) => doc.getMap("notes").set("a", new Y.XmlElement("p"))],
    ["bytes", (doc) => doc.getMap("notes").set("a", Uint8Array.of(1))],
    ["a document", (doc) => doc.getMap("notes").set("a", new Y.Doc())],
    ["an embed", (doc) => doc.getText("notes").insertEmbed(0, { a: 1 })],
    ["a format", (doc) => doc.getText("notes").insert(0, "a", { bold: true })],
    ["a very large whole number", (doc) => doc.getMap("notes").set("a", 2n ** 60n)],
    ["bytes inside a value", (doc) => doc.getMap("notes").set("a", { a: Uint8Array.of(1) })],
    ["an inherited property", (doc) => doc.getMap("notes").set("a", Object.fromEntries([["__proto__", 1]]))],
  ])("refuses %s", (_what, change) => expect(errorOf(update(change))).toBe("malformed"));

  const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
  it.each<[string, (doc: Y.Doc) => void]>([
    ["a value nested too deep", (doc) => doc.getMap("notes").set("a", deep(updateLimits.valueDepth + 1))],
    [
      "a value with too many parts",
      (doc) =>
        doc.getMap("notes").set(
          "a",
          Array.from({ length: updateLimits.valueEntries + 1 }, () => 1),
        ),
    ],
    ["a long key", (doc) => doc.getMap("notes").set("a".repeat(65), 1)],
    ["a long root", (doc) => doc.getMap("n".repeat(17)).set("a", 1)],
    ["a long string", (doc) => doc.getMap("notes").set("a", "a".repeat(1_001))],
    ["a long run of text", (doc) => doc.getText("notes").insert(0, "a".repeat(updateLimits.text + 1))],
  ])("refuses %s as too large", (_what, change) => expect(errorOf(update(change))).toBe("too-large"));

  it("takes what lies just within the bounds", () => {
    expect(errorOf(update((doc) => doc.getMap("notes").set("a", deep(updateLimits.valueDepth))))).toBe(
      "read",
    );
    expect(errorOf(update((doc) => doc.getText("notes").insert(0, "a".repeat(updateLimits.text))))).toBe(
      "read",
    );
  });

  it("refuses every truncation and every byte too many", () => {
    const whole = update((doc) => {
      doc.getText("notes").insert(0, "hej");
      doc.getText("notes").delete(1, 1);
    });
    for (let length = 0; length < whole.length; length += 1) {
      expect(errorOf(whole.subarray(0, length)), String(length)).not.toBe("read");
    }
    expect(errorOf([...whole, 0])).toBe("malformed");
  });

  it.each<[string, readonly number[], string]>([
    ["a skipped range", [1, 1, 5, 0, 10, 3, 0], "gap"],
    ["a client twice", [2, 1, 5, 0, 0, 1, 1, 5, 1, 0, 1, 0], "malformed"],
    ["a client without structs", [1, 0, 5, 0, 0], "malformed"],
    ["more structs than a frame can hold", [1, 255, 255, 127, 5, 0, 0], "too-large"],
    ["a range that ends beyond every clock", [1, 1, 5, 2, 0, 255, 255, 255, 255, 15, 0], "too-large"],
    ["a number of nine bytes", [1, 1, 129, 128, 128, 128, 128, 128, 128, 128, 0, 0, 0, 1, 0], "malformed"],
    ["bad UTF-8", [1, 1, 5, 0, 4, 1, 1, 110, 1, 255, 0], "malformed"],
    ["deletions out of order", [0, 1, 5, 2, 4, 1, 0, 1], "malformed"],
    ["deletions that overlap", [0, 1, 5, 2, 0, 3, 2, 1], "malformed"],
    ["a client's deletions twice", [0, 2, 5, 1, 0, 1, 5, 1, 3, 1], "malformed"],
    ["a deletion of nothing", [0, 1, 5, 1, 0, 0], "malformed"],
  ])("says of %s what it is", (_what, bytes, error) => expect(errorOf(bytes)).toBe(error));
});
