import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { boardRoots, recordKeys, recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { createBoardReader, readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { clusters } from "@faelleskort/shared/views/clusters.ts";
import { priorityList, unplaced } from "@faelleskort/shared/views/priority.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { randomCommand } from "../kit/random-command.ts";
import { type Random, seedsToRun, withSeed } from "../kit/random.ts";

/** What the guard lets through as a value, and no client of ours writes under these keys. */
const odd: readonly unknown[] = [
  null,
  -1,
  0.5,
  1e308,
  "",
  "a".repeat(900),
  [],
  [[1]],
  {},
  { x: "1", y: 2 },
  { x: 1e308, y: -1e308, z: null },
  { label: 5, participantId: [] },
  true,
];

function workedOn(random: Random): Y.Doc {
  const doc = new Y.Doc();
  for (let now = 0; now < 60; now += 1) {
    const board = readBoard(doc);
    const author = { label: "Anne", participantId: null };
    const decision = decideBoard(board, randomCommand(board, random), { author, now });
    if (decision.ok) applyChanges(doc, decision.value, null);
  }
  return doc;
}

describe("a document that somebody has spoiled", () => {
  it("DOC-7 keeps every record that is sound as it was, whatever stands in the others, and every view goes on", async () => {
    for (const seed of seedsToRun(40)) {
      // oxlint-disable-next-line no-await-in-loop
      await withSeed(seed, (random) => {
        const doc = workedOn(random);
        const reader = createBoardReader(doc);
        const before = readBoard(doc);
        const spoilt = new Set<string>();
        for (const root of boardRoots) {
          recordsOf(doc, root).forEach((record, id) => {
            if (random.chance(0.7)) return;
            spoilt.add(id);
            const keys = [...recordKeys[root].values, ...recordKeys[root].texts];
            record.set(random.pick(keys), random.pick(odd));
          });
        }
        const after = readBoard(doc);
        expect(reader.get()).toEqual(after);
        const kinds = ["actorsById", "marksById", "notesById", "elementsById"] as const;
        for (const kind of kinds) {
          const sound = (records: ReadonlyMap<string, unknown>) =>
            [...records].filter(([id]) => !spoilt.has(id));
          expect(sound(after[kind])).toEqual(sound(before[kind]));
        }
        expect(() => {
          const all = clusters(after);
          return [priorityList(all), unplaced(all)];
        }).not.toThrow();
        expect(() =>
          decideBoard(after, randomCommand(after, random), {
            author: { label: "", participantId: null },
            now: 1,
          }),
        ).not.toThrow();
        reader.close();
      });
    }
  });
});

it("DOC-8 moving a card ten thousand times leaves a document hardly larger", () => {
  const doc = new Y.Doc();
  const id = noteId("note-000001");
  const author = { label: "", participantId: null };
  const position = { x: 0.5, y: 0.5, z: 0 };
  const note = {
    id,
    ...noteDefaults,
    sheet: "wall",
    text: "Hej",
    position,
    author,
    createdAt: 1,
    deleted: false,
  } as const;
  recordsOf(doc, "notes").set(id, noteRecord(note));
  const before = Y.encodeStateAsUpdate(doc).length;
  for (let count = 0; count < 10_000; count += 1)
    applyChanges(
      doc,
      [{ kind: "patch-note", id, patch: { position: { x: count + 0.25, y: count / 3, z: count } } }],
      null,
    );
  expect(Y.encodeStateAsUpdate(doc).length - before).toBeLessThan(100);
});
