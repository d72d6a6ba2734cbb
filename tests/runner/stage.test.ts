import { expect, test } from "vitest";
import { asCheck, chooseStages, runStages, type Stage } from "./stage.ts";

function printed(): { lines: string[]; print: (line: string) => void; now: () => number } {
  const lines: string[] = [];
  return { lines, print: (line) => lines.push(line), now: () => 0 };
}

const good: Stage = { name: "good", run: () => Promise.resolve({ passed: 3, failed: 0, failures: [] }) };
const bad: Stage = { name: "bad", run: () => Promise.resolve(asCheck("1 + 1", false)) };
const crashing: Stage = { name: "crashing", run: () => Promise.reject(new Error("out of memory")) };
const empty: Stage = { name: "empty", run: () => Promise.resolve({ passed: 0, failed: 0, failures: [] }) };

test("the last line is the plain count, over all stages", async () => {
  const ports = printed();
  await runStages([good, bad, good], ports);
  expect(ports.lines.at(-1)).toBe("6 passed, 1 failed");
});

test("a stage that crashes counts as failed, and the next ones still run", async () => {
  const ports = printed();
  const result = await runStages([crashing, good], ports);
  expect(result).toEqual({ passed: 3, failed: 1, failures: ["crashing: out of memory"] });
});

test("a stage that checked nothing counts as failed", async () => {
  const ports = printed();
  expect(await runStages([empty], ports)).toMatchObject({ passed: 0, failed: 1 });
});

test("stages are chosen by name, and an unknown name is told", () => {
  expect(chooseStages([good, bad], ["bad"])).toEqual([bad]);
  expect(chooseStages([good, bad], [])).toEqual([good, bad]);
  expect(() => chooseStages([good, bad], ["bda"])).toThrow("The stages are: good, bad.");
});
