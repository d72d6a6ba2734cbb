import { messageType } from "@faelleskort/shared/protocol/messages.ts";
import * as encoding from "lib0/encoding";
import { writeSyncStep1, writeSyncStep2 } from "y-protocols/sync";
import * as Y from "yjs";

/** The server's end of a socket in the test's hand. Only what y-websocket uses is there. */
export class FakeSocket {
  static readonly OPEN = 1;
  static readonly all: FakeSocket[] = [];
  readonly OPEN = 1;
  readonly url: string;
  readyState = 0;
  readonly sent: Uint8Array[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;

  constructor(url: string) {
    this.url = url;
    FakeSocket.all.push(this);
  }
  send(data: Uint8Array): void {
    this.sent.push(data);
  }
  close(): void {
    this.readyState = 3;
  }
  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  say(message: Uint8Array): void {
    this.onmessage?.({ data: message.slice().buffer });
  }
  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: "" });
  }
}

const fakeSockets: unknown = FakeSocket;
// Only the parts that y-websocket uses are called.
export const FakeWebSocket = fakeSockets as typeof WebSocket;

/** A sync message as a server sends it. */
export const syncFrame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  write(encoder);
  return encoding.toUint8Array(encoder);
};

export function newestSocket(path = ""): FakeSocket {
  const socket = FakeSocket.all.findLast(({ url }) => url.includes(path));
  if (!socket) throw new Error("no socket was opened");
  return socket;
}

/** The server asks for what it lacks and tells what it has, as rooms do. */
export function greet(socket: FakeSocket, has = new Y.Doc()): void {
  socket.accept();
  socket.say(syncFrame((encoder) => writeSyncStep1(encoder, has)));
  socket.say(syncFrame((encoder) => writeSyncStep2(encoder, has)));
}
