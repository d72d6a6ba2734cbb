import { readEnvironment } from "@faelleskort/server/config/environment.ts";
import { keysFrom } from "@faelleskort/server/config/keys.ts";
import { loadServerKey } from "@faelleskort/server/config/server-key.ts";
import { buildApp } from "@faelleskort/server/app.ts";
import { openSqliteStore } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { systemClock, systemRandomness } from "@faelleskort/server/system.ts";
import type { Store } from "@faelleskort/server/workshops/ports.ts";

// The server as `main.ts` puts it together, with a fault built in (FAULT in the environment):
//   early            acknowledges an append before it is handed to the disk
//   kill-snapshot:N  kills itself N ms after a snapshot was handed to the store
//   kill-stored      kills itself as soon as a snapshot is stored
// The killing ones wait for SIGUSR2, so that a test can look around first. And with rooms that are unloaded IDLE_MS after the last one left.

function dieNow(): void {
  process.kill(process.pid, "SIGKILL");
}

/** Everything is done in the order called, but appends are answered at once and done a moment later. */
function early(store: Store): Store {
  let last: Promise<unknown> = Promise.resolve();
  const later = <T>(carry: () => Promise<T>): Promise<T> => {
    const done = last.then(carry);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    ...store,
    append: async (id, kind, take) => {
      await Promise.resolve();
      const append = take();
      void later(async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return await store.append(id, kind, () => append);
      }).catch(dieNow);
      return append.after + append.updates.length;
    },
    writeSnapshot: (...args) => later(() => store.writeSnapshot(...args)),
  };
}

let isArmed = false;
process.on("SIGUSR2", () => {
  isArmed = true;
});

function withFault(store: Store, fault: string): Store {
  if (fault === "early") return early(store);
  const [, ms] = /^kill-snapshot:(\d+)$/.exec(fault) ?? [];
  if (ms === undefined && fault !== "kill-stored") return store;
  return {
    ...store,
    writeSnapshot: async (...args) => {
      const stored = store.writeSnapshot(...args);
      if (!isArmed) return await stored;
      if (ms !== undefined) setTimeout(dieNow, Number(ms));
      await stored;
      if (fault === "kill-stored") dieNow();
    },
  };
}

const environment = readEnvironment(process.env);
if (!environment.ok) throw new Error(environment.error);
const config = environment.value;
const key = await loadServerKey(config.dataDirectory, (count) => systemRandomness.bytes(count));
if (!key.ok) throw new Error(key.error);
const opened = await openSqliteStore(config.dataDirectory);
if (!opened.ok) throw opened.error;
const app = await buildApp({
  config,
  store: withFault(opened.value, process.env["FAULT"] ?? ""),
  clock: systemClock,
  randomness: systemRandomness,
  keys: keysFrom(key.value),
  idleMs: Number(process.env["IDLE_MS"] ?? "30000"),
});
await app.listen({ port: config.port, host: config.host, listenTextResolver: () => "listening" });
const address = app.server.address();
if (address === null || typeof address === "string") throw new Error("no port");
process.stdout.write(`listening on http://127.0.0.1:${address.port}\n`);
