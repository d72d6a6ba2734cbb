import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, release } from "node:os";
import { fileURLToPath } from "node:url";
import { runCanvasBench } from "./canvas/run-canvas.ts";
import { type Options, readOptions } from "./options.ts";
import { installPeers } from "./peers-installed.ts";
import { reasons } from "./report/reasons.ts";
import type { Results } from "./report/results.ts";
import { scenarioTable } from "./report/scenario-table.ts";
import { judge, targetTable } from "./report/targets.ts";
import { shown, textTable } from "./report/text-table.ts";
import { runOnce } from "./run-once.ts";
import { type ScenarioId, scenarioIds, scenarios } from "./scenarios/list.ts";
import type { RunResult } from "./scenarios/scenario.ts";
import { type Metrics, medianMetrics } from "./statistics/median.ts";
import type { SubjectName } from "./subjects/subject.ts";

const outputFolder = fileURLToPath(new URL("../../test-output/bench/", import.meta.url));

/** What the bench itself makes is below 2; more is somebody else's. */
const mostLoad = 3;

interface Run {
  readonly scenario: ScenarioId;
  readonly subject: SubjectName;
  readonly round: number;
  readonly result: RunResult | null;
  readonly problem: string | null;
}

const preface = `
Our server beside its peers on this machine: the server on the first core, the load on the second. Each run starts afresh; the
subjects take turns; medians. A delivery is one edit or one presence state of one person reaching one other person: somebody who has
the newer one counts as having the older (so merging counts as what it replaces), and what goes back to its sender counts nothing.
The same is counted for everyone. Ours guards, applies, stores and acknowledges each edit; the peers store only where it says so.
`;

/** The canvas' rounds where the server has five: a round of the slowest peer takes minutes. */
const canvasRounds = 3;

/**
 * `npx pnpm@12 bench [server] [canvas] [--quick] [--only 1,3] [--subjects ours,hocuspocus] [--rounds n] [--profile]`: prints a table
 * per scenario and what became of each goal, and writes everything to `test-output/bench/`; both parts when none is named. Numbers
 * decide nothing; it fails only when a run does.
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (process.platform !== "linux" || availableParallelism() < 2) {
    throw new Error("the bench needs Linux and two cores: one for the server, one for the load");
  }
  const startedAt = new Date().toISOString();
  const runs = options.parts.has("server") ? await runServers(options) : [];
  const results = mediansOf(runs);
  const verdicts = judge(results);
  if (options.parts.has("server")) console.log(targetTable(verdicts, reasons));
  const canvas = options.parts.has("canvas")
    ? await runCanvasBench(options.asked ?? (options.quick ? 1 : canvasRounds))
    : null;
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, kernel: release(), node: process.version };
  const medians = Object.fromEntries(
    [...results].map(([id, bySubject]) => [id, Object.fromEntries(bySubject)]),
  );
  const text = JSON.stringify(
    { startedAt, machine, options: plain(options), medians, verdicts, runs, canvas },
    null,
    2,
  );
  await mkdir(outputFolder, { recursive: true });
  const file = `${outputFolder}${startedAt.replaceAll(":", "-")}.json`;
  await writeFile(file, text);
  await writeFile(`${outputFolder}latest.json`, text);
  console.log(`\nAll of it: ${file}`);
  const all = [...runs, ...(canvas?.runs ?? [])];
  if (all.some(({ problem }) => problem !== null)) process.exitCode = 1;
}

async function runServers(options: Options): Promise<Run[]> {
  console.log("installing the peers …");
  await installPeers();
  const runs: Run[] = [];
  console.log(preface);
  for (const id of scenarioIds) {
    if (!isWanted(id, options)) continue;
    // One at a time: each has both cores to itself.
    // oxlint-disable-next-line no-await-in-loop
    const done = await runScenario(id, options);
    runs.push(...done);
    console.log(`\n${scenarioTable(id, mediansOf(done))}\n`);
    for (const line of hotSpotLines(done)) console.log(line);
  }
  return runs;
}

const isWanted = (id: ScenarioId, { only }: Options): boolean =>
  only === null || scenarios[id].numbers.some((number) => only.has(number));

/** The subjects take turns, beginning with another one each round. */
async function runScenario(scenario: ScenarioId, options: Options): Promise<Run[]> {
  const subjects = scenarios[scenario].subjects.filter((subject) => options.subjects.has(subject));
  const runs: Run[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const subject = subjects[(round + turn) % subjects.length];
      if (subject === undefined) continue;
      const name = `${scenario}, round ${round + 1} of ${options.rounds}: ${subject}`;
      const startedAt = performance.now();
      // oxlint-disable-next-line no-await-in-loop
      const run = await attempt(scenario, subject, round, options);
      const seconds = Math.round((performance.now() - startedAt) / 1_000);
      const load = loadavg()[0] ?? 0;
      const busy = load > mostLoad ? ["the machine had other work: times say little"] : [];
      const remarks = [
        ...busy,
        ...(run.result?.remarks ?? []),
        ...(run.problem === null ? [] : [run.problem]),
      ];
      console.log(
        `${name} (${seconds} s, load ${load.toFixed(1)})${remarks.map((text) => `\n  ! ${text}`).join("")}`,
      );
      runs.push(run);
    }
  }
  return runs;
}

async function attempt(
  scenario: ScenarioId,
  subject: SubjectName,
  round: number,
  { quick, profiles }: Options,
): Promise<Run> {
  try {
    const result = await runOnce(scenario, { subject, quick, profiles: profiles && subject === "ours" });
    return { scenario, subject, round, result, problem: null };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { scenario, subject, round, result: null, problem };
  }
}

function mediansOf(runs: readonly Run[]): Results {
  const results = new Map<ScenarioId, Map<SubjectName, Metrics>>();
  for (const { scenario, subject } of runs) {
    const own = runs.filter((run) => run.scenario === scenario && run.subject === subject);
    const metrics = own.flatMap(({ result }) => (result === null ? [] : [result.metrics]));
    const bySubject = results.get(scenario) ?? new Map<SubjectName, Metrics>();
    results.set(scenario, bySubject);
    if (metrics.length > 0) bySubject.set(subject, medianMetrics(metrics));
  }
  return results;
}

/** Where the main thread of ours spent its time, in the last profiled run. */
function hotSpotLines(runs: readonly Run[]): string[] {
  const profiled = runs.filter(({ subject, result }) => subject === "ours" && result !== null).at(-1);
  const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
  return Object.entries(profiled?.result?.hotSpots ?? {}).flatMap(([stretch, spots]) => {
    if (spots.length === 0) return [];
    const lines = spots.map(({ place, selfShare, totalShare, totalMs }) => [
      place,
      share(selfShare),
      share(totalShare),
      shown(totalMs, 0),
    ]);
    return [`${textTable([`Main thread of ours, ${stretch}`, "itself", "with calls", "ms"], lines)}\n`];
  });
}

const plain = ({ parts, only, subjects, ...rest }: Options): object => ({
  ...rest,
  parts: [...parts],
  only: only === null ? null : [...only],
  subjects: [...subjects],
});

await main();
