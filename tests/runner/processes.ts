import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Absolute path of something in the repository, from its path below the root. */
export function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** How a child ended: true when its exit code was 0, and what it wrote (empty when it wrote straight to us). */
export interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

/**
 * Runs a JavaScript program of an installed package on this very Node, from the repository's root, without input.
 * @param program path below the root
 * @param output `captured` keeps what it writes for the caller, `shown` lets it through as it comes
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  output: "captured" | "shown",
  withinMs = 9 * 60_000,
): Promise<Ended> {
  const child = spawn(process.execPath, [fromRoot(program), ...args], {
    cwd: fromRoot("."),
    stdio: output === "captured" ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    timeout: withinMs,
    killSignal: "SIGKILL",
  });
  let written = "";
  const keep = (chunk: unknown): void => {
    written += String(chunk);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  return { ok: code === 0, output: written };
}
