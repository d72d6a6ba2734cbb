import { expect, it } from "vitest";
import { undoByKey } from "./undo-keys.ts";

const plain = { shiftKey: false, ctrlKey: false, metaKey: false };

it.each([
  [{ ...plain, key: "z", ctrlKey: true }, "undo"],
  [{ ...plain, key: "Z", metaKey: true, shiftKey: true }, "redo"],
  [{ ...plain, key: "y", ctrlKey: true }, "redo"],
  [{ ...plain, key: "y" }, null],
  [{ ...plain, key: "x", ctrlKey: true }, null],
])("%o does %s", (pressed, expected) => {
  const done: string[] = [];
  undoByKey(
    { ...pressed, preventDefault: () => done.push("kept from the browser") },
    { undo: () => done.push("undo") > 0, redo: () => done.push("redo") > 0 },
  );
  expect(done).toEqual(expected === null ? [] : ["kept from the browser", expected]);
});
