import { spawn, type ChildProcess } from "node:child_process";
import * as v from "valibot";
import { type Question, type Reading, ReadingSchema } from "./probe-messages.ts";

export interface ServerProgram {
  /** Node's own options. */
  readonly flags: readonly string[];
  /** File URLs loaded before the program. */
  readonly preload: readonly string[];
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

const probe = import.meta.resolve("./probe.ts");
const patienceMs = 60_000;

/** One life of one server process, pinned to the first core. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #output = "";
  port = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.once("close", () => resolve());
    });
  }

  /** Resolves when it has printed where it listens; rejects, with its output, when it ends or takes too long. */
  static async start({ flags, preload, file, env }: ServerProgram): Promise<ServerProcess> {
    const imports = [probe, ...preload].flatMap((url) => ["--import", url]);
    const child = spawn("taskset", ["-c", "0", process.execPath, ...flags, ...imports, file], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...environment(), ...env },
    });
    process.once("exit", () => child.kill("SIGKILL"));
    const server = new ServerProcess(child);
    await server.#listening();
    return server;
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  async ask(question: Question): Promise<Reading> {
    const reading = new Promise<unknown>((resolve) => {
      this.#child.once("message", resolve);
    });
    this.#child.send(question);
    const ended = this.#ended.then((): never => {
      throw new Error(`the server ended:\n${this.#output}`);
    });
    return v.parse(ReadingSchema, await Promise.race([reading, ended]));
  }

  /** Asks it to stop, and ends it when it doesn't. */
  async stop(): Promise<void> {
    this.#child.kill("SIGTERM");
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), patienceMs / 4);
    await this.#ended;
    clearTimeout(timer);
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  async #listening(): Promise<void> {
    const heard = Promise.withResolvers<void>();
    const read = (chunk: unknown): void => {
      // A server that complains about every message must not fill our memory.
      if (this.#output.length < 20_000) this.#output += String(chunk);
      const port = /^listening on http:\/\/[^\s:]+:(\d+)$/m.exec(this.#output)?.[1];
      if (port === undefined || this.port !== 0) return;
      this.port = Number(port);
      heard.resolve();
    };
    this.#child.stdout?.on("data", read);
    this.#child.stderr?.on("data", read);
    const fail = (): void => heard.reject(new Error(`the server doesn't listen:\n${this.#output}`));
    this.#child.once("error", fail).once("close", fail);
    const timer = setTimeout(() => {
      fail();
      this.#child.kill("SIGKILL");
    }, patienceMs);
    await heard.promise.finally(() => clearTimeout(timer));
  }
}

/** Our own environment without what would change a server's behaviour. */
function environment(): NodeJS.ProcessEnv {
  const settings = [
    "PUBLIC_URL",
    "DATABASE_URL",
    "REDIS_URL",
    "CREATE_KEY",
    "LOG_LEVEL",
    "DATA_DIR",
    "NODE_OPTIONS",
  ];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name)));
}
