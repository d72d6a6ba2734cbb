import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { catalogues } from "../client/vite/catalogues.ts";
import { standIns } from "../client/vite/stand-ins.ts";
import { isLong } from "./kit/long-run.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Times are the patience for a loaded machine; no test may be decided by them. */
const minute = 60_000;
/** One test of a long form. */
const longest = 45 * minute;

/** One project per stage of `tests/run.ts`; a folder of `tests/` is one project. */
export default defineConfig({
  root,
  test: {
    // A test left with `.only` would hide all others.
    allowOnly: false,
    passWithNoTests: false,
    silent: "passed-only",
    // Looks again until it holds, as every other wait here: a second is too little for a loaded machine.
    expect: { poll: { timeout: minute / 4 } },
    projects: [
      {
        root,
        plugins: [catalogues(`${root}client/src/i18n/catalogues`)],
        resolve: { alias: standIns },
        test: {
          name: "unit",
          include: [
            "{shared,server,client}/src/**/*.test.{ts,tsx}",
            "client/vite/**/*.test.ts",
            "tests/{kit,runner,bench}/**/*.test.ts",
          ],
          testTimeout: minute / 2,
          hookTimeout: minute / 2,
        },
      },
      ...["architecture", "texts", "contracts", "convergence"].map((name) => ({
        root,
        plugins: [catalogues(`${root}client/src/i18n/catalogues`)],
        test: {
          name,
          include: [`tests/${name}/**/*.test.{ts,tsx}`],
          testTimeout: minute,
          hookTimeout: minute,
        },
      })),
      {
        root,
        // Real processes on two cores: one file at a time.
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          testTimeout: isLong("FAULTS") ? longest : 3 * minute,
          hookTimeout: minute,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: "abuse",
          include: ["tests/abuse/**/*.test.ts"],
          testTimeout: isLong("ABUSE") ? longest : 2 * minute,
          hookTimeout: minute,
          maxWorkers: 2,
        },
      },
      {
        root,
        test: {
          name: "bundle",
          include: ["tests/bundle/**/*.test.ts"],
          globalSetup: [`${root}tests/runner/built-client.setup.ts`],
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: [`${root}tests/runner/built-client.setup.ts`],
          testTimeout: 6 * minute,
          hookTimeout: 2 * minute,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: "soak",
          include: ["tests/soak/**/*.test.ts"],
          globalSetup: [`${root}tests/runner/built-client.setup.ts`],
          testTimeout: isLong("SOAK") ? longest : 4 * minute,
          hookTimeout: 2 * minute,
          fileParallelism: false,
        },
      },
    ],
  },
});
