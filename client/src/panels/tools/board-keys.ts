import { toolKeys } from "../../canvas/gestures/key-action.ts";
import type { CanvasTool } from "../../canvas/tool.ts";
import { type PriorityField, priorityFields } from "@faelleskort/shared/method/fields.ts";

/** What a key does anywhere on the board page; keys that belong to the canvas are the canvas's own. */
export type BoardKey =
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  | { readonly type: "new-card" }
  | { readonly type: "tool"; readonly tool: CanvasTool }
  /** One at a time: take the next actor nobody has placed. */
  | { readonly type: "next-unplaced" }
  | { readonly type: "place"; readonly field: PriorityField };

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the press happened, and what may be done now. */
export interface KeyContext {
  /** The caret is in a text: every key is the text's, also undo (the field takes it to the shared undo itself). */
  readonly inText: boolean;
  /** A dialog is open, or the canvas has the keyboard: single letters are theirs. */
  readonly lettersTaken: boolean;
  /** Shortcuts of one letter can be switched off. */
  readonly singleKeys: boolean;
  /** An actor stands large for everybody and this person may place it. */
  readonly placing: boolean;
  readonly facilitator: boolean;
  /** What can be chosen on this sheet, by this person, now. */
  readonly tools: readonly CanvasTool[];
}

/** What a key press means on the board page; null when it means nothing here. */
export function boardKey(press: KeyPress, context: KeyContext): BoardKey | null {
  if (context.inText) return null;
  const key = press.key.toLowerCase();
  if ((press.ctrlKey || press.metaKey) && !press.altKey) {
    if (key === "z") return { type: press.shiftKey ? "redo" : "undo" };
    return key === "y" && !press.shiftKey ? { type: "redo" } : null;
  }
  if (press.ctrlKey || press.metaKey || press.altKey || context.lettersTaken || !context.singleKeys)
    return null;
  if (key === "." && context.facilitator) return { type: "next-unplaced" };
  if (key === "n" && !press.shiftKey) return { type: "new-card" };
  const tool = press.shiftKey ? undefined : toolKeys[key];
  if (tool && context.tools.includes(tool)) return { type: "tool", tool };
  const field = priorityFields.find((candidate) => String(candidate) === key);
  return field !== undefined && context.placing ? { type: "place", field } : null;
}
