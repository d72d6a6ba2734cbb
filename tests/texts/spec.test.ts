import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { promiseFaults } from "./promises.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("SPEC.md", () => {
  it("promises what tests prove, and tests quote what it promises", async () => {
    const paths = await Array.fromAsync(
      glob(["{shared,server,client}/src/**/*.test.{ts,tsx}", "tests/*/**/*.test.ts"], { cwd: root }),
    );
    const tests = await Promise.all(
      paths
        .filter((path) => !path.includes("node_modules") && !path.endsWith("texts/spec.test.ts"))
        .map((path) => readFile(join(root, path), "utf8")),
    );
    expect(tests.length).toBeGreaterThan(20);
    expect(promiseFaults(await readFile(join(root, "SPEC.md"), "utf8"), tests)).toEqual({
      unproven: [],
      unknown: [],
    });
  });

  it("is found out when it promises too much or too little", () => {
    const spec = "- **DOC-1** Alike.\n- **SYNC-OWN-2** Refused.\n";
    const tests = [
      'it.each(seedsToRun(150, [1]))("DOC-1 alike (seed %i)", …',
      "  test(`ROOM-9 SYNC-OWN-2 both`, …",
    ];
    expect(promiseFaults(spec, tests)).toEqual({ unproven: [], unknown: ["ROOM-9"] });
    expect(promiseFaults(spec, [])).toEqual({ unproven: ["DOC-1", "SYNC-OWN-2"], unknown: [] });
  });
});
