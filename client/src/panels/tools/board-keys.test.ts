import { expect, test } from "vitest";
import { boardKey, type KeyContext, type KeyPress } from "./board-keys.ts";

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
});
const free: KeyContext = {
  inText: false,
  lettersTaken: false,
  singleKeys: true,
  placing: false,
  facilitator: true,
  tools: ["select", "hand", "card"],
};

test("undo and redo as every keyboard has them", () => {
  expect(boardKey(press("z", { ctrlKey: true }), free)).toEqual({ type: "undo" });
  expect(boardKey(press("Z", { metaKey: true, shiftKey: true }), free)).toEqual({ type: "redo" });
  expect(boardKey(press("y", { ctrlKey: true }), free)).toEqual({ type: "redo" });
  // AltGr arrives as ctrl+alt on Windows: it writes letters.
  expect(boardKey(press("z", { ctrlKey: true, altKey: true }), free)).toBeNull();
});

test("no key is taken from a text, and no letter from a dialog or the canvas", () => {
  for (const key of ["n", ".", "1"]) {
    expect(boardKey(press(key), { ...free, placing: true, inText: true })).toBeNull();
    expect(boardKey(press(key), { ...free, placing: true, lettersTaken: true })).toBeNull();
  }
  expect(boardKey(press("z", { ctrlKey: true }), { ...free, inText: true })).toBeNull();
  expect(boardKey(press("z", { ctrlKey: true }), { ...free, lettersTaken: true })).toEqual({ type: "undo" });
});

test("the full stop takes the next one, for the facilitator only", () => {
  expect(boardKey(press("."), free)).toEqual({ type: "next-unplaced" });
  expect(boardKey(press("."), { ...free, facilitator: false })).toBeNull();
});

test("digits place only while an actor stands large", () => {
  expect(boardKey(press("3"), { ...free, placing: true })).toEqual({ type: "place", field: 3 });
  expect(boardKey(press("3"), free)).toBeNull();
  expect(boardKey(press("5"), { ...free, placing: true })).toBeNull();
});

test("letters choose the tools that the sheet has", () => {
  expect(boardKey(press("p"), free)).toBeNull();
  expect(boardKey(press("p"), { ...free, tools: ["select", "pen"] })).toEqual({ type: "tool", tool: "pen" });
  expect(boardKey(press("P", { shiftKey: true }), { ...free, tools: ["pen"] })).toBeNull();
});

test("letters do nothing once they are switched off; undo stays", () => {
  const off = { ...free, singleKeys: false, placing: true };
  for (const key of ["n", "v", "h", ".", "1"]) expect(boardKey(press(key), off)).toBeNull();
  expect(boardKey(press("z", { ctrlKey: true }), off)).toEqual({ type: "undo" });
  expect(boardKey(press("h"), free)).toEqual({ type: "tool", tool: "hand" });
});
