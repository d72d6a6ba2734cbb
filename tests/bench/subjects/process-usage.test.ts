import { expect, test } from "vitest";
import { cpuOf, statusKb } from "./process-usage.ts";

test("CPU time from a stat line, whatever the process is called", () => {
  const line = "4711 (node (a) b) S 1 4711 4711 0 -1 4194304 9 0 0 0 123 45 0 0 20 0 11 0 99 1 2 3";
  expect(cpuOf(line)).toBe(1_680);
});

test("memory from a status file", () => {
  const status = "Name:\tnode\nVmHWM:\t   90000 kB\nVmRSS:\t   81234 kB\nThreads:\t11\n";
  expect(statusKb(status, "VmRSS")).toBe(81_234);
  expect(statusKb(status, "VmSwap")).toBeNaN();
});
