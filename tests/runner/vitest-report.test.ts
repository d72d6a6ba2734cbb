import { describe, expect, test } from "vitest";
import { countReport } from "./vitest-report.ts";

function report(success: boolean, ...files: { status: string; tests: string[] }[]): string {
  return JSON.stringify({
    success,
    testResults: files.map(({ status, tests }, index) => ({
      name: `file-${index}.test.ts`,
      status,
      message: "",
      assertionResults: tests.map((outcome, at) => ({ fullName: `test ${at}`, status: outcome })),
    })),
  });
}

describe("counting vitest's report", () => {
  test("passed and failed tests", () => {
    const json = report(false, { status: "failed", tests: ["passed", "failed", "passed"] });
    expect(countReport(json, false)).toEqual({ passed: 2, failed: 1, failures: ["test 1 (failed)"] });
  });

  test("skipped and todo tests are failures", () => {
    const json = report(true, { status: "passed", tests: ["passed", "skipped", "todo", "pending"] });
    expect(countReport(json, true)).toMatchObject({ passed: 1, failed: 3 });
  });

  test("a file that couldn't be loaded is a failure", () => {
    const json = report(false, { status: "passed", tests: ["passed"] }, { status: "failed", tests: [] });
    expect(countReport(json, false)).toMatchObject({ passed: 1, failed: 1 });
  });

  test("no test at all is a failure", () => {
    expect(countReport(report(true), true)).toMatchObject({ passed: 0, failed: 1 });
  });

  test("an unhandled error beside passing tests is a failure", () => {
    const json = report(true, { status: "passed", tests: ["passed"] });
    expect(countReport(json, false)).toMatchObject({ passed: 1, failed: 1 });
  });

  test("a report that isn't one throws, so that its stage fails", () => {
    expect(() => countReport("{}", true)).toThrow();
    expect(() => countReport("", true)).toThrow();
  });
});
