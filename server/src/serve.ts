import { fileURLToPath } from "node:url";
import { type AppParts, buildApp } from "./app.ts";
import { type Config, readEnvironment } from "./config/environment.ts";
import { keysFrom } from "./config/keys.ts";
import { isKeyLost, loadServerKey, serverKeyFileName } from "./config/server-key.ts";
import { lockDataDirectory } from "./storage/sqlite/data-lock.ts";
import { databaseFileName, openSqliteStore } from "./storage/sqlite/sqlite-store.ts";
import { systemClock, systemRandomness } from "./system.ts";
import { loggerOptions } from "./transport/logging.ts";

/**
 * Serves until told to stop by SIGTERM or SIGINT, which ends the process; so does whatever keeps it from serving, with one line.
 * @param addOn what only this way of starting adds to the app
 * @returns where it listens
 */
export async function serve(addOn?: AppParts["addOn"]): Promise<URL> {
  const environment = readEnvironment(process.env);
  if (!environment.ok) giveUp(environment.error);
  const config = environment.value;

  // Before anything of the store is touched, and until the process ends.
  const locked = lockDataDirectory(config.dataDirectory);
  if (!locked.ok) giveUp(locked.error);
  const lock = locked.value;

  const keyWasLost = await isKeyLost(config.dataDirectory, databaseFileName);
  const key = await loadServerKey(config.dataDirectory, (count) => systemRandomness.bytes(count));
  if (!key.ok) giveUp(key.error);

  const opened = await openSqliteStore(config.dataDirectory);
  if (!opened.ok) giveUp(opened.error.message);
  const store = opened.value;

  const app = await buildApp({
    config,
    store,
    clock: systemClock,
    randomness: systemRandomness,
    keys: keysFrom(key.value),
    logger: loggerOptions(config.logLevel),
    ...(addOn === undefined ? {} : { addOn }),
    clientDir: fileURLToPath(new URL("../../client/dist", import.meta.url)),
  });

  if (keyWasLost)
    app.log.error(
      `${serverKeyFileName} was missing beside the store and is made anew: links and codes given out before don't work any more. Put the old file back from a backup, and start again, to have them work.`,
    );

  try {
    await app.listen({ port: config.port, host: config.host, listenTextResolver: () => "listening" });
  } catch (error) {
    await store.close();
    giveUp(listenProblem(error, config));
  }

  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      // A second signal while everything is being saved changes nothing.
      if (isStopping) return;
      isStopping = true;
      void stop();
    });
  }

  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  const listeningOn = new URL(`http://${host}:${address.port}`);
  process.stdout.write(`listening on ${listeningOn.origin}\n`);
  return listeningOn;

  async function stop(): Promise<void> {
    try {
      await app.close();
      await store.close();
      lock.release();
      process.exit(0);
    } catch (error) {
      giveUp(`stopped, but not cleanly: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Ends the process with one line that the operator can read. */
function giveUp(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function listenProblem(error: unknown, config: Config): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const where = `${config.host}:${config.port}`;
  if (code === "EADDRINUSE")
    return `PORT ${config.port} is in use on ${config.host}: choose another, or stop what listens there`;
  if (code === "EACCES")
    return `PORT ${config.port} needs more rights than this user has: choose one above 1023`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST ${config.host} is no address of this machine`;
  return `can't listen on ${where}: ${error instanceof Error ? error.message : String(error)}`;
}
