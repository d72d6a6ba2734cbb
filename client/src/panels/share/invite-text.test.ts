import { expect, test } from "vitest";
import { shownLink, spacedCode } from "./invite-text.ts";

test("a code is read in even groups, and keeps its letters", () => {
  expect(spacedCode("ABCD")).toBe("ABCD");
  expect(spacedCode("ABCDEF")).toBe("ABC DEF");
  expect(spacedCode("ABCDEFGH")).toBe("ABCD EFGH");
  expect(spacedCode("")).toBe("");
});

test("a link on the screen doesn't give its secret away", () => {
  expect(shownLink("https://kort.example/join#geheim")).toBe("kort.example/join#…");
});
