import type { History } from "../state/history.ts";

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  preventDefault(): void;
}

/**
 * Ctrl/Cmd+Z in a field takes back this person's own steps, with Shift or by Ctrl/Cmd+Y they come again: the browser's undo
 * knows nothing of the letters others typed.
 */
export function undoByKey(event: PressedKey, history: Pick<History, "undo" | "redo">): void {
  const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : "";
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) history.redo();
  else history.undo();
}
