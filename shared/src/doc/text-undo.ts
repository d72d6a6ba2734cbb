import * as Y from "yjs";
import { boardRoots, recordsOf } from "./keys.ts";

/** Undo of typing. Yjs takes back only the letters this person typed, wherever others have typed since. */
export interface TextUndo {
  /** The origin that text edits must carry to be undoable. */
  readonly origin: unknown;
  undo(): boolean;
  redo(): boolean;
  /** Ends the current run of typing, so that the next letters are a step of their own. */
  endRun(): void;
  /** Called when a new run of typing begins, that is, when there is one more step to undo. */
  onRunStarted(listener: () => void): () => void;
  close(): void;
}

/** Letters typed within `captureMs` of each other are one step. */
export function createTextUndo(doc: Y.Doc, captureMs = 800): TextUndo {
  const origin = { local: "text" };
  const manager = new Y.UndoManager(
    boardRoots.map((root) => recordsOf(doc, root)),
    { trackedOrigins: new Set([origin]), captureTimeout: captureMs },
  );
  return {
    origin,
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    endRun: () => manager.stopCapturing(),
    onRunStarted(listener) {
      const added = ({ type }: { type: "undo" | "redo" }) => {
        if (type === "undo" && !manager.redoing) listener();
      };
      manager.on("stack-item-added", added);
      return () => manager.off("stack-item-added", added);
    },
    close: () => manager.destroy(),
  };
}
