import * as v from "valibot";
import type { StageResult } from "./stage.ts";

const reportSchema = v.object({
  success: v.boolean(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ""),
      assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
    }),
  ),
});

/**
 * Counts vitest's JSON report. A test that was skipped or left as "todo" counts as failed: a check that isn't run
 * must not look like one that holds. A file that couldn't be loaded counts as one failure, and so does a run that
 * vitest itself calls failed without naming a test (an unhandled error), or one without any test.
 * @param ok whether vitest's process ended with 0
 */
export function countReport(json: string, ok: boolean): StageResult {
  const report = v.parse(reportSchema, JSON.parse(json));
  let passed = 0;
  const failures: string[] = [];
  for (const file of report.testResults) {
    const before = failures.length;
    for (const { fullName, status } of file.assertionResults) {
      if (status === "passed") passed += 1;
      else failures.push(`${fullName} (${status})`);
    }
    if (file.status !== "passed" && failures.length === before) {
      failures.push(`${file.name} (${firstLine(file.message) || "could not be run"})`);
    }
  }
  if (failures.length === 0 && passed === 0) failures.push("no test was run");
  if (failures.length === 0 && !(ok && report.success)) failures.push("vitest failed outside its tests");
  return { passed, failed: failures.length, failures };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
