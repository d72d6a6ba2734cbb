import { expect, test } from "vitest";
import { shown, textTable } from "./text-table.ts";

test("columns are as wide as their widest cell", () => {
  expect(
    textTable(
      ["", "ours", "theirs"],
      [
        ["latency", "1.50", "12,345"],
        ["x", "–", "1"],
      ],
    ),
  ).toBe(
    ["         ours  theirs", "───────  ────  ──────", "latency  1.50  12,345", "x           –       1"].join(
      "\n",
    ),
  );
});

test.each([
  [1_234.567, 1, "1,234.6"],
  [3, 0, "3"],
  [Number.NaN, 2, "–"],
  [undefined, 2, "–"],
  [Number.POSITIVE_INFINITY, 0, "never"],
])("%s with %s digits reads %s", (value, digits, text) => {
  expect(shown(value, digits)).toBe(text);
});
