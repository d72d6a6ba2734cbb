import { type BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { type BoardSnapshot, emptyBoard } from "@faelleskort/shared/model/board.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import { followClusters } from "@faelleskort/shared/views/follow-clusters.ts";
import type { Arrangement, Sheet, SheetInput } from "../canvas/scene/sheet.ts";
import { createTextSetter } from "../canvas/scene/text-setter.ts";
import { foldChanges } from "../state/fold-changes.ts";

/** A board for tests: commands are decided as everywhere and applied to plain objects. */
export interface SampleBoard {
  readonly snapshot: BoardSnapshot;
  run(...commands: BoardCommand[]): void;
  /** Another state, whatever it takes to come there. */
  set(snapshot: BoardSnapshot): void;
  subscribe(listener: () => void): () => void;
}

export function sampleBoard(): SampleBoard {
  let snapshot = emptyBoard;
  let now = 1;
  const listeners = new Set<() => void>();
  return {
    get snapshot() {
      return snapshot;
    },
    run(...commands) {
      for (const command of commands) {
        const author = { label: "Anne", participantId: null };
        const decision = decideBoard(snapshot, command, { author, now: now++ });
        if (!decision.ok) throw new Error(`${command.type} was rejected: ${decision.error}`);
        snapshot = foldChanges(snapshot, decision.value);
      }
      for (const listener of listeners) listener();
    },
    set(next) {
      snapshot = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Half a letter's height per letter: close enough to a real typeface, and the same everywhere. */
export const sampleText = () => createTextSetter((text, { size }) => text.length * size * 0.5);

/** Lays a sheet out again and again, as the canvas does. */
export function layingOut(sheet: Sheet, board: SampleBoard): (more?: Partial<SheetInput>) => Arrangement {
  const layOut = sheet.startLayout();
  const readClusters = followClusters();
  const text = sampleText();
  return (more = {}) => {
    const { snapshot } = board;
    return layOut({
      snapshot,
      clusters: readClusters(snapshot),
      picture: null,
      focusActor: null,
      text,
      ...more,
    });
  };
}

export const keyOf = (id: ActorId): string => `actor:${id}`;

/** Numbered ids for what is newly made. */
export function numberedIds(): () => string {
  let next = 0;
  return () => `made-${String(next++).padStart(4, "0")}`;
}
