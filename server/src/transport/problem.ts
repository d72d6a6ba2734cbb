import { problemSentence, problemStatus, type ProblemCode } from "@faelleskort/shared/protocol/problems.ts";
import type { Problem as ProblemBody } from "@faelleskort/shared/protocol/http.ts";
import type { Locale } from "@faelleskort/shared/model/stage.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import * as v from "valibot";
import { localeOf } from "../policies/locale.ts";

/** What went wrong with a call, as its handler says it. */
export interface Problem {
  readonly code: ProblemCode;
  /** For invalid input: which fields. */
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
  /** For the operator: why the server can't store. */
  readonly reason?: string;
}

/** For where only throwing reaches the one place that answers: hooks of plugins. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly statusCode: number;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
    this.statusCode = problemStatus(problem.code);
  }
}

/** A problem document (RFC 9457). */
export function problemBody({ code, issues, reason }: Problem, locale: Locale): ProblemBody {
  return {
    type: `urn:faelleskort:problem:${code}`,
    title: code.replaceAll("-", " "),
    status: problemStatus(code),
    detail: problemSentence(code, locale),
    code,
    ...(issues === undefined ? {} : { issues: issues.map((issue) => ({ ...issue })) }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Answers with a problem document in the reader's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const body = problemBody(problem, localeOf(request.headers["accept-language"]));
  return reply
    .code(body.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(body));
}

/** The fields that didn't fit, without what was in them. At most twenty. */
export function issuesOf(issues: readonly v.BaseIssue<unknown>[]): { path: string; message: string }[] {
  return issues.slice(0, 20).map((issue) => ({
    path: (v.getDotPath(issue) ?? "").slice(0, 200),
    message: `expected ${issue.expected ?? issue.type}`.slice(0, 200),
  }));
}
