import { expect, test } from "vitest";
import { flagsIn, startFlags } from "./start-flags.ts";

test("our server is measured with the options it is started with", () => {
  expect(flagsIn("node server/src/start.ts")).toEqual([]);
  expect(flagsIn("node --some-option --other=2 server/src/start.ts")).toEqual(["--some-option", "--other=2"]);
  expect(() => flagsIn("sh start.sh")).toThrow("doesn't run node");
  expect(startFlags().every((flag) => flag.startsWith("--"))).toBe(true);
});
