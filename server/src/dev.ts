import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * `npx pnpm@12 dev`: the server with its inspector, started again when its sources change, and Vite's server for the client, which sends
 * `/api` and `/sync` on to it. Ends both when either ends or when told to stop; the exit code is that of the first.
 */
async function main(): Promise<void> {
  const port = process.env["PORT"] ?? "3000";
  // Where the client's server sends its calls; read by client/vite.config.ts.
  const env = { ...process.env, HOST: "127.0.0.1", PORT: port };
  const children = [
    run(["--watch", "--watch-preserve-output", "server/src/dev-server.ts"], env),
    run(["client/node_modules/vite/bin/vite.js", "client", "--host"], env),
  ];
  const stop = (): void => {
    for (const child of children) child.kill("SIGTERM");
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const code = await Promise.race(children.map(exitCode));
  stop();
  process.exitCode = code;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
}

async function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("exit", (code) => resolve(code ?? 0));
  });
}

await main();
