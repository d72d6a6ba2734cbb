import { describe, expect, test } from "vitest";
import type { Results } from "./results.ts";
import { judge, targetTable } from "./targets.ts";

const results: Results = new Map([
  [
    "board",
    new Map([
      ["ours", { cpuPerDelivery: 5, p99: 40, loneP50: 3 }],
      ["y-websocket", { cpuPerDelivery: 18 }],
      ["hocuspocus", { cpuPerDelivery: 12 }],
      ["batching-relay", { cpuPerDelivery: 4 }],
    ]),
  ],
]);
const outcome = (id: string): string | undefined =>
  judge(results).find((verdict) => verdict.id === id)?.outcome;

describe("goals", () => {
  test("against the best peer, which no relay is", () => {
    expect(outcome("1a")).toBe("reached");
    expect(outcome("1b")).toBe("not reached");
    expect(outcome("1c")).toBe("not reached");
  });

  test("against a number", () => {
    expect(outcome("1d")).toBe("reached");
    expect(outcome("1e")).toBe("not reached");
  });

  test("what wasn't measured is said to be, and isn't listed", () => {
    expect(outcome("8a")).toBe("not measured");
    expect(targetTable(judge(results), {})).not.toContain("8a");
  });

  test("a reason stands under what isn't reached", () => {
    const text = targetTable(judge(results), { "1c": "because" });
    expect(text).toContain("1c: because");
    expect(text).toContain("1e: not looked into yet");
    expect(text).not.toContain("1d:");
  });
});
