import { WorkshopIdSchema } from "@faelleskort/shared/model/ids.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import * as v from "valibot";
import type { WebSocket } from "ws";
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
const admitted = new WeakMap<FastifyRequest, { admission: Admission; response: ServerResponse }>();

/** `GET /sync/:workshopId/:document`: origin and session are checked before the upgrade, with plain HTTP answers (SYNC-AUTH-1). */
export function syncSocket(app: FastifyInstance, context: Context, sockets: OpenSockets): void {
  const frames = new WireFrames();
  app.route({
    method: "GET",
    url: "/sync/:workshopId/:document",
    config: { rateLimit: { max: httpLimits.socketOpeningsPerAddress, timeWindow: httpLimits.window } },
    preValidation: async (request, reply) => {
      const admission = await admit(context, sockets, request);
      if ("code" in admission) return sendProblem(request, reply, admission);
      admitted.set(request, { admission, response: reply.raw });
    },
    // Without an upgrade there is nothing here.
    handler: (request, reply) => sendProblem(request, reply, { code: "not-found" }),
    wsHandler: (socket, request) => {
      const found = admitted.get(request);
      if (found === undefined) return socket.terminate();
      sockets.add(socket, addressKey(request.ip));
      const network = request.raw.socket;
      letGoOfRequest(socket, network, found.response);
      runSocket(context, { webSocket: socket, network, frames }, found.admission).catch((error: unknown) => {
        context.onDefect("a socket could not be served", error);
        socket.terminate();
      });
    },
  });
}

/**
 * The request that became a socket would live as long as it does, with its headers, its log and the answer it never gets: some 10 KB.
 * Its listener for errors is replaced by `runSocket`'s.
 */
function letGoOfRequest(socket: WebSocket, network: Socket, response: ServerResponse): void {
  socket.removeAllListeners("error");
  response.detachSocket(network);
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
