import { expect, it } from "vitest";
import { forcedColours } from "./forced-colours.ts";
import { tokens } from "./tokens.ts";

const words = (colours: object): string[] =>
  Object.entries(colours).flatMap(([key, value]) =>
    typeof value === "string" ? [key] : words(value as object).map((name) => `${key}.${name}`),
  );

it("COLOUR-1 gives every colour of the sheet, each one of the system's own", () => {
  const forced = forcedColours((name) => `system ${name}`);
  expect(words(forced)).toEqual(expect.arrayContaining(words(tokens.colours.light)));
  expect(JSON.stringify(forced)).not.toMatch(/#[0-9a-f]{3}/i);
  // Cards stand out from the paper by their edges, words from their cards, and a heart from a star.
  expect(forced.edge).not.toBe(forced.paper);
  expect(forced.ink).not.toBe(forced.categories.none.fill);
  expect(forced.marks.resource).not.toBe(forced.marks.challenge);
});
