import type { History } from "../state/history.ts";

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  preventDefault(): void;
}

/** Ctrl/Cmd+Z in a field takes back this person's own steps: the browser's undo knows nothing of the letters others typed. */
export function undoByKey(event: PressedKey, history: History): void {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
  event.preventDefault();
  if (event.shiftKey) history.redo();
  else history.undo();
}
