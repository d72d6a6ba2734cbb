import type { Point } from "../geometry/rect.ts";

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
  readonly mayWrite: boolean;
  /** Shortcuts of one letter can be switched off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

export type KeyAction =
  | { readonly type: "nudge"; readonly direction: Point; readonly big: boolean }
  | { readonly type: "pan"; readonly direction: Point }
  | { readonly type: "delete" }
  | { readonly type: "open" }
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

/** What a key means on the canvas; null leaves it to the browser. */
export function keyAction(press: KeyPress, context: KeyContext): KeyAction | null {
  const { key, code, shiftKey } = press;
  const { hasSelection, mayWrite } = context;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (key.toLowerCase() === "a" && !shiftKey) return { type: "select-all" };
    return code === "Digit0" || code === "Numpad0" ? { type: "zoom-100" } : null;
  }
  const direction = arrows[key];
  if (direction) {
    if (!hasSelection) return { type: "pan", direction };
    return mayWrite ? { type: "nudge", direction, big: shiftKey } : null;
  }
  switch (key) {
    case "Escape":
      return { type: "escape" };
    case "Enter":
      return hasSelection ? { type: "open" } : null;
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
  if (!context.singleKeys || !mayWrite) return null;
  if (key.toLowerCase() === "n" && !shiftKey) return { type: "new-card" };
  if (hasSelection && /^[1-9]$/.test(key)) return { type: "digit", digit: Number(key) };
  return null;
}
