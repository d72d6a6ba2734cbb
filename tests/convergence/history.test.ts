import { createHistory } from "@faelleskort/client/state/history.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import type { Change, TextTarget } from "@faelleskort/shared/commands/change.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { createBoardReader } from "@faelleskort/shared/doc/read-board.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { randomCommand } from "../kit/random-command.ts";
import { type Random, seededRandom, seedsToRun } from "../kit/random.ts";

const author = (label: string) => ({ label, participantId: null });

/** A person at a device of their own; what they make reaches the other only by `exchange`. */
function openReplica() {
  const doc = new Y.Doc();
  const reader = createBoardReader(doc);
  return { doc, reader, snapshot: () => reader.get() };
}
type Replica = ReturnType<typeof openReplica>;

function exchange(a: Replica, b: Replica): void {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)), "remote");
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), "remote");
}

/** Types one letter somewhere in a card's name; `letter` tells whose it is. */
function typing(snapshot: BoardSnapshot, random: Random, letter: string): Change | null {
  const alive = [...snapshot.actorsById.values()].filter(({ deleted }) => !deleted);
  if (alive.length === 0) return null;
  const { id, name } = random.pick(alive);
  const target: TextTarget = { record: "actor", id, field: "name" };
  return { kind: "splice-text", target, index: random.below(name.length + 1), remove: 0, insert: letter };
}

/** How many letters of a person's are in each card's name. */
function lettersById({ actorsById }: BoardSnapshot, letter: string): Map<string, number> {
  return new Map([...actorsById].map(([id, { name }]) => [id, name.split(letter).length - 1]));
}

/** Somebody set a value away and back again: it looked like one's own. */
const failedOnce = [992435296, 251021226, 169171362, 2397512108, 1270198344];

const valueKeys = ["category", "onWhoCard", "wall", "placement", "mergedInto"] as const;

describe("a person's history beside somebody else's work", () => {
  it.each(seedsToRun(80, failedOnce))("DOC-4 takes nothing of theirs away (seed %i)", (seed) => {
    const random = seededRandom(seed);
    const [mine, theirs] = [openReplica(), openReplica()];
    // No run of typing joins another, whatever the clock says.
    const history = createHistory({
      board: mine.doc,
      snapshot: mine.snapshot,
      role: "participant",
      captureMs: 0,
    });
    /** Values that the other person set last, as they set them: "id key" → JSON. */
    const set = new Map<string, string>();

    const act = (who: "me" | "other", turn: number) => {
      const replica = who === "me" ? mine : theirs;
      const before = replica.snapshot();
      if (random.chance(0.4)) {
        const letter = typing(before, random, who === "me" ? "¹" : "²");
        if (!letter) return;
        if (who === "me") history.write(before, [letter]);
        else applyChanges(replica.doc, [letter], "other");
        return;
      }
      const command = randomCommand(before, random);
      // Letters are counted: nobody may remove any by typing.
      if (command.type === "text.edit") return;
      const decision = decideBoard(before, command, { author: author(who), now: turn });
      if (!decision.ok) return;
      if (who === "me") history.write(before, decision.value);
      else applyChanges(replica.doc, decision.value, "other");
      const after = replica.snapshot();
      for (const [id, actor] of after.actorsById) {
        for (const key of valueKeys) {
          const value = JSON.stringify(actor[key]);
          if (value === JSON.stringify(before.actorsById.get(id)?.[key])) continue;
          if (who === "me") set.delete(`${id} ${key}`);
          else set.set(`${id} ${key}`, value);
        }
      }
    };

    for (let turn = 0; turn < 120; turn++) {
      // Both know all before either acts, so that "last" means the same to both.
      exchange(mine, theirs);
      if (random.chance(0.45)) act("other", turn);
      else if (random.chance(0.5)) act("me", turn);
      else {
        const before = mine.snapshot();
        const lettersBefore = lettersById(before, "²");
        if (random.chance(0.7)) history.undo();
        else history.redo();
        const after = mine.snapshot();
        expect(lettersById(after, "²")).toEqual(lettersBefore);
        for (const [place, value] of set) {
          const [id = "", key = ""] = place.split(" ");
          const actor = [...after.actorsById.values()].find((candidate) => candidate.id === id);
          expect(JSON.stringify(Reflect.get(actor ?? {}, key)), place).toBe(value);
        }
      }
    }
    exchange(mine, theirs);
    expect(mine.snapshot()).toEqual(theirs.snapshot());
    history.close();
  });

  it.each(seedsToRun(30))(
    "undoing everything leaves the other's letters and none of mine (seed %i)",
    (seed) => {
      const random = seededRandom(seed);
      const [mine, theirs] = [openReplica(), openReplica()];
      const history = createHistory({
        board: mine.doc,
        snapshot: mine.snapshot,
        role: "participant",
        captureMs: 0,
      });
      const made = decideBoard(theirs.snapshot(), randomCommand(theirs.snapshot(), random), {
        author: author("other"),
        now: 0,
      });
      if (made.ok) applyChanges(theirs.doc, made.value, "other");
      for (let turn = 0; turn < 60; turn++) {
        exchange(mine, theirs);
        const mineNext = random.chance(0.5);
        const letter = typing(mine.snapshot(), random, mineNext ? "¹" : "²");
        if (!letter) continue;
        if (mineNext) history.write(mine.snapshot(), [letter]);
        else applyChanges(theirs.doc, [letter], "other");
      }
      exchange(mine, theirs);
      const theirLetters = lettersById(mine.snapshot(), "²");
      while (history.undo());
      expect([...lettersById(mine.snapshot(), "¹").values()].every((count) => count === 0)).toBe(true);
      expect(lettersById(mine.snapshot(), "²")).toEqual(theirLetters);
      expect(history.state.get()).toEqual({ canUndo: false, canRedo: true });
      history.close();
    },
  );
});
