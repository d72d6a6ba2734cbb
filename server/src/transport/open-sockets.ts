import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { WebSocket } from "ws";
import { httpLimits } from "../policies/limits.ts";

/** How long a closing handshake may take before the line is cut, in milliseconds. */
const farewellMs = 3_000;

/** Says goodbye, and cuts the line when the other side doesn't answer. May be repeated. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), farewellMs).unref();
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

  /** Closes all with 1001; resolves once they are closed, or cut after a short farewell. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#sockets].map((socket) => {
        const closed = new Promise((resolve) => {
          socket.once("close", resolve);
        });
        closeSocket(socket, closeCode.goingAway, "the server is stopping");
        return closed;
      }),
    );
  }
}
