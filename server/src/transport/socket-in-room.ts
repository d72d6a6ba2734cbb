import { closeCode, type CloseCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { Socket as NetworkSocket } from "node:net";
import { WebSocket } from "ws";
import { syncLimits } from "../policies/limits.ts";
import { Connection, type Socket } from "../workshops/connection.ts";
import type { DocumentKind, Session } from "../workshops/ports.ts";
import type { Context } from "./context.ts";
import { Inbox } from "./inbox.ts";
import { closeSocket } from "./open-sockets.ts";
import type { WireFrames } from "./wire-frames.ts";

/** What was found out about a socket before it was opened. */
export interface Admission {
  readonly session: Session;
  readonly document: DocumentKind;
  /** Which life of the document the client has a copy of, if it says so. */
  readonly epoch: number | undefined;
}

/** An open WebSocket, and the line under it. */
export interface Line {
  readonly webSocket: WebSocket;
  readonly network: NetworkSocket;
  readonly frames: WireFrames;
}

/** Runs one socket until its end. Frames wait in the socket while the room is loading. */
export async function runSocket(
  context: Context,
  line: Line,
  { session, document, epoch }: Admission,
): Promise<void> {
  const { webSocket } = line;
  const { registry, store, steadyClock, counters, timers } = context;
  const connection = new Connection(
    session,
    socketOver(line),
    steadyClock,
    counters,
    context.workBudgets.of(session.participantId),
  );
  // Every error is followed by `close`; without a listener it would end the process.
  webSocket.on("error", () => connection.lost());
  webSocket.pause();

  const leased = await registry.lease(session.workshopId);
  if (!leased.ok) {
    webSocket.resume();
    return connection.close(closeCode.storeLost, "the document can't be read");
  }
  const lease = leased.value;
  const turnAway = (code: CloseCode, reason: string): void => {
    lease.release();
    webSocket.resume();
    connection.close(code, reason);
  };
  if (epoch !== undefined && epoch !== lease.workshop.record.epoch) {
    return turnAway(closeCode.otherEpoch, "this page holds an older copy");
  }
  // Asked again now that nothing comes between the answer and joining: revoking drops only who is in (SYNC-AUTH-2).
  const present = await store.findSession(session.tokenHash).catch(() => "unknown" as const);
  if (present === null) return turnAway(closeCode.sessionEnded, "the session has ended");
  if (present === "unknown") return turnAway(closeCode.storeLost, "the session can't be read");

  const room = lease.workshop.room(document);
  const stopLooking = timers.every(syncLimits.lookAfterEvery, () => connection.lookAfter());
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    stopLooking();
    room.leave(connection);
    lease.release();
  };
  const inbox = new Inbox({
    connection,
    timers,
    line: webSocket,
    take: (message) => {
      try {
        room.receive(connection, message);
      } catch (error) {
        // A defect: it ends this socket, and nobody else's.
        context.onDefect("a frame could not be handled", error);
        connection.close(closeCode.protocolError, "unreadable message");
      }
    },
  });
  webSocket.on("close", () => inbox.finish(end));
  webSocket.on("ping", () => connection.heardControl());
  webSocket.on("pong", () => connection.heardControl());
  webSocket.on("message", (data, isBinary) => {
    if (!isBinary) return connection.close(closeCode.protocolError, "unreadable message");
    inbox.push(bytesOf(data));
  });
  // It may have ended while the room was loading; then no `close` comes any more.
  if (webSocket.readyState !== WebSocket.OPEN) return end();
  room.join(connection);
  inbox.start();
}

function bytesOf(data: WebSocket.RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/**
 * Messages go to the network as they are, past `ws`, which would frame each anew for every receiver. Its own frames (pings,
 * the farewell) are written at once and whole, since nothing is compressed; after the farewell nothing may follow.
 */
function socketOver({ webSocket, network, frames }: Line): Socket {
  return {
    send: (first, second, own) => {
      if (webSocket.readyState === WebSocket.OPEN && network.writable)
        network.write(frames.of(first, second, own));
    },
    buffered: () => network.writableLength,
    taken: () => network.bytesWritten - network.writableLength,
    onDrained: (run) => void network.on("drain", run),
    ping: () => webSocket.ping(),
    close: (code, reason) => closeSocket(webSocket, code, reason),
    terminate: () => webSocket.terminate(),
  };
}
