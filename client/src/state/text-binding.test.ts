import { describe, expect, it } from "vitest";
import { mergedText, movedBy, rebase, splice } from "./text-binding.ts";

describe("a caret beside others' typing", () => {
  it.each([
    ["before it", 5, { index: 2, remove: 0, insert: "abc" }, 8],
    ["behind it", 5, { index: 6, remove: 0, insert: "abc" }, 5],
    ["right at it", 5, { index: 5, remove: 0, insert: "abc" }, 5],
    ["removed before it", 5, { index: 0, remove: 2, insert: "" }, 3],
    ["removed round it", 5, { index: 3, remove: 4, insert: "x" }, 4],
  ])("moves with its letters: %s", (_what, caret, change, expected) => {
    expect(movedBy(caret, change)).toBe(expected);
  });
});

describe("two people's changes to one text", () => {
  it("both hold", () => {
    expect(mergedText("fair play", "Fair play", "fair play klub")).toBe("Fair play klub");
    expect(mergedText("abc", "abcX", "Yabc")).toBe("YabcX");
  });

  it("remove once what both removed", () => {
    expect(mergedText("abcdef", "abf", "acdef")).toBe("af");
    expect(mergedText("abcdef", "af", "abf")).toBe("af");
  });

  it("leave the text alone when this person changed nothing", () => {
    expect(mergedText("abc", "abc", "xyz")).toBe("xyz");
  });

  it("come out alike whoever's change is moved past the other's, when they don't touch", () => {
    const text = "Biblioteket og klubben";
    const one = { index: 0, remove: 3, insert: "B" };
    const two = { index: 15, remove: 7, insert: "Fair Play" };
    expect(splice(splice(text, one), rebase(two, one))).toBe(splice(splice(text, two), rebase(one, two)));
  });
});
