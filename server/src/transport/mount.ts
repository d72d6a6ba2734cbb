import { mayRunStage } from "@faelleskort/shared/commands/permission.ts";
import { type WorkshopId, WorkshopIdSchema } from "@faelleskort/shared/model/ids.ts";
import type { Result } from "@faelleskort/shared/model/result.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as v from "valibot";
import { httpLimits } from "../policies/limits.ts";
import type { Session } from "../workshops/ports.ts";
import type { LiveWorkshop } from "../workshops/live-workshop.ts";
import type { Context } from "./context.ts";
import { issuesOf, type Problem, sendProblem } from "./problem.ts";
import { type FileBody, isSchema, type Route, type Schema } from "./route.ts";
import { findMember } from "./session-cookie.ts";

type BodyOf<Body> = Body extends Schema ? v.InferOutput<Body> : Body extends FileBody ? Uint8Array : null;

declare module "fastify" {
  interface FastifyContextConfig {
    /** What is answered when the body can't even be decoded. */
    unreadable?: Problem["code"];
  }
}

export interface Call<Body> {
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
export interface MemberCall<Body> extends Call<Body> {
  readonly workshopId: WorkshopId;
  readonly session: Session;
}
/** What is sent on success: JSON, or bytes or text whose type the handler has set. */
export type Answer = Result<object | Uint8Array | string, Problem>;

/** Puts a call that needs no session on the app. */
export function mountOpen<Body extends Schema | FileBody | null>(
  app: FastifyInstance,
  route: Route<Body> & { readonly access: "anyone" },
  handle: (call: Call<BodyOf<Body>>) => Promise<Answer> | Answer,
): void {
  mount(app, route, async (request, reply) => {
    const body = readBody(route, request);
    return body.ok ? await handle({ body: body.value, request, reply }) : body;
  });
}

/** Puts a call on the app that a session in the workshop, and for some the facilitator's role, is needed for. */
export function mountForMembers<Body extends Schema | FileBody | null>(
  app: FastifyInstance,
  context: Context,
  route: Route<Body> & { readonly access: "member" | "facilitator" },
  handle: (call: MemberCall<BodyOf<Body>>) => Promise<Answer> | Answer,
): void {
  mount(app, route, async (request, reply) => {
    const id = v.safeParse(v.object({ workshopId: WorkshopIdSchema }), request.params);
    if (!id.success) return problem("not-found");
    const { workshopId } = id.output;
    const member = await findMember(context.store, request, workshopId);
    if (!member.ok) return problem(member.error);
    const session = member.value;
    if (route.access === "facilitator" && !mayRunStage(session.role)) return problem("wrong-role");
    const body = readBody(route, request);
    return body.ok ? await handle({ body: body.value, request, reply, workshopId, session }) : body;
  });
}

export const problem = (code: Problem["code"]): { ok: false; error: Problem } => ({
  ok: false,
  error: { code },
});

/** Carries out something with a workshop in memory. */
export async function withWorkshop(
  { registry }: Pick<Context, "registry">,
  id: WorkshopId,
  run: (workshop: LiveWorkshop) => Promise<Answer>,
): Promise<Answer> {
  const lease = await registry.lease(id);
  if (!lease.ok) return problem(lease.error === "no-such-workshop" ? "not-found" : "store-unavailable");
  try {
    return await run(lease.value.workshop);
  } finally {
    lease.value.release();
  }
}

function mount(
  app: FastifyInstance,
  route: Route,
  run: (request: FastifyRequest, reply: FastifyReply) => Promise<Answer>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    config: {
      rateLimit: { max: route.perMinute ?? httpLimits.perAddress, timeWindow: httpLimits.window },
      unreadable: route.unreadable ?? "invalid-input",
    },
    handler: async (request, reply) => {
      const answer = await run(request, reply);
      if (!answer.ok) return sendProblem(request, reply, answer.error);
      if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
      return reply.code(route.status).send(answer.value);
    },
  });
}

function readBody<Body extends Schema | FileBody | null>(
  route: Route<Body>,
  request: FastifyRequest,
): Result<BodyOf<Body>, Problem> {
  const parsed = parseBody(route, request.body);
  // The type follows the route's schema, which the parser has just applied.
  return parsed.ok ? { ok: true, value: parsed.value as BodyOf<Body> } : parsed;
}

function parseBody(
  { body, unreadable = "invalid-input" }: Pick<Route, "body" | "unreadable">,
  sent: unknown,
): Result<unknown, Problem> {
  if (body === null) return { ok: true, value: null };
  if (!isSchema(body)) {
    return sent instanceof Uint8Array ? { ok: true, value: sent } : problem(unreadable);
  }
  // Of a file the first fault is enough: millions of them would take gigabytes.
  const parsed = v.safeParse(body, sent, { abortEarly: unreadable !== "invalid-input" });
  if (parsed.success) return { ok: true, value: parsed.output };
  return { ok: false, error: { code: unreadable, issues: issuesOf(parsed.issues) } };
}
