import { expect, test } from "vitest";
import { readSingleKeys } from "./single-keys.ts";

const holding = (value: string | null) => () => ({
  getItem: () => value,
  setItem: () => {},
  removeItem: () => {},
});

test("single keys are on unless this person switched them off, also where nothing can be remembered", () => {
  expect(readSingleKeys(holding(null))).toBe(true);
  expect(readSingleKeys(holding("off"))).toBe(false);
  expect(
    readSingleKeys(() => {
      throw new Error("storage is barred");
    }),
  ).toBe(true);
});
