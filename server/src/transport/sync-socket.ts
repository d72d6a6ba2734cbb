import { WorkshopIdSchema } from "@faelleskort/shared/model/ids.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import * as v from "valibot";
import { addressKey } from "../policies/address.ts";
import { httpLimits } from "../policies/limits.ts";
import { isOwnOrigin } from "../policies/origin.ts";
import { documentKinds } from "../workshops/ports.ts";
import type { Context } from "./context.ts";
import type { OpenSockets } from "./open-sockets.ts";
import { type Problem, sendProblem } from "./problem.ts";
import { findMember } from "./session-cookie.ts";
import { type Admission, runSocket } from "./socket-in-room.ts";
import { WireFrames } from "./wire-frames.ts";

const ParamsSchema = v.object({ workshopId: WorkshopIdSchema, document: v.picklist(documentKinds) });
const QuerySchema = v.object({
  epoch: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))),
});

/** Who may open a socket was found out before the upgrade; its handler runs right after. */
const admitted = new WeakMap<FastifyRequest, Admission>();

/** `GET /sync/:workshopId/:document`: origin and session are checked before the upgrade, with plain HTTP answers (SYNC-AUTH-1). */
export function syncSocket(app: FastifyInstance, context: Context, sockets: OpenSockets): void {
  const frames = new WireFrames();
  app.route({
    method: "GET",
    url: "/sync/:workshopId/:document",
    config: { rateLimit: { max: httpLimits.perAddress, timeWindow: httpLimits.window } },
    preValidation: async (request, reply) => {
      const admission = await admit(context, sockets, request);
      if ("code" in admission) return sendProblem(request, reply, admission);
      admitted.set(request, admission);
    },
    // Without an upgrade there is nothing here.
    handler: (request, reply) => sendProblem(request, reply, { code: "not-found" }),
    wsHandler: (socket, request) => {
      const admission = admitted.get(request);
      if (admission === undefined) return socket.terminate();
      sockets.add(socket, addressKey(request.ip));
      runSocket(context, { webSocket: socket, network: request.raw.socket, frames }, admission).catch(
        (error: unknown) => {
          context.onDefect("a socket could not be served", error);
          socket.terminate();
        },
      );
    },
  });
}

async function admit(
  { config, store, registry }: Context,
  sockets: OpenSockets,
  request: FastifyRequest,
): Promise<Admission | Problem> {
  if (!isOwnOrigin(request.headers.origin, request.host, config.publicUrl)) return { code: "wrong-origin" };
  const params = v.safeParse(ParamsSchema, request.params);
  const query = v.safeParse(QuerySchema, request.query);
  if (!params.success || !query.success) return { code: "not-found" };
  const { workshopId, document } = params.output;
  const member = await findMember(store, request, workshopId);
  if (!member.ok) return { code: member.error };
  if (!registry.storeWorks) return { code: "store-unavailable" };
  const isFull =
    sockets.isFull(addressKey(request.ip)) ||
    registry.connectionsOf(workshopId) >= httpLimits.socketsPerWorkshop;
  if (isFull) return { code: "too-many-requests" };
  return { session: member.value, document, epoch: query.output.epoch };
}
