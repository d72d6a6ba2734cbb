import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { addressKey } from "../policies/address.ts";
import { httpLimits } from "../policies/limits.ts";
import { isOwnOrigin } from "../policies/origin.ts";
import type { Context } from "./context.ts";
import { ProblemError, sendProblem } from "./problem.ts";

/** Headers, limits per address, and the check that what changes something comes from a page of ours. */
export async function security(app: FastifyInstance, { config }: Pick<Context, "config">): Promise<void> {
  const isSecure = config.publicUrl?.startsWith("https:") === true;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "blob:", "data:"],
        fontSrc: ["'self'"],
        // 'self' covers WebSockets in browsers from 2022 on; for older ones the host is named.
        connectSrc: ["'self'", (request) => socketSource(request.headers.host)],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    // Over plain http a promise of https would lock people out, and the other two are ignored with a warning.
    strictTransportSecurity: isSecure ? { maxAge: 180 * 24 * 60 * 60, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
  });
  await app.register(rateLimit, {
    global: false,
    cache: httpLimits.addresses,
    keyGenerator: (request) => addressKey(request.ip),
    errorResponseBuilder: () => new ProblemError({ code: "too-many-requests" }),
  });
  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
    if (!isOwnOrigin(request.headers.origin, request.host, config.publicUrl)) {
      return sendProblem(request, reply, { code: "wrong-origin" });
    }
  });
}

const hostPattern = /^[A-Za-z0-9.\-_:[\]]{1,255}$/;

/** Only a Host that is one: it becomes part of a header. */
function socketSource(host: string | undefined): string {
  return host !== undefined && hostPattern.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
