import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance } from "fastify";
import { StoreUnavailable } from "../workshops/ports.ts";
import { ProblemError, problemBody, sendProblem, type Problem } from "./problem.ts";

/** The one boundary for what handlers throw. Defects are logged with their stack and answered without it. */
export function errorBoundary(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const unreadable = request.routeOptions.config.unreadable ?? "invalid-input";
    const problem = problemOf(error, unreadable);
    if (problem.code === "internal") request.log.error({ err: error }, "a call failed");
    if (problem.code === "store-unavailable") {
      request.log.error({ reason: error.message }, "the store is not available");
      reply.header("retry-after", "5");
    }
    return sendProblem(request, reply, problem);
  });
}

/**
 * Answers what isn't HTTP, or comes too slowly, before there is a request: the same kind of document as for everything else, in Danish,
 * since no header has been read. The line is closed: what follows on it couldn't be told apart.
 */
export function answerUnreadable(error: Error & { code?: string }, line: Socket): void {
  // The other side is gone, or has its answer already.
  if (error.code === "ECONNRESET" || !line.writable || line.bytesWritten > 0) return void line.destroy();
  const body = JSON.stringify(problemBody({ code: "invalid-input" }, "da"));
  const head = [
    "HTTP/1.1 400 Bad Request",
    "content-type: application/problem+json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: no-store",
    "connection: close",
  ];
  line.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function problemOf(error: FastifyError, unreadable: Problem["code"]): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof StoreUnavailable) return { code: "store-unavailable" };
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return { code: "too-large" };
  // What Fastify itself refuses about a request: its JSON, its media type, its URL.
  const isRequests = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return { code: isRequests ? unreadable : "internal" };
}
