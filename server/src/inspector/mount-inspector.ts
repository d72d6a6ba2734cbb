import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import type { Context } from "../transport/context.ts";
import { inspect } from "./inspection.ts";
import { TickLog } from "./tick-log.ts";

/** Read anew each time, so that a change shows on reload. */
const files = [
  { path: "/inspector", file: "page/inspector.html", type: "text/html" },
  { path: "/inspector/inspector.js", file: "page/inspector.js", type: "text/javascript" },
  { path: "/inspector/inspector.css", file: "page/inspector.css", type: "text/css" },
  // The product's own colours, straight from its sources.
  { path: "/inspector/tokens.css", file: "../../../client/src/theme/tokens.css", type: "text/css" },
] as const;

/**
 * `GET /inspector`: the rooms and their last ticks, for whoever develops; `dev-server.ts` alone has it. It only reads, and
 * names nobody (WATCH-3).
 */
export function mountInspector(app: FastifyInstance, { registry, counters, clock }: Context): void {
  const log = new TickLog(clock);
  counters.watcher = log;
  for (const { path, file, type } of files) {
    app.get(path, async (_request, reply) =>
      reply
        .header("cache-control", "no-store")
        .type(`${type}; charset=utf-8`)
        .send(await readFile(new URL(file, import.meta.url))),
    );
  }
  app.get("/inspector/rooms.json", (_request, reply) =>
    reply.header("cache-control", "no-store").send(inspect(registry.workshops, log, clock.now())),
  );
}
