import { once } from "node:events";
import { request } from "node:http";
import type { Socket } from "node:net";
import type { DocumentName } from "@faelleskort/shared/protocol/routes.ts";
import type { Guest } from "../../contracts/running-app.ts";

export interface HandMade {
  readonly socket: Socket;
  /** The close code the server sends. */
  readonly closed: Promise<number>;
}

/** A WebSocket of which only the handshake is done: what follows is the caller's bytes. */
export async function upgradeByHand(
  url: string,
  guest: Guest,
  document: DocumentName = "stage",
): Promise<HandMade> {
  const call = request(`${url}/sync/${guest.workshopId}/${document}`, {
    headers: {
      cookie: guest.cookie,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": Buffer.alloc(16).toString("base64"),
    },
  });
  const socket = await new Promise<Socket>((resolve, reject) => {
    call.once("upgrade", (_response, upgraded) => resolve(upgraded)).once("error", reject);
    call.end();
  });
  const bytes: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => bytes.push(chunk));
  const closed = once(socket, "end").then(() => closeCodeIn(Buffer.concat(bytes)));
  return { socket, closed };
}

/** Reads on from frame to frame; the server's are whole and unmasked. */
function closeCodeIn(bytes: Buffer): number {
  for (let at = 0; at + 2 <= bytes.length;) {
    const short = bytes.readUInt8(at + 1);
    const [header, length] = short === 126 ? [4, bytes.readUInt16BE(at + 2)] : [2, short];
    if ((bytes.readUInt8(at) & 0x0f) === 8) return bytes.readUInt16BE(at + header);
    at += header + length;
  }
  throw new Error("the server closed without a farewell");
}
