import { allStages } from "./runner/stages.ts";
import { chooseStages, runStages } from "./runner/stage.ts";

/**
 * `npx pnpm@12 test [stage …]`: every check and test, or only the stages named. Ends with the line
 * `N passed, N failed`, and with exit code 1 when anything failed.
 */
async function main(): Promise<void> {
  // A newcomer's environment may hold settings of the product; no check may depend on them.
  process.env["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"] = "1";
  const stages = chooseStages(allStages(), process.argv.slice(2));
  const { failed } = await runStages(stages, { print: console.log, now: () => performance.now() });
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
