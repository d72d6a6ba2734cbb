import { expect, it } from "vitest";
import * as Y from "yjs";
import { quickDecoder, readShortStringsQuickly } from "./short-strings.ts";

const encoder = new TextEncoder();
const words = [
  "",
  "n",
  "name",
  "mane",
  "names",
  "createdAt",
  "bench-card-1",
  "bench-card-2",
  "Å",
  "Ærø",
  "نادي",
  "👍🏽",
  "0123456789012345678901234567890",
];

it("reads what the browser reads, whatever came before", () => {
  const asked: string[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const read = quickDecoder((bytes) => {
    const text = decoder.decode(bytes);
    asked.push(text);
    return text;
  });
  for (const turn of [words, words.toReversed(), words]) {
    expect(turn.map((word) => read(encoder.encode(word)))).toEqual(turn);
  }
  expect(asked).not.toContain("name");
  expect(asked).toContain("Ærø");
  for (let number = 0; number < 3_000; number++) {
    expect(read(encoder.encode(`card-${number}`))).toBe(`card-${number}`);
  }
  expect(() => read(new Uint8Array([0x61, 0xff]))).toThrow(TypeError);
});

it("Yjs reads by it what it wrote", () => {
  readShortStringsQuickly();
  const doc = new Y.Doc();
  for (const word of words)
    doc.getMap("actors").set(`key ${word}`, { [word]: word, text: [word, word, word] });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  expect(copy.getMap("actors").toJSON()).toEqual(doc.getMap("actors").toJSON());
});
