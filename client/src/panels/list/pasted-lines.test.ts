import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { expect, test } from "vitest";
import { pastedLines } from "./pasted-lines.ts";

test("one card per line; bullets, blank lines and doubled spaces go", () => {
  expect(pastedLines("- Fair Play\r\n\r\n•  Biblioteket\n  Bydels  mødre \n").lines).toEqual([
    "Fair Play",
    "Biblioteket",
    "Bydels mødre",
  ]);
});

test("numbers go when the list is numbered, and stay when they are a name's", () => {
  expect(pastedLines("1. SSP\n2) Fædregruppen").lines).toEqual(["SSP", "Fædregruppen"]);
  expect(pastedLines("9. juni-klubben\nSSP").lines).toEqual(["9. juni-klubben", "SSP"]);
  expect(pastedLines("9. juni-klubben").lines).toEqual(["9. juni-klubben"]);
});

test("a line that is too long, and lines beyond one paste, are left out and told", () => {
  const long = "x".repeat(contentLimits.actorName + 1);
  expect(pastedLines(`A\n${long}`)).toEqual({ lines: ["A"], leftOut: [long] });
  const many = Array.from({ length: contentLimits.pastedLines + 2 }, (_, index) => `Navn ${index}`);
  const result = pastedLines(many.join("\n"));
  expect(result.lines).toHaveLength(contentLimits.pastedLines);
  expect(result.leftOut).toEqual(many.slice(-2));
});
