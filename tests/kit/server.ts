import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How a server process ended: its exit code, or the signal that ended it. */
export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The real server as a child process. Close it (or declare it with `await using`) whatever the test does. */
export interface TestServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end; the same after `restart`. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Process id of the server that runs now. */
  readonly pid: () => number;
  /** Everything the server has written so far, over all its lives. */
  readonly output: () => string;
  /** Sends a signal (SIGKILL when none is named) and waits for the end. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<ServerExit>;
  /** Asks for a clean stop (SIGTERM) and waits for the end. */
  readonly stop: () => Promise<ServerExit>;
  /** Starts it again on the same port and data, as another program when one is named; kills it first if it still runs. */
  readonly restart: (env?: ServerEnv, entry?: ServerEntry) => Promise<void>;
  /** Ends the server whatever its state, and removes its data unless the caller brought the folder. */
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export type ServerEnv = Readonly<Record<string, string | undefined>>;

/** `main.ts` is the server alone; `start.ts` builds the client first and says where people reach it. A URL: a test's own program. */
export type ServerEntry = "main.ts" | "start.ts" | "dev-server.ts" | URL;

export interface ServerOptions {
  /** Added to the environment; `undefined` removes a name. */
  readonly env?: ServerEnv;
  /** An existing data folder, which is then left in place; else a new one under the system's temporary folder. */
  readonly dataDir?: string;
  /** `main.ts` when not given. */
  readonly entry?: ServerEntry;
  /** How long the server may take until it listens. */
  readonly readyWithinMs?: number;
}

interface Life {
  readonly child: ChildProcess;
  readonly exit: Promise<ServerExit>;
}

const sources = fileURLToPath(import.meta.resolve("@faelleskort/server/app.ts")).replace(/app\.ts$/, "");
const settingNames = ["PUBLIC_URL", "DATABASE_URL", "REDIS_URL", "CREATE_KEY", "LOG_LEVEL"];

/** Children that still run; killed when the test process ends, however it ends. */
const running = new Set<ChildProcess>();
let guardsExit = false;

/**
 * Starts the server (`server/src/main.ts`) on 127.0.0.1 and a free port, with data of its own, and waits until it listens.
 * @throws when it ends or doesn't listen in time; the message holds its output
 */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "faelleskort-test-")));
  const readyWithinMs = options.readyWithinMs ?? 30_000;
  let output = "";
  let life: Life | undefined;

  const start = async (port: number, env: ServerEnv, entry = options.entry ?? "main.ts"): Promise<URL> => {
    const program = entry instanceof URL ? fileURLToPath(entry) : sources + entry;
    const child = spawn(process.execPath, [program], {
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(env, dataDir, port),
    });
    life = { child, exit: exitOf(child) };
    const address = await listening(child, life.exit, readyWithinMs, (text) => {
      output += text;
    });
    return new URL(address);
  };
  const kill = async (signal: NodeJS.Signals = "SIGKILL"): Promise<ServerExit> => {
    if (life === undefined) throw new Error("the server was never started");
    life.child.kill(signal);
    return life.exit;
  };
  const close = async (): Promise<void> => {
    if (life !== undefined) await kill();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };

  let url: URL;
  try {
    url = await start(0, options.env ?? {});
  } catch (error) {
    await close();
    throw error;
  }
  const port = Number(url.port);
  return {
    url: url.origin,
    port,
    dataDir,
    pid: () => life?.child.pid ?? -1,
    output: () => output,
    kill,
    stop: () => kill("SIGTERM"),
    restart: async (env = {}, entry = options.entry) => {
      await kill();
      await start(port, { ...options.env, ...env }, entry);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The environment of this process without our own settings, which a developer may have set, plus the test's. */
function environment(env: ServerEnv, dataDir: string, port: number): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !settingNames.includes(name)),
  );
  return { ...inherited, HOST: "127.0.0.1", PORT: String(port), DATA_DIR: dataDir, ...env };
}

function exitOf(child: ChildProcess): Promise<ServerExit> {
  if (!guardsExit) {
    guardsExit = true;
    process.once("exit", () => {
      for (const left of running) left.kill("SIGKILL");
    });
  }
  running.add(child);
  return new Promise((resolve) => {
    // `close` comes after `exit` and after the last output, so a test sees all that was written.
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
  });
}

async function listening(
  child: ChildProcess,
  exit: Promise<ServerExit>,
  withinMs: number,
  onText: (text: string) => void,
): Promise<string> {
  let seen = "";
  const address = new Promise<string>((resolve) => {
    const read = (chunk: unknown): void => {
      const text = String(chunk);
      onText(text);
      seen += text;
      const line = /^listening on (http:\/\/\S+)$/m.exec(seen);
      if (line?.[1] !== undefined) resolve(line[1]);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
  });
  const failed = new Promise<never>((_resolve, reject) => {
    child.once("error", reject);
  });
  const ended = exit.then(({ code, signal }): never => {
    throw new Error(`the server ended before it listened (${signal ?? code}):\n${seen}`);
  });
  const deadline = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => deadline.reject(new Error(`the server didn't listen within ${withinMs} ms:\n${seen}`)),
    withinMs,
  );
  try {
    return await Promise.race([address, failed, ended, deadline.promise]);
  } finally {
    clearTimeout(timer);
    // Both may settle long after the race; by then nobody waits for them.
    failed.catch(ignoreLate);
    ended.catch(ignoreLate);
  }
}

function ignoreLate(): void {
  // The race is over: a later end of the server is told through `exit`.
}
