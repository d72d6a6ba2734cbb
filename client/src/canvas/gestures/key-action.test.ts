import { describe, expect, it } from "vitest";
import { type KeyContext, keyAction } from "./key-action.ts";

const context: KeyContext = { hasSelection: true, mayWrite: true, singleKeys: true };
const press = (
  key: string,
  code = "",
  modifiers: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", boolean>> = {},
) => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});

describe("keys on the canvas", () => {
  it("move the selection, far with shift; without one they move the paper", () => {
    expect(keyAction(press("ArrowUp"), context)).toEqual({
      type: "nudge",
      direction: { x: 0, y: -1 },
      big: false,
    });
    expect(keyAction(press("ArrowLeft", "", { shiftKey: true }), context)).toMatchObject({ big: true });
    expect(keyAction(press("ArrowLeft"), { ...context, hasSelection: false })).toMatchObject({ type: "pan" });
  });

  it("change nothing while the board is locked", () => {
    const locked = { ...context, mayWrite: false };
    for (const key of ["ArrowUp", "Delete", "Backspace", "n", "3"])
      expect(keyAction(press(key), locked)).toBeNull();
    expect(keyAction(press("Enter"), locked)).toEqual({ type: "open" });
  });

  it("leave the browser its own, and single letters can be switched off", () => {
    expect(keyAction(press("c", "KeyC", { ctrlKey: true }), context)).toBeNull();
    expect(keyAction(press("ArrowLeft", "", { altKey: true }), context)).toBeNull();
    expect(keyAction(press("Tab"), context)).toBeNull();
    expect(keyAction(press("n"), { ...context, singleKeys: false })).toBeNull();
    expect(keyAction(press("n"), context)).toEqual({ type: "new-card" });
  });

  it("zoom: Shift+1 fits, Ctrl or Cmd+0 is 100 %, whatever the layout prints on the key", () => {
    expect(keyAction(press("!", "Digit1", { shiftKey: true }), context)).toEqual({ type: "fit" });
    expect(keyAction(press("1", "Digit1"), context)).toEqual({ type: "digit", digit: 1 });
    expect(keyAction(press("0", "Digit0", { metaKey: true }), context)).toEqual({ type: "zoom-100" });
    expect(keyAction(press("a", "KeyA", { ctrlKey: true }), context)).toEqual({ type: "select-all" });
  });
});
