import { foldChanges } from "@faelleskort/client/state/fold-changes.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { randomCommand } from "../kit/random-command.ts";
import { seededRandom, seedsToRun } from "../kit/random.ts";

it.each(seedsToRun(40))(
  "the board foreseen within one gesture is the board that is written (seed %i)",
  (seed) => {
    const random = seededRandom(seed);
    const doc = new Y.Doc();
    for (let turn = 0; turn < 80; turn++) {
      const before = readBoard(doc);
      const decision = decideBoard(before, randomCommand(before, random), {
        author: { label: "Biblioteket", participantId: null },
        now: turn,
      });
      if (!decision.ok) continue;
      applyChanges(doc, decision.value, "local");
      expect(foldChanges(before, decision.value)).toEqual(readBoard(doc));
    }
  },
);
