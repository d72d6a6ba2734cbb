import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compressFiles } from "./compress-files.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** Everything that can change what the browser gets. Tests beside the sources change nothing, and are left out. */
const sources = [
  "client/index.html",
  "client/vite.config.ts",
  "client/package.json",
  "client/{src,vite,public}/**/*",
  "shared/src/**/*",
  "shared/package.json",
  "tsconfig.base.json",
  "client/tsconfig.json",
  "pnpm-lock.yaml",
];
const stampFile = join(root, "client/dist/.built");

/**
 * Builds the client into `client/dist` when its sources, or what it is built with, differ from those of the build
 * that lies there; else does nothing. The fingerprint of the sources is kept in `client/dist/.built`.
 * @param say gets one line before and one after a build
 * @throws when the build fails; its output has been shown
 */
export async function ensureClientBuilt(say: (line: string) => void): Promise<"built" | "unchanged"> {
  const wanted = await fingerprint(root, sources);
  if ((await readStamp()) === wanted) return "unchanged";
  const started = performance.now();
  say("building the client …");
  await runVite();
  await compressFiles(join(root, "client/dist"));
  // Last, so that a build that was cut short is made again.
  await writeFile(stampFile, `${wanted}\n`);
  say(`built the client in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return "built";
}

/**
 * SHA-256 over the paths and contents of the files that match, in the order of their paths, so that it changes when a
 * file is changed, added, moved or removed.
 * @param folder absolute; the patterns are taken from here
 */
export async function fingerprint(folder: string, patterns: readonly string[]): Promise<string> {
  const paths: string[] = [];
  for await (const entry of glob([...patterns], { cwd: folder, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) paths.push(path);
  }
  paths.sort();
  const hash = createHash("sha256");
  for (const path of paths) {
    const name = path.slice(folder.length).replaceAll("\\", "/");
    // In order, because the hash is over a sequence.
    // oxlint-disable-next-line no-await-in-loop
    const content = await readFile(path);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function readStamp(): Promise<string | undefined> {
  try {
    return (await readFile(stampFile, "utf8")).trim();
  } catch {
    // Never built, or the folder was removed.
    return undefined;
  }
}

async function runVite(): Promise<void> {
  // Vite belongs to the client's package, so it is run from there as a program of its own.
  const vite = join(root, "client/node_modules/vite/bin/vite.js");
  const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: join(root, "client"),
    stdio: ["ignore", "inherit", "inherit"],
    // Whatever this process was started for: under a test runner's NODE_ENV Vite would build a development version.
    env: { ...process.env, NODE_ENV: "production" },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("exit", resolve);
  });
  if (code !== 0) throw new Error("The client could not be built; the reason is above.");
}
