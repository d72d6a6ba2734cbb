import { allStages } from "./runner/stages.ts";
import { chooseStages, runStages, type Stage } from "./runner/stage.ts";

/**
 * `npx pnpm@12 test [stage …]`: every check and test, or only the stages named. Ends with the line
 * `N passed, N failed`, and with exit code 1 when anything failed.
 */
async function main(): Promise<void> {
  // The browser is found or installed by a stage of our own.
  process.env["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"] = "1";
  const stages = chosen();
  if (stages === undefined) return;
  const { failed } = await runStages(stages, { print: console.log, now: () => performance.now() });
  process.exitCode = failed === 0 ? 0 : 1;
}

/** The stages named on the command line; undefined, after telling, when a name is wrong. */
function chosen(): readonly Stage[] | undefined {
  try {
    return chooseStages(allStages(), process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
    return undefined;
  }
}

await main();
