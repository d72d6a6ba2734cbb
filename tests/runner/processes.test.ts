import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../kit/eventually.ts";
import { fromRoot, runProgram } from "./processes.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "faelleskort-runner-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes a program into the folder; gives its path from the root. */
async function program(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return relative(fromRoot("."), join(folder, name));
}

/** A program that starts another, and neither ends by itself or when asked to; both write their process ids. */
async function stubborn(): Promise<{ path: string; pids: () => Promise<number[]> }> {
  const file = join(folder, "pids");
  const stay = `process.on("SIGINT", () => {}); setInterval(() => {}, 1_000);
    require("node:fs").appendFileSync(${JSON.stringify(file)}, process.pid + "\\n");`;
  await program("inner.cjs", stay);
  const path = await program(
    "outer.cjs",
    `require("node:child_process").spawn(process.execPath, [${JSON.stringify(join(folder, "inner.cjs"))}]); ${stay}`,
  );
  const pids = async (): Promise<number[]> =>
    existsSync(file) ? (await readFile(file, "utf8")).trim().split("\n").map(Number) : [];
  return { path, pids };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a program's end and output are told", async () => {
  const good = await program("good.cjs", "console.log('hej')");
  expect(await runProgram(good, [], "captured")).toEqual({ ok: true, output: "hej\n" });
  const bad = await program("bad.cjs", "process.exitCode = 3");
  expect((await runProgram(bad, [], "captured")).ok).toBe(false);
});

test("a program that takes too long is ended, and everything it started", async () => {
  const { path, pids } = await stubborn();
  const ended = runProgram(path, [], "captured", { withinMs: 2_000, farewellMs: 100 });
  await eventually("both to run", async () => (await pids()).length === 2);
  expect((await ended).ok).toBe(false);
  for (const pid of await pids()) await eventually(`${pid} to be gone`, () => !isAlive(pid));
});

test("whoever stops the runner stops what it runs, and everything that started", async () => {
  const { path, pids } = await stubborn();
  const processes = JSON.stringify(fileURLToPath(new URL("processes.ts", import.meta.url)));
  await program(
    "runner.mjs",
    `const { runProgram } = await import(${processes});
    await runProgram(${JSON.stringify(path)}, [], "captured", { farewellMs: 100 });
    console.log("went on");`,
  );
  const runner = spawn(process.execPath, [join(folder, "runner.mjs")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  runner.stdout.on("data", (chunk: unknown) => (said += String(chunk)));
  const ended = new Promise((resolve) => {
    runner.once("close", resolve);
  });
  await eventually("both to run", async () => (await pids()).length === 2);
  runner.kill("SIGTERM");
  expect(await ended).toBe(130);
  expect(said).toBe("");
  for (const pid of await pids()) await eventually(`${pid} to be gone`, () => !isAlive(pid));
});
