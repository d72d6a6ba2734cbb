import { execFile, spawn } from "node:child_process";
import { access, constants, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright";

/** A Chromium that answered `--version`: its absolute path, what it said, and where it was found. */
export interface FoundChromium {
  readonly path: string;
  readonly version: string;
  readonly foundBy: "CHROMIUM_PATH" | "Playwright" | "this machine" | "Debian package";
}

/** What the search needs of the machine; tests hand in their own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly playwrightPath: string;
  /** The text of `--version`, or undefined when the file isn't there or doesn't start. */
  readonly versionOf: (path: string) => Promise<string | undefined>;
}

const namesOnPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const usualPlaces = [
  "/usr/lib/chromium/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const advice =
  "No Chromium or Chrome was found for the browser tests: install Google Chrome or Chromium, or run " +
  "`npx playwright install chromium`, or set CHROMIUM_PATH to the program, and run the tests again.";

/** Raised when no browser can be had; the message is one sentence that says what to do. */
export class NoChromiumError extends Error {
  override readonly name = "NoChromiumError";
}

/**
 * Finds a Chromium that starts: CHROMIUM_PATH if set → Playwright's own → Chrome or Chromium on the machine.
 * Every candidate is asked for its version, since some systems have a stand-in that only prints advice.
 * @throws NoChromiumError when CHROMIUM_PATH is set and doesn't start: a wrong setting is not worked around.
 */
export async function findChromium(machine: Machine = thisMachine()): Promise<FoundChromium | undefined> {
  const chosen = machine.env["CHROMIUM_PATH"];
  if (chosen !== undefined && chosen !== "") {
    const version = await machine.versionOf(chosen);
    if (version === undefined) throw new NoChromiumError(`CHROMIUM_PATH is ${chosen}, which doesn't start.`);
    return { path: chosen, version, foundBy: "CHROMIUM_PATH" };
  }
  const own = await machine.versionOf(machine.playwrightPath);
  if (own !== undefined) return { path: machine.playwrightPath, version: own, foundBy: "Playwright" };
  const folders = (machine.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [...onPath, ...usualPlaces]) {
    // One after the other: the first that starts is the answer, and asking starts a program.
    // oxlint-disable-next-line no-await-in-loop
    const version = await machine.versionOf(path);
    if (version !== undefined) return { path, version, foundBy: "this machine" };
  }
  return undefined;
}

/**
 * Finds a Chromium, or installs Debian's package where that is possible (Debian family, root); its progress goes to
 * this process's output.
 * @throws NoChromiumError with one sentence on what to do when there is none in the end.
 */
export async function ensureChromium(): Promise<FoundChromium> {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (!(await canInstallDebianPackage())) throw new NoChromiumError(advice);
  console.log("No browser on this machine: installing Debian's chromium package (about 100 MB) …");
  await runShown("apt-get", ["update"]);
  await runShown("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]);
  const installed = await findChromium();
  if (installed === undefined) throw new NoChromiumError(advice);
  return { ...installed, foundBy: "Debian package" };
}

function thisMachine(): Machine {
  return { env: process.env, playwrightPath: chromium.executablePath(), versionOf };
}

async function versionOf(path: string): Promise<string | undefined> {
  try {
    await access(path, constants.X_OK);
    const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: 20_000 });
    const version = stdout.trim();
    return /\d+\.\d+/.test(version) ? version : undefined;
  } catch {
    // Not there, or not startable: both mean "not this one", and the caller says so when none is left.
    return undefined;
  }
}

async function canInstallDebianPackage(): Promise<boolean> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*debian|^ID=ubuntu/m.test(await readFile("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

async function runShown(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("exit", resolve);
  });
  if (code !== 0) throw new NoChromiumError(`\`${command} ${args.join(" ")}\` failed. ${advice}`);
}
