import { ok } from "@faelleskort/shared/model/result.ts";
import type { FastifyInstance } from "fastify";
import type { Context } from "../context.ts";
import type { LoopDelay } from "../loop-delay.ts";
import { metricsText } from "../metrics-text.ts";
import { mountOpen } from "../mount.ts";
import { openApiDocument } from "../openapi.ts";
import { routes } from "./table.ts";

/** Calls about the server itself. */
export function serviceRoutes(app: FastifyInstance, context: Context, loopDelay: LoopDelay): void {
  mountOpen(app, routes.time, () => ok({ now: context.clock.now() }));

  const openApi = openApiDocument(Object.values(routes));
  mountOpen(app, routes.openapi, ({ reply }) => {
    reply.header("cache-control", "public, max-age=300");
    return ok(openApi);
  });

  mountOpen(app, routes.health, async ({ reply, request }) => {
    const health = await context.store.health();
    if (health.ok && context.registry.storeWorks) return ok({ status: "ok" });
    const reason = health.ok ? "a write failed a moment ago" : health.error;
    request.log.error({ reason }, "the store is not healthy");
    reply.header("retry-after", "5");
    return { ok: false, error: { code: "store-unavailable", reason } };
  });

  mountOpen(app, routes.metrics, ({ reply }) => {
    reply.type("text/plain; version=0.0.4; charset=utf-8");
    const { counters, registry } = context;
    const text = metricsText({
      counters,
      workshops: registry.workshops,
      loopDelay: loopDelay.read(),
      memory: process.memoryUsage(),
      now: performance.now(),
    });
    return ok(text);
  });
}
