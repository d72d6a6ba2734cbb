import { describe, expect, it } from "vitest";
import { isWithinBounds } from "./json-bounds.ts";

const limits = { depth: 3, values: 6, word: 8 };

describe("the bounds of JSON", () => {
  it.each([
    ['{"a":[1,2,3]}'],
    ['"[[[[[[[[[[[[,,,,,,,,,,,,"'],
    ['{"a\\"[[[[[":"\\\\"}'],
    ["  [ 1 ,\n\t2 ]  "],
    ["12345678"],
    [`"${"9".repeat(100)}"`],
    // None of it is JSON, which is the parser's to say.
    ['"never ends [[[[['],
    ["]]]]"],
    [""],
  ])("take %s", (text) => expect(isWithinBounds(text, limits)).toBe(true));

  it.each([
    ["too deep", "[[[[1]]]]"],
    ["too deep behind a text", '{"a":"\\\\",b:[[[1]]]}'],
    ["too many values", "[1,2,3,4,5,6]"],
    ["too many objects", "[{},{},{}]"],
    ["too long a number", "123456789"],
  ])("don't take what is %s", (_what, text) => expect(isWithinBounds(text, limits)).toBe(false));

  it("reads escapes in a long text once", () => {
    expect(isWithinBounds(`"${"\\\\".repeat(500_000)}"`, limits)).toBe(true);
    expect(isWithinBounds(`"${'\\"'.repeat(500_000)}"`, limits)).toBe(true);
  });
});
