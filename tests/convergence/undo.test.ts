import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { invert, stillMine } from "@faelleskort/shared/commands/inverse.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { randomCommand } from "../kit/random-command.ts";
import { seededRandom, seedsToRun } from "../kit/random.ts";

const author = { label: "Biblioteket", participantId: null };

/** The living part: a card that was made and taken back is deleted, not gone. */
const living = ({ actorsById, marksById, notesById }: BoardSnapshot) =>
  [actorsById, marksById, notesById].map((records) =>
    [...records.values()].filter(({ deleted }) => !deleted),
  );

describe("undo of a step", () => {
  it.each(seedsToRun(60))("DOC-4 leaves the board as it was, and redo as it became (seed %i)", (seed) => {
    const random = seededRandom(seed);
    const doc = new Y.Doc();
    let undone = 0;
    for (let turn = 0; turn < 60; turn++) {
      const before = readBoard(doc);
      const decision = decideBoard(before, randomCommand(before, random), { author, now: turn });
      if (!decision.ok) continue;
      applyChanges(doc, decision.value, "local");
      const step = invert(before, decision.value);
      if (!step) continue;
      const after = readBoard(doc);
      applyChanges(doc, stillMine(after, step.forward, step.backward), "undo");
      expect(living(readBoard(doc))).toEqual(living(before));
      applyChanges(doc, stillMine(readBoard(doc), step.backward, step.forward), "redo");
      expect(living(readBoard(doc))).toEqual(living(after));
      undone++;
    }
    expect(undone).toBeGreaterThan(10);
  });

  it.each(seedsToRun(60))("DOC-4 never takes back what somebody else has set since (seed %i)", (seed) => {
    const random = seededRandom(seed);
    const doc = new Y.Doc();
    for (let turn = 0; turn < 60; turn++) {
      const before = readBoard(doc);
      const mine = decideBoard(before, randomCommand(before, random), { author, now: turn });
      if (!mine.ok) continue;
      applyChanges(doc, mine.value, "local");
      const step = invert(before, mine.value);
      const middle = readBoard(doc);
      const theirs = decideBoard(middle, randomCommand(middle, random), { author, now: turn });
      if (!step || !theirs.ok) continue;
      applyChanges(doc, theirs.value, "remote");
      const after = readBoard(doc);
      applyChanges(doc, stillMine(after, step.forward, step.backward), "undo");
      const end = readBoard(doc);
      for (const change of theirs.value) {
        if (change.kind !== "patch-actor") continue;
        for (const [key, value] of Object.entries(change.patch)) {
          const was = middle.actorsById.get(change.id);
          // Setting what already was there is nobody's change.
          if (JSON.stringify(Reflect.get(was ?? {}, key)) === JSON.stringify(value)) continue;
          expect(Reflect.get(end.actorsById.get(change.id) ?? {}, key), `${change.id}.${key}`).toEqual(value);
        }
      }
    }
  });
});
