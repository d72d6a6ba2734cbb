import { WorkshopIdSchema } from "@faelleskort/shared/model/ids.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import * as v from "valibot";
import { WebSocket } from "ws";
import { httpLimits, syncLimits } from "../policies/limits.ts";
import { addressKey } from "../policies/address.ts";
import { isOwnOrigin } from "../policies/origin.ts";
import { Connection, type Socket } from "../workshops/connection.ts";
import { documentKinds, type Session } from "../workshops/ports.ts";
import type { Context } from "./context.ts";
import { type Problem, sendProblem } from "./problem.ts";
import { findMember } from "./session-cookie.ts";

const ParamsSchema = v.object({ workshopId: WorkshopIdSchema, document: v.picklist(documentKinds) });

/** Who may open a socket was found out before the upgrade; its handler runs right after. */
const admitted = new WeakMap<
  FastifyRequest,
  { session: Session; params: v.InferOutput<typeof ParamsSchema> }
>();

/** `GET /sync/:workshopId/:document`: origin and session are checked before the upgrade, as plain HTTP answers. */
export function syncSocket(app: FastifyInstance, context: Context, sockets: OpenSockets): void {
  app.route({
    method: "GET",
    url: "/sync/:workshopId/:document",
    config: { rateLimit: { max: httpLimits.perAddress, timeWindow: httpLimits.window } },
    preValidation: async (request, reply) => {
      const admission = await admit(context, sockets, request);
      if ("code" in admission) return sendProblem(request, reply, admission);
      admitted.set(request, admission);
    },
    handler: (request, reply) => sendProblem(request, reply, { code: "not-found" }),
    wsHandler: (socket, request) => {
      const admission = admitted.get(request);
      if (admission === undefined) return socket.terminate();
      sockets.add(socket, addressKey(request.ip));
      void serve(context, socket, admission.session, admission.params.document);
    },
  });
}

async function admit(
  context: Context,
  sockets: OpenSockets,
  request: FastifyRequest,
): Promise<{ session: Session; params: v.InferOutput<typeof ParamsSchema> } | Problem> {
  if (!isOwnOrigin(request.headers.origin, request.host, context.config.publicUrl)) {
    return { code: "wrong-origin" };
  }
  const params = v.safeParse(ParamsSchema, request.params);
  if (!params.success) return { code: "not-found" };
  const member = await findMember(context.store, request, params.output.workshopId);
  if (!member.ok) return { code: member.error };
  if (!context.registry.storeWorks) return { code: "store-unavailable" };
  if (sockets.isFull(addressKey(request.ip))) return { code: "too-many-requests" };
  return { session: member.value, params: params.output };
}

/** Runs one socket until its end. Frames wait in the socket while the room is loading. */
async function serve(
  context: Context,
  webSocket: WebSocket,
  session: Session,
  document: (typeof documentKinds)[number],
): Promise<void> {
  const connection = new Connection(session, socketOver(webSocket), context.clock, context.counters);
  webSocket.on("error", () => connection.lost());
  webSocket.pause();
  const lease = await context.registry.lease(session.workshopId);
  if (!lease.ok) {
    webSocket.resume();
    return connection.close(closeCode.storeLost, "the document can't be read");
  }
  const { workshop } = lease.value;
  // Asked again now that nothing can come between the answer and joining: revoking drops only who is in.
  if ((await context.store.findSession(session.tokenHash).catch(() => null)) === null) {
    webSocket.resume();
    lease.value.release();
    return connection.close(closeCode.sessionEnded, "the session has ended");
  }
  const room = workshop.room(document);
  const stopLooking = context.timers.every(syncLimits.lookAfterEvery, () => connection.lookAfter());
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    stopLooking();
    room.leave(connection);
    lease.value.release();
  };
  webSocket.on("close", end);
  webSocket.on("pong", () => connection.heardPong());
  webSocket.on("message", (data, isBinary) => {
    const bytes = isBinary ? bytesOf(data) : null;
    if (bytes === null) connection.close(closeCode.protocolError, "unreadable message");
    else room.receive(connection, bytes);
  });
  // It may have ended while the room was loading; then no `close` comes any more.
  if (webSocket.readyState !== WebSocket.OPEN) return end();
  room.join(connection);
  webSocket.resume();
}

function bytesOf(data: WebSocket.RawData): Uint8Array | null {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data));
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return data;
}

/** How long a closing handshake may take before the line is cut. */
const farewellMs = 3_000;

function socketOver(webSocket: WebSocket): Socket {
  return {
    send: (frame, done) => webSocket.send(frame, done),
    buffered: () => webSocket.bufferedAmount,
    ping: () => webSocket.ping(),
    close(code, reason) {
      webSocket.close(code, reason);
      setTimeout(() => webSocket.terminate(), farewellMs).unref();
    },
    terminate: () => webSocket.terminate(),
  };
}

/** The sockets that are open now, by address. */
export class OpenSockets {
  readonly #sockets = new Set<WebSocket>();
  readonly #countByAddress = new Map<string, number>();

  isFull(address: string): boolean {
    return (this.#countByAddress.get(address) ?? 0) >= httpLimits.socketsPerAddress;
  }

  add(socket: WebSocket, address: string): void {
    this.#sockets.add(socket);
    this.#countByAddress.set(address, (this.#countByAddress.get(address) ?? 0) + 1);
    socket.once("close", () => {
      this.#sockets.delete(socket);
      const left = (this.#countByAddress.get(address) ?? 1) - 1;
      if (left === 0) this.#countByAddress.delete(address);
      else this.#countByAddress.set(address, left);
    });
  }

  /** Resolves once all are closed, or cut after a short farewell. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#sockets].map((socket) => {
        const closed = new Promise((resolve) => {
          socket.once("close", resolve);
        });
        socket.close(closeCode.goingAway, "the server is stopping");
        setTimeout(() => socket.terminate(), farewellMs).unref();
        return closed;
      }),
    );
  }
}
