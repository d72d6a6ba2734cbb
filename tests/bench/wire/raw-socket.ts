import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { clientFrame, opcode, ServerFrames } from "./server-frames.ts";

/** Where to knock, and with what. */
export interface Door {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Incoming bytes of all sockets pass through this one, since each read is used up before the next begins. */
const incoming = Buffer.allocUnsafe(256 * 1024);
const nothing = new Uint8Array(0);

/** A WebSocket client that does the least: binary messages, pongs, and the code it was closed with. */
export class RawSocket {
  /** Set before opening; the payload is valid during the call only. */
  onMessage: (payload: Uint8Array) => void = () => {};
  onPong: () => void = () => {};
  /** 1006 when the other side left without a word. */
  onClosed: (code: number) => void = () => {};
  readonly #mask: Uint8Array = randomBytes(4);
  #socket: Socket | null = null;
  #code = 1006;
  #isPaused = false;

  /** Resolves when the server has upgraded; rejects with its first line when it didn't. */
  open({ port, path, headers }: Door): Promise<void> {
    return new Promise((resolve, reject) => {
      let answer = "";
      let isOpen = false;
      const frames = new ServerFrames((code, payload) => this.#take(code, payload));
      const onRead = (chunk: Uint8Array): void => {
        if (isOpen) return frames.push(chunk);
        answer += Buffer.from(chunk).toString("latin1");
        const end = answer.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!answer.startsWith("HTTP/1.1 101")) {
          reject(new Error(`${path}: ${answer.slice(0, answer.indexOf("\r\n"))} ${answer.slice(end + 4)}`));
          socket.destroy();
          return;
        }
        isOpen = true;
        resolve();
        const early = Buffer.from(answer.slice(end + 4), "latin1");
        if (early.length > 0) frames.push(early);
      };
      const socket = connect({
        port,
        host: "127.0.0.1",
        noDelay: true,
        onread: {
          buffer: incoming,
          callback: (length) => {
            onRead(incoming.subarray(0, length));
            return !this.#isPaused;
          },
        },
      });
      this.#socket = socket;
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ];
      socket.write(`${lines.join("\r\n")}\r\n\r\n`);
      socket.once("error", reject);
      socket.on("error", () => socket.destroy());
      socket.once("close", () => {
        reject(new Error(`${path}: closed before it was open`));
        this.onClosed(this.#code);
      });
    });
  }

  /** The bytes are copied: they may be reused at once. */
  send(payload: Uint8Array): void {
    this.#socket?.write(clientFrame(opcode.binary, payload, this.#mask));
  }

  ping(): void {
    this.#socket?.write(clientFrame(opcode.ping, nothing, this.#mask));
  }

  /** Takes nothing off the wire any more, as a phone in a tunnel. */
  stopReading(): void {
    this.#isPaused = true;
    this.#socket?.pause();
  }

  readOn(): void {
    this.#isPaused = false;
    this.#socket?.resume();
  }

  /** Without a farewell: a closing handshake with a thousand sockets is not what is measured. */
  end(): void {
    this.#socket?.destroy();
  }

  #take(code: number, payload: Uint8Array): void {
    switch (code) {
      case opcode.binary:
        return this.onMessage(payload);
      case opcode.ping:
        this.#socket?.write(clientFrame(opcode.pong, payload, this.#mask));
        return;
      case opcode.pong:
        return this.onPong();
      case opcode.close:
        this.#code = payload.length >= 2 ? (payload[0] ?? 0) * 256 + (payload[1] ?? 0) : 1005;
        this.#socket?.end(clientFrame(opcode.close, payload.subarray(0, 2), this.#mask));
        return;
      default:
        return;
    }
  }
}
