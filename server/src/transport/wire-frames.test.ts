import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { WireFrames } from "./wire-frames.ts";

const handshakeKey = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** What a WebSocket client makes of these bytes. */
async function read(wire: Uint8Array, count: number): Promise<Uint8Array[]> {
  const server = createServer();
  server.on("upgrade", ({ headers }, network) => {
    const accept = createHash("sha1")
      .update(`${headers["sec-websocket-key"]}${handshakeKey}`)
      .digest("base64");
    network.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    network.write(wire);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  const messages: Uint8Array[] = [];
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  await new Promise<void>((resolve, reject) => {
    client.on("error", reject);
    client.on("message", (data, isBinary) => {
      expect(isBinary).toBe(true);
      if (data instanceof Buffer) messages.push(new Uint8Array(data));
      if (messages.length === count) resolve();
    });
  });
  client.terminate();
  server.close();
  return messages;
}

test.each([0, 1, 125, 126, 0xffff, 0x10000, 300_000])(
  "a message of %i bytes is read back",
  async (length) => {
    const message = new Uint8Array(length).map((_, index) => index * 7);
    expect(await read(new WireFrames().of(message, null, null), 1)).toEqual([message]);
  },
);

test("two messages are two frames in one piece, made once for all who get both; one's own goes before them", async () => {
  const frames = new WireFrames();
  const [edit, presence] = [Uint8Array.of(0, 2, 1, 9), Uint8Array.of(1, 1, 0)];
  const wire = frames.of(edit, presence, null);
  expect(await read(wire, 2)).toEqual([edit, presence]);
  expect(frames.of(edit, presence, null)).toBe(wire);
  const receipt = Uint8Array.of(4, 0, 7);
  expect(await read(frames.of(edit, presence, receipt), 3)).toEqual([receipt, edit, presence]);
  // What is for one alone spoils nothing for the next.
  expect(frames.of(edit, presence, null)).toBe(wire);
  expect(await read(frames.of(presence, null, null), 1)).toEqual([presence]);
  expect(await read(frames.of(edit, null, null), 1)).toEqual([edit]);
});
