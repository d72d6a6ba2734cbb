import cookie from "@fastify/cookie";
import websocket from "@fastify/websocket";
import { fastify, type FastifyInstance, type FastifyServerOptions } from "fastify";
import type { Config } from "./config/environment.ts";
import type { Keys } from "./config/keys.ts";
import { allOf, Attempts } from "./policies/attempts.ts";
import { httpLimits, syncLimits } from "./policies/limits.ts";
import { bodies } from "./transport/bodies.ts";
import { clientFiles } from "./transport/client-files.ts";
import type { Context } from "./transport/context.ts";
import { answerUnreadable, errorBoundary } from "./transport/errors.ts";
import { LoopDelay } from "./transport/loop-delay.ts";
import { entryRoutes } from "./transport/routes/entry.ts";
import { fileRoutes } from "./transport/routes/files.ts";
import { memberRoutes } from "./transport/routes/member.ts";
import { sendProblem } from "./transport/problem.ts";
import { versionRoutes } from "./transport/routes/versions.ts";
import { serviceRoutes } from "./transport/routes/service.ts";
import { security } from "./transport/security.ts";
import { OpenSockets } from "./transport/open-sockets.ts";
import { syncSocket } from "./transport/sync-socket.ts";
import { Counters } from "./workshops/counters.ts";
import type { Clock, Randomness, Store } from "./workshops/ports.ts";
import { Registry } from "./workshops/registry.ts";
import { steadyClock } from "./workshops/steady-clock.ts";
import { realTimers, type Timers } from "./workshops/timers.ts";
import { WorkBudgets } from "./workshops/work-budget.ts";
import { StepVersions } from "./workshops/step-versions.ts";
import { Versions } from "./workshops/versions.ts";

const day = 24 * 60 * 60_000;

export interface AppParts {
  readonly config: Pick<Config, "publicUrl" | "createKey">;
  /** The caller's to close, after the app. */
  readonly store: Store;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly keys: Keys;
  readonly timers?: Timers;
  /** Fastify's logger options; no log when not given. */
  readonly logger?: FastifyServerOptions["logger"];
  /** The built client; none when null. */
  readonly clientDir?: string | null;
  /** Adds routes of its own; only what development needs comes this way. */
  readonly addOn?: (app: FastifyInstance, context: Context) => void;
  /** How long an empty workshop stays in memory, in milliseconds. */
  readonly idleMs?: number;
}

/**
 * Puts the server together. It is ready to `listen` or `inject`; closing it saves every room, sends the last receipts and
 * closes all sockets with 1001.
 */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, store, clock, randomness, keys, timers = realTimers } = parts;
  const steady = steadyClock(clock);
  const app = fastify({
    logger: parts.logger ?? false,
    // A proxy on the same machine tells the caller's address and scheme; anybody else could invent them.
    trustProxy: "loopback",
    bodyLimit: httpLimits.smallBody,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 64 },
    forceCloseConnections: true,
    clientErrorHandler: answerUnreadable,
    // An address that can't be decoded, or is longer than any of ours.
    frameworkErrors: (_error, request, reply) => void sendProblem(request, reply, { code: "not-found" }),
    requestTimeout: httpLimits.requestWithin,
    http: {
      headersTimeout: httpLimits.headersWithin,
      connectionsCheckingInterval: httpLimits.slowLookedForEvery,
    },
    keepAliveTimeout: httpLimits.keepAlive,
  });
  const logError = (what: string, error: unknown): void => app.log.error({ err: error }, what);
  const counters = new Counters();
  const registry = new Registry({
    store,
    timers,
    counters,
    ...(parts.idleMs === undefined ? {} : { idleMs: parts.idleMs }),
    onTrouble: logError,
  });
  const versions = new Versions({ store, clock, randomness });
  const stepVersions = new StepVersions({ versions, registry, timers, onTrouble: logError });
  const { addresses } = httpLimits;
  const context: Context = {
    config,
    store,
    clock,
    steadyClock: steady,
    randomness,
    keys,
    timers,
    registry,
    versions,
    stepVersions,
    counters,
    workBudgets: new WorkBudgets(steady),
    onDefect: logError,
    wrongInvites: allOf(
      new Attempts(steady, {
        most: httpLimits.wrongInvites,
        windowMs: httpLimits.wrongInviteWindow,
        addresses,
      }),
      new Attempts(steady, { most: httpLimits.wrongInvitesPerDay, windowMs: day, addresses }),
    ),
    wrongCreateKeys: new Attempts(steady, {
      most: httpLimits.wrongCreateKeys,
      windowMs: httpLimits.wrongInviteWindow,
      addresses,
    }),
  };
  const sockets = new OpenSockets();
  const loopDelay = new LoopDelay(timers);

  errorBoundary(app);
  app.addHook("onResponse", async (_request, reply) => counters.answered(reply.statusCode));
  await security(app, context);
  bodies(app);
  await app.register(cookie);
  await app.register(websocket, {
    options: {
      maxPayload: syncLimits.maxPayload,
      maxFragments: syncLimits.fragments,
      maxBufferedChunks: syncLimits.chunks,
      // A compressed message of 96 kB can be 99 MB.
      perMessageDeflate: false,
    },
    preClose: (done: () => void) => {
      // Everything is saved and receipted before the first socket hears that the server stops. None of it rejects.
      void stepVersions
        .settle()
        .then(() => versions.settle())
        .then(() => registry.close())
        .then(() => sockets.close())
        .finally(done);
    },
  });
  app.addHook("onClose", () => {
    loopDelay.stop();
  });
  syncSocket(app, context, sockets);
  entryRoutes(app, context);
  memberRoutes(app, context);
  await fileRoutes(app, context);
  versionRoutes(app, context);
  serviceRoutes(app, context, loopDelay);
  parts.addOn?.(app, context);
  await clientFiles(app, parts.clientDir ?? null);
  return app;
}
