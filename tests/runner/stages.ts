import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureClientBuilt } from "@faelleskort/server/launch/client-build.ts";
import { ensureChromium } from "../kit/chromium.ts";
import { isLong, type LongForm } from "../kit/long-run.ts";
import { fromRoot, runProgram } from "./processes.ts";
import { asCheck, type Stage, type StageResult } from "./stage.ts";
import { countReport } from "./vitest-report.ts";

/** The vitest projects of `tests/vitest.config.ts` that need no browser, in the order they are run. */
const vitestProjects = ["architecture", "texts", "unit", "contracts", "convergence", "abuse", "faults"];
/** The ones with a long form, and what in the environment asks for it (`tests/kit/long-run.ts`). */
const longForms: Readonly<Record<string, LongForm>> = { abuse: "ABUSE", faults: "FAULTS", soak: "SOAK" };
/** Milliseconds: each long form takes some twenty minutes on two quiet cores. */
const longLimit = 60 * 60_000;
const typeProjects = ["shared", "server", "client", "client/vite", "tests"];

/** Every stage of `npx pnpm@12 test`, in order: the quick ones that fail most often first. */
export function allStages(): readonly Stage[] {
  return [
    programStage("format", "node_modules/oxfmt/bin/oxfmt", ["--check", "."]),
    programStage("lint", "node_modules/oxlint/bin/oxlint", ["--type-aware", "--deny-warnings", "."]),
    { name: "types", run: checkTypes },
    ...vitestProjects.map((name) => ({ name, run: () => runVitest(name) })),
    { name: "browser", run: findBrowser },
    { name: "build", run: buildClient },
    { name: "bundle", run: () => runVitest("bundle") },
    { name: "e2e", run: () => runVitest("e2e") },
    { name: "soak", run: () => runVitest("soak") },
  ];
}

function programStage(name: string, program: string, args: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const { ok, output } = await runProgram(program, args, "captured");
      if (!ok) console.log(output);
      return asCheck(name, ok);
    },
  };
}

async function checkTypes(): Promise<StageResult> {
  const failures: string[] = [];
  for (const project of typeProjects) {
    // One compiler at a time: each one already uses every core.
    // oxlint-disable-next-line no-await-in-loop
    const { ok, output } = await runProgram("node_modules/typescript/bin/tsc", ["-p", project], "captured");
    if (!ok) {
      console.log(output);
      failures.push(project);
    }
  }
  return { passed: typeProjects.length - failures.length, failed: failures.length, failures };
}

async function runVitest(project: string): Promise<StageResult> {
  const folder = await mkdtemp(join(tmpdir(), "faelleskort-report-"));
  try {
    const report = join(folder, "report.json");
    const { ok } = await runProgram(
      "tests/node_modules/vitest/vitest.mjs",
      [
        "run",
        `--config=${fromRoot("tests/vitest.config.ts")}`,
        `--project=${project}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      "shown",
      { withinMs: limitOf(project) },
    );
    return countReport(await readReport(report), ok);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** undefined: the usual one. */
function limitOf(project: string): number | undefined {
  const form = longForms[project];
  return form !== undefined && isLong(form) ? longLimit : undefined;
}

async function readReport(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new Error("vitest ended without a report; its output is above", { cause });
  }
}

async function findBrowser(): Promise<StageResult> {
  const { path, version, foundBy } = await ensureChromium();
  console.log(`${version}: ${path} (${foundBy})`);
  return asCheck("browser", true);
}

async function buildClient(): Promise<StageResult> {
  await ensureClientBuilt(console.log);
  return asCheck("build", true);
}
