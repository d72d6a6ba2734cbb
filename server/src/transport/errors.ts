import type { FastifyError, FastifyInstance } from "fastify";
import { StoreUnavailable } from "../workshops/ports.ts";
import { ProblemError, sendProblem, type Problem } from "./problem.ts";

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

function problemOf(error: FastifyError, unreadable: Problem["code"]): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof StoreUnavailable) return { code: "store-unavailable" };
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return { code: "too-large" };
  // What Fastify itself refuses about a request: its JSON, its media type, its URL.
  const isRequests = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return { code: isRequests ? unreadable : "internal" };
}
