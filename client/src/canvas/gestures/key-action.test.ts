import { describe, expect, it } from "vitest";
import { type KeyContext, keyAction } from "./key-action.ts";

const context: KeyContext = {
  hasSelection: true,
  hasBeside: true,
  mayWrite: true,
  singleKeys: true,
  tools: ["select", "hand", "card", "note"],
  groups: false,
  pile: null,
};
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
  it("move the selection, far with shift; without one they lead to the next card", () => {
    expect(keyAction(press("ArrowUp"), context)).toEqual({
      type: "nudge",
      direction: { x: 0, y: -1 },
      big: false,
    });
    expect(keyAction(press("ArrowLeft", "", { shiftKey: true }), context)).toMatchObject({ big: true });
    const bare = { ...context, hasSelection: false };
    expect(keyAction(press("ArrowLeft"), bare)).toEqual({ type: "go", direction: { x: -1, y: 0 } });
    expect(keyAction(press("ArrowLeft", "", { shiftKey: true }), bare)).toMatchObject({ type: "pan" });
    expect(keyAction(press("ArrowLeft", "", { ctrlKey: true }), context)).toMatchObject({ type: "go" });
  });

  it("change nothing while the board is locked", () => {
    const locked = { ...context, mayWrite: false };
    for (const key of ["Delete", "Backspace", "n", "3", "Tab"])
      expect(keyAction(press(key), locked)).toBeNull();
    expect(keyAction(press("d", "KeyD", { ctrlKey: true }), locked)).toBeNull();
    expect(keyAction(press("ArrowUp"), locked)).toMatchObject({ type: "go" });
    expect(keyAction(press("h"), locked)).toEqual({ type: "tool", tool: "hand" });
    expect(keyAction(press("Enter"), locked)).toEqual({ type: "open" });
    expect(keyAction(press("Enter"), { ...locked, mayWrite: true })).toEqual({ type: "edit" });
    expect(keyAction(press("ContextMenu"), locked)).toEqual({ type: "menu" });
    expect(keyAction({ ...press("F10"), shiftKey: true }, locked)).toEqual({ type: "menu" });
    expect(keyAction({ ...press("Enter"), shiftKey: true }, { ...locked, mayWrite: true })).toEqual({
      type: "open",
    });
  });

  it("leave the browser its own, and single letters can be switched off", () => {
    expect(keyAction(press("c", "KeyC", { ctrlKey: true }), context)).toBeNull();
    expect(keyAction(press("ArrowLeft", "", { altKey: true }), context)).toBeNull();
    expect(keyAction(press("Tab"), { ...context, hasBeside: false })).toBeNull();
    expect(keyAction(press("Tab", "Tab", { shiftKey: true }), context)).toBeNull();
    expect(keyAction(press("v"), { ...context, singleKeys: false })).toBeNull();
    expect(keyAction(press("n"), { ...context, singleKeys: false })).toBeNull();
    expect(keyAction(press("n"), context)).toEqual({ type: "new-card" });
  });

  it("choose the tools that the sheet has, when one may write", () => {
    const free = {
      ...context,
      tools: ["select", "hand", "note", "text", "pen", "frame"] as const,
      groups: true,
    };
    expect(keyAction(press("p"), free)).toEqual({ type: "tool", tool: "pen" });
    expect(keyAction(press("T"), free)).toEqual({ type: "tool", tool: "text" });
    expect(keyAction(press("p"), context)).toBeNull();
    expect(keyAction(press("p"), { ...free, mayWrite: false })).toBeNull();
    expect(keyAction(press("f"), { ...free, singleKeys: false })).toBeNull();
  });

  it("group what is selected, where things can be grouped", () => {
    const free = { ...context, groups: true };
    expect(keyAction(press("g", "KeyG", { ctrlKey: true }), free)).toEqual({ type: "group" });
    expect(keyAction(press("G", "KeyG", { metaKey: true, shiftKey: true }), free)).toEqual({
      type: "ungroup",
    });
    expect(keyAction(press("g", "KeyG", { ctrlKey: true }), { ...free, mayWrite: false })).toBeNull();
    expect(keyAction(press("g", "KeyG", { ctrlKey: true }), context)).toBeNull();
  });

  it("write beside and duplicate", () => {
    expect(keyAction(press("Tab"), context)).toEqual({ type: "card-beside" });
    expect(keyAction(press("d", "KeyD", { metaKey: true }), context)).toEqual({ type: "duplicate" });
  });

  it("zoom: Shift+1 fits, Ctrl or Cmd+0 is 100 %, whatever the layout prints on the key", () => {
    expect(keyAction(press("!", "Digit1", { shiftKey: true }), context)).toEqual({ type: "fit" });
    expect(keyAction(press('"', "Digit2", { shiftKey: true }), context)).toEqual({ type: "fit-selection" });
    expect(keyAction(press("1", "Digit1"), context)).toEqual({ type: "digit", digit: 1 });
    expect(keyAction(press("0", "Digit0", { metaKey: true }), context)).toEqual({ type: "zoom-100" });
    expect(keyAction(press("a", "KeyA", { ctrlKey: true }), context)).toEqual({ type: "select-all" });
  });
});
