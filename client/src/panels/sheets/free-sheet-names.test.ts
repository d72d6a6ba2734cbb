import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { expect, test } from "vitest";
import { isThere, nextTitle, tidyTitle } from "./free-sheet-names.ts";

test("a new free sheet gets a name nobody has taken", () => {
  const titled = (...titles: string[]) => titles.map((title) => ({ title }));
  expect(nextTitle("Fri tavle", [])).toBe("Fri tavle");
  expect(nextTitle("Fri tavle", titled("Idéer"))).toBe("Fri tavle");
  expect(nextTitle("Fri tavle", titled("Fri tavle", "Fri tavle 3"))).toBe("Fri tavle 2");
});

test("a title is trimmed and short enough; nothing but blanks is none", () => {
  expect(tidyTitle("  Gode idéer ")).toBe("Gode idéer");
  expect(tidyTitle(`${"a".repeat(39)} bcd`)).toBe("a".repeat(39));
  expect(tidyTitle(" \n ")).toBeNull();
});

test("the method's sheets are always there, a free one until it is removed", () => {
  const id = freeSheetId("free-ideas-1");
  expect(isThere("map", [])).toBe(true);
  expect(isThere(id, [])).toBe(false);
  expect(isThere(id, [{ id }])).toBe(true);
});
