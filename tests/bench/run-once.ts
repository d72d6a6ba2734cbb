import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import type { ScenarioId } from "./scenarios/list.ts";
import type { RunPlan, RunResult } from "./scenarios/scenario.ts";
import { HotSpotSchema } from "./subjects/probe-messages.ts";

const program = fileURLToPath(new URL("./one-run.ts", import.meta.url));
/** Far above the longest run; only a run that hangs gets there. */
const patienceMs = 6 * 60_000;

const ResultSchema = v.object({
  // What couldn't be measured is NaN.
  metrics: v.record(v.string(), v.union([v.number(), v.nan()])),
  hotSpots: v.record(v.string(), v.array(HotSpotSchema)),
  remarks: v.array(v.string()),
});

/** Runs one scenario against one server: the generator on the second core, the server on the first. Rejects when the run fails. */
export function runOnce(scenario: ScenarioId, plan: RunPlan): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      "taskset",
      ["-c", "1", process.execPath, program, JSON.stringify({ scenario, ...plan })],
      {
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        serialization: "advanced",
      },
    );
    let output = "";
    const keep = (chunk: unknown): void => {
      output = `${output}${String(chunk)}`.slice(-4_000);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    // SIGTERM lets it take its server along.
    const timer = setTimeout(() => child.kill("SIGTERM"), patienceMs);
    let result: RunResult | null = null;
    child.on("message", (message) => {
      const parsed = v.safeParse(ResultSchema, message);
      if (parsed.success) result = parsed.output;
      else output += v.summarize(parsed.issues);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (result !== null) resolve(result);
      else reject(new Error(`the run ended (${signal ?? code}) without a result:\n${output}`));
    });
  });
}
