import { type ChildProcess, spawn } from "node:child_process";
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

/** Milliseconds. */
export interface Patience {
  /** How long a program may take. */
  readonly withinMs?: number | undefined;
  /** From asking it to stop until it and all it started are killed. */
  readonly farewellMs?: number;
}

/**
 * Runs a JavaScript program of an installed package on this very Node, from the repository's root, without input. When this process
 * is asked to stop (Ctrl-C, SIGTERM), so are the program and everything it started; so are they when the time is up.
 * @param program path below the root
 * @param output `captured` keeps what it writes for the caller, `shown` lets it through as it comes
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  output: "captured" | "shown",
  { withinMs = 9 * 60_000, farewellMs = 10_000 }: Patience = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [fromRoot(program), ...args], {
    cwd: fromRoot("."),
    stdio: output === "captured" ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    // A group of its own, so that what it started can be ended with it.
    detached: true,
  });
  let written = "";
  const keep = (chunk: unknown): void => {
    written += String(chunk);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const watch = endTogether(child, withinMs, farewellMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject).once("close", resolve);
    });
    return { ok: code === 0, output: written };
  } finally {
    watch.stop();
  }
}

/** Stopped from outside: a shell tells by this code that it was Ctrl-C. */
const stoppedExitCode = 130;

/** Ends a child's group with this process, or when its time is up. */
function endTogether(child: ChildProcess, withinMs: number, farewellMs: number): { stop: () => void } {
  let killing: NodeJS.Timeout | undefined;
  const signalGroup = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      // Nobody of the group is left.
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  };
  const end = (): void => {
    signalGroup("SIGINT");
    killing ??= setTimeout(() => signalGroup("SIGKILL"), farewellMs);
  };
  const limit = setTimeout(() => {
    console.error(`stopped: it took longer than ${withinMs / 60_000} minutes`);
    end();
  }, withinMs);
  const stopAll = (): void => {
    process.exitCode = stoppedExitCode;
    child.once("close", () => process.exit(stoppedExitCode));
    end();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, stopAll);
  return {
    stop: () => {
      clearTimeout(limit);
      clearTimeout(killing);
      for (const signal of signals) process.off(signal, stopAll);
    },
  };
}
