import type { Change } from "@faelleskort/shared/commands/change.ts";
import {
  invert,
  isUntouched,
  type Made,
  stillMine,
  type UndoStep,
} from "@faelleskort/shared/commands/inverse.ts";
import { workOf } from "@faelleskort/shared/commands/work-of.ts";
import { permitted } from "@faelleskort/shared/commands/locking.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { keepOwnWrites } from "@faelleskort/shared/doc/own-writes.ts";
import { createTextUndo } from "@faelleskort/shared/doc/text-undo.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type * as Y from "yjs";
import { cell, type Source } from "../session/source.ts";

/** What can be undone and redone right now. */
export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** One person's undo: takes back their own steps, newest first, and never somebody else's work. */
export interface History {
  readonly state: Source<HistoryState>;
  /** Writes changes so that they are one step. Typing goes by letters, the rest by values. */
  write(before: BoardSnapshot, changes: readonly Change[]): void;
  /** False when nothing was left to take back. */
  undo(): boolean;
  redo(): boolean;
  /** Ends the present run of typing: the next letters are a step of their own. */
  endRun(): void;
  close(): void;
}

type Entry =
  | { readonly kind: "typing" }
  | {
      readonly kind: "values";
      readonly step: UndoStep;
      /** What stood on the records that going through this step would delete, when it was last gone through; by id. */
      readonly worksById: Map<string, string | null>;
    };

/** So many steps are remembered. */
const depth = 500;

/** The origin of a person's own changes of values. */
export const fromThisPerson: unknown = { origin: "person" };
/** The origin of taking back and putting back. */
export const fromHistory: unknown = { origin: "history" };

export interface HistoryOptions {
  readonly board: Y.Doc;
  readonly snapshot: () => BoardSnapshot;
  /** What was locked meanwhile stays as it is. */
  readonly role: Role;
  /** Letters typed within so many ms of each other are one step. */
  readonly captureMs?: number;
}

export function createHistory({ board, snapshot, role, captureMs }: HistoryOptions): History {
  const typing = createTextUndo(board, captureMs);
  const done: Entry[] = [];
  const undone: Entry[] = [];
  const state = cell<HistoryState>({ canUndo: false, canRedo: false }, isSameState);
  const tell = () => state.set({ canUndo: done.length > 0, canRedo: undone.length > 0 });

  const push = (entry: Entry) => {
    done.push(entry);
    if (done.length > depth) done.shift();
    undone.length = 0;
    tell();
  };
  const stopTyping = typing.onRunStarted(() => push({ kind: "typing" }));

  /** Carries out one side of a step, as far as it is this person's to change still, and tells what it did. */
  function carryOut(changes: readonly Change[]): readonly Change[] {
    const own = keepOwnWrites(board, permitted(snapshot(), changes, role));
    applyChanges(board, own, fromHistory);
    return own;
  }

  function takeBack(entry: Entry): boolean {
    typing.endRun();
    switch (entry.kind) {
      case "typing":
        return typing.undo();
      case "values": {
        const now = snapshot();
        const { step } = entry;
        const touched = new Set<string>(step.made.filter((made) => !isUntouched(now, made)).map(idOf));
        const mine = stillMine(now, step.forward, step.backward);
        const acted = carryOut(
          mine.filter(
            (change) =>
              !("id" in change && touched.has(change.id)) &&
              (isMade(step, change) || !takesWorkAway(entry.worksById, change)),
          ),
        );
        remember(entry.worksById, step.forward, acted);
        return acted.length > 0;
      }
    }
  }

  /** Whether a change would delete a record that somebody has worked on since this step was last gone through. */
  const takesWorkAway = (worksById: ReadonlyMap<string, string | null>, change: Change): boolean =>
    isDeletion(change) && worksById.get(change.id) !== workOf(snapshot(), change);

  /**
   * @param next what going on would do
   * @param acted what was done just now: what it left alone, since it was as it should be or somebody else's, this person didn't bring
   * back, and what others made of it meanwhile isn't theirs to delete
   */
  function remember(
    worksById: Map<string, string | null>,
    next: readonly Change[],
    acted: readonly Change[],
  ): void {
    const now = snapshot();
    const ids = new Set(acted.flatMap((change) => ("id" in change ? [change.id] : [])));
    for (const change of next)
      if (isDeletion(change) && ids.has(change.id)) worksById.set(change.id, workOf(now, change));
  }

  function putBack(entry: Entry): boolean {
    typing.endRun();
    switch (entry.kind) {
      case "typing":
        return typing.redo();
      case "values": {
        const { step, worksById } = entry;
        const mine = stillMine(snapshot(), step.backward, step.forward);
        const acted = carryOut(mine.filter((change) => !takesWorkAway(worksById, change)));
        remember(worksById, step.backward, acted);
        return acted.length > 0;
      }
    }
  }

  /** Moves entries from one pile to the other until one of them did something. */
  function move(from: Entry[], to: Entry[], act: (entry: Entry) => boolean): boolean {
    for (let entry = from.pop(); entry; entry = from.pop()) {
      const acted = act(entry);
      if (acted) to.push(entry);
      if (acted) {
        tell();
        return true;
      }
    }
    tell();
    return false;
  }

  return {
    state,
    write(before, changes) {
      const letters = changes.filter(({ kind }) => kind === "splice-text");
      const values = changes.filter(({ kind }) => kind !== "splice-text");
      if (values.length > 0) {
        typing.endRun();
        applyChanges(board, values, fromThisPerson);
        const step = invert(before, values);
        if (step && changesSomething(step)) {
          const worksById = new Map<string, string | null>();
          remember(worksById, step.backward, step.backward);
          push({ kind: "values", step, worksById });
        }
      }
      applyChanges(board, letters, typing.origin);
    },
    undo: () => move(done, undone, takeBack),
    redo: () => move(undone, done, putBack),
    endRun: () => typing.endRun(),
    close() {
      stopTyping();
      typing.close();
    },
  };
}

/** A card put down where it was is no step. */
const changesSomething = ({ forward, backward }: UndoStep): boolean =>
  JSON.stringify(forward) !== JSON.stringify([...backward].reverse());

const isDeletion = (change: Change): change is Extract<Change, { readonly patch: object }> =>
  "patch" in change && change.patch.deleted === true;

const isMade = ({ made }: UndoStep, change: Change): boolean =>
  "id" in change && made.some((one) => idOf(one) === change.id);

const idOf = (made: Made): string => {
  switch (made.record) {
    case "actor":
      return made.actor.id;
    case "mark":
      return made.mark.id;
    case "note":
      return made.note.id;
    case "element":
      return made.element.id;
  }
};

const isSameState = (a: HistoryState, b: HistoryState): boolean =>
  a.canUndo === b.canUndo && a.canRedo === b.canRedo;
