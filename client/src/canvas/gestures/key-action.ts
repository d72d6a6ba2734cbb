import type { Point } from "../geometry/rect.ts";
import type { CanvasTool } from "../tool.ts";

/** The parts of a KeyboardEvent that decide. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface KeyContext {
  readonly hasSelection: boolean;
  /** One card is selected that another can be written beside. */
  readonly hasBeside: boolean;
  readonly mayWrite: boolean;
  /** Shortcuts of one letter can be switched off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** What can be chosen on this sheet. */
  readonly tools: readonly CanvasTool[];
  /** Things of this sheet can be grouped. */
  readonly groups: boolean;
  /** A pile is selected; or cards are fanned out: arrows lead from one to the next, and move none. */
  readonly pile: "selected" | "fanned" | null;
}

export type KeyAction =
  | { readonly type: "nudge"; readonly direction: Point; readonly big: boolean }
  | { readonly type: "pan"; readonly direction: Point }
  /** Selects the nearest thing in the direction. */
  | { readonly type: "go"; readonly direction: Point }
  /** Fans the pile out that is selected. */
  | { readonly type: "pile" }
  | { readonly type: "duplicate" }
  | { readonly type: "card-beside" }
  | { readonly type: "tool"; readonly tool: CanvasTool }
  | { readonly type: "group" }
  | { readonly type: "ungroup" }
  | { readonly type: "fit-selection" }
  | { readonly type: "delete" }
  /** What can be done with what is selected. */
  | { readonly type: "menu" }
  /** Opens it large. */
  | { readonly type: "open" }
  /** Its words, where they stand. */
  | { readonly type: "edit" }
  | { readonly type: "select-all" }
  | { readonly type: "new-card" }
  | { readonly type: "digit"; readonly digit: number }
  | { readonly type: "fit" }
  | { readonly type: "zoom-100" }
  | { readonly type: "zoom-in" }
  | { readonly type: "zoom-out" }
  | { readonly type: "escape" }
  | { readonly type: "space" };

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The letters of whiteboards; what a sheet doesn't have, its letter doesn't choose. */
export const toolKeys: Readonly<Partial<Record<string, CanvasTool>>> = {
  v: "select",
  h: "hand",
  t: "text",
  p: "pen",
  m: "marker",
  e: "eraser",
  a: "arrow",
  l: "line",
  r: "rectangle",
  o: "ellipse",
  f: "frame",
};

/** Whether a tool is for those, too, who may only look. */
export const changesNothing = (tool: CanvasTool): boolean => tool === "select" || tool === "hand";

/** What a key means on the canvas; null leaves it to the browser. */
export function keyAction(press: KeyPress, context: KeyContext): KeyAction | null {
  const { key, code, shiftKey } = press;
  const { hasSelection, mayWrite } = context;
  const direction = arrows[key];
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return withControl(press, context);
  if (direction) {
    if (context.pile === "fanned") return { type: "go", direction };
    if (!hasSelection) return shiftKey ? { type: "pan", direction } : { type: "go", direction };
    return mayWrite ? { type: "nudge", direction, big: shiftKey } : { type: "go", direction };
  }
  switch (key) {
    case "Tab":
      // Backwards, and with nothing selected, it leads out of the canvas as everywhere.
      return context.hasBeside && mayWrite && !shiftKey ? { type: "card-beside" } : null;
    case "ContextMenu":
      return { type: "menu" };
    case "F10":
      return shiftKey ? { type: "menu" } : null;
    case "Escape":
      return { type: "escape" };
    case "Enter":
      if (context.pile === "selected") return { type: "pile" };
      if (!hasSelection) return null;
      return shiftKey || !mayWrite ? { type: "open" } : { type: "edit" };
    case "Delete":
    case "Backspace":
      return hasSelection && mayWrite ? { type: "delete" } : null;
    case " ":
      return { type: "space" };
    case "+":
      return { type: "zoom-in" };
    case "-":
      return { type: "zoom-out" };
  }
  // Where digits are typed with shift (AZERTY), the key's place says it.
  if (shiftKey && code === "Digit1") return { type: "fit" };
  if (shiftKey && code === "Digit2") return { type: "fit-selection" };
  if (!context.singleKeys || shiftKey) return null;
  const tool = toolKeys[key.toLowerCase()];
  if (tool && context.tools.includes(tool) && (mayWrite || changesNothing(tool)))
    return { type: "tool", tool };
  if (!mayWrite) return null;
  if (key.toLowerCase() === "n") return { type: "new-card" };
  if (hasSelection && /^[1-9]$/.test(key)) return { type: "digit", digit: Number(key) };
  return null;
}

/** Copying, cutting and pasting come as the browser's own events. */
function withControl(
  { key, code, shiftKey }: KeyPress,
  { hasSelection, mayWrite, groups }: KeyContext,
): KeyAction | null {
  const direction = arrows[key];
  if (direction) return { type: "go", direction };
  if (code === "Digit0" || code === "Numpad0") return { type: "zoom-100" };
  if (key.toLowerCase() === "g" && groups) {
    if (!hasSelection || !mayWrite) return null;
    return shiftKey ? { type: "ungroup" } : { type: "group" };
  }
  if (shiftKey) return null;
  switch (key.toLowerCase()) {
    case "a":
      return { type: "select-all" };
    case "d":
      return hasSelection && mayWrite ? { type: "duplicate" } : null;
    default:
      return null;
  }
}
