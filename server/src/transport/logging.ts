import type { FastifyServerOptions } from "fastify";
import type { LogLevel } from "../config/environment.ts";

/**
 * What the log may hold: methods, paths, statuses and defects. No query, no body, no header, no address: those can carry
 * secrets and names. Paths hold ids only; an invite's secret stands behind a #, which no browser sends.
 */
export function loggerOptions(level: LogLevel): FastifyServerOptions["logger"] {
  return {
    level,
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split("?")[0] ?? "",
      }),
      res: (reply: { statusCode?: number }) => ({ statusCode: reply.statusCode ?? 0 }),
      err: (error: { name?: string; message?: string; stack?: string; code?: string }) => ({
        type: error.name ?? "Error",
        message: error.message ?? "",
        stack: error.stack ?? "",
        ...(error.code === undefined ? {} : { code: error.code }),
      }),
    },
  };
}
