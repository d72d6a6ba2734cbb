import { describe, expect, test } from "vitest";
import { readOptions } from "./options.ts";

describe("the command line", () => {
  test("nothing asked for is everything, five times", () => {
    const options = readOptions([]);
    expect(options).toMatchObject({ quick: false, rounds: 5, only: null, profiles: false });
    expect([...options.subjects]).toEqual([
      "ours",
      "y-websocket",
      "hocuspocus",
      "batching-relay",
      "plain-relay",
    ]);
  });

  test("quick is once, unless rounds are named", () => {
    expect(readOptions(["--quick"]).rounds).toBe(1);
    expect(readOptions(["--quick", "--rounds", "3"]).rounds).toBe(3);
  });

  test("the canvas, the servers, or both; what only the servers have asks for them", () => {
    expect(readOptions([]).parts).toEqual(new Set(["server", "canvas"]));
    expect(readOptions(["canvas", "--quick"]).parts).toEqual(new Set(["canvas"]));
    expect(readOptions(["--only", "1"]).parts).toEqual(new Set(["server"]));
    expect(() => readOptions(["phone"])).toThrow("the bench has the parts server and canvas");
  });

  test("some of it", () => {
    const { only, subjects } = readOptions(["--only", "1, 3", "--subjects", "ours,plain-relay"]);
    expect(only).toEqual(new Set([1, 3]));
    expect(subjects).toEqual(new Set(["ours", "plain-relay"]));
  });

  test.each([["--only", "9"], ["--rounds", "0"], ["--subjects", "theirs"], ["--fast"]])(
    "%s %s is refused",
    (...args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );
});
