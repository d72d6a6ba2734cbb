/** What one stage came to. Both counts zero is not possible: a stage that counted nothing has failed. */
export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  /** What to show again at the end, one line each: which tests or checks failed. */
  readonly failures: readonly string[];
}

/** One step of `npx pnpm@12 test`; `name` is what a person writes to run only this one. */
export interface Stage {
  readonly name: string;
  readonly run: () => Promise<StageResult>;
}

/** Where the run's lines go, and what time it is (milliseconds); tests hand in their own. */
export interface RunnerPorts {
  readonly print: (line: string) => void;
  readonly now: () => number;
}

/** A stage that is one check: passed, or failed with its name. */
export function asCheck(name: string, passed: boolean): StageResult {
  return passed ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [name] };
}

/**
 * Chooses stages by name; no names is all of them.
 * @throws RangeError when a name is unknown, with the names there are
 */
export function chooseStages(stages: readonly Stage[], names: readonly string[]): readonly Stage[] {
  const unknown = names.filter((name) => stages.every((stage) => stage.name !== name));
  if (unknown.length > 0) {
    const known = stages.map((stage) => stage.name).join(", ");
    throw new RangeError(`There is no stage "${unknown.join('", "')}". The stages are: ${known}.`);
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name));
}

/**
 * Runs the stages one after the other, all of them whatever fails, and prints the total as the last line,
 * `N passed, N failed`. A stage that throws, or that counted nothing at all, counts as one failure.
 */
export async function runStages(stages: readonly Stage[], ports: RunnerPorts): Promise<StageResult> {
  const started = ports.now();
  let passed = 0;
  let failed = 0;
  const failures: string[] = [];
  for (const stage of stages) {
    ports.print(`\n▶ ${stage.name}`);
    const stageStarted = ports.now();
    // One after the other on purpose: the machine has two cores, and output must stay readable.
    // oxlint-disable-next-line no-await-in-loop
    const result = await runOne(stage, ports);
    passed += result.passed;
    failed += result.failed;
    failures.push(...result.failures.map((failure) => `${stage.name}: ${failure}`));
    const mark = result.failed === 0 ? "✓" : "✗";
    ports.print(
      `${mark} ${stage.name}: ${result.passed} passed, ${result.failed} failed (${seconds(ports.now() - stageStarted)})`,
    );
  }
  ports.print(`\nall stages took ${seconds(ports.now() - started)}`);
  for (const failure of failures) ports.print(`✗ ${failure}`);
  ports.print(`${passed} passed, ${failed} failed`);
  return { passed, failed, failures };
}

async function runOne(stage: Stage, ports: RunnerPorts): Promise<StageResult> {
  try {
    const result = await stage.run();
    if (result.passed + result.failed === 0) return asCheck("nothing was checked", false);
    return result;
  } catch (error) {
    ports.print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return asCheck(error instanceof Error ? error.message : String(error), false);
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
