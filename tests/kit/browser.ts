import { chromium, type Browser, type LaunchOptions } from "playwright";
import { findChromium, NoChromiumError } from "./chromium.ts";

/** Keeps the browser from calling home, and from QUIC, which several networks of municipalities drop. */
const quietFlags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** The command line flags every browser of the tests is started with. As root Chromium only starts unsandboxed. */
export function browserFlags(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox", ...quietFlags] : quietFlags;
}

/**
 * Starts the Chromium that `findChromium` finds; the caller closes it.
 * @throws NoChromiumError when there is none: `node tests/run.ts browser` finds or installs one.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findChromium();
  if (found === undefined) {
    throw new NoChromiumError("No Chromium found: run `npx pnpm@12 test browser`, which installs one.");
  }
  return chromium.launch({
    ...options,
    executablePath: found.path,
    args: [...browserFlags(), ...(options.args ?? [])],
  });
}
