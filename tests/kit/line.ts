import { connect, createServer, type Socket } from "node:net";

/** A line between a browser and the server that can be cut and mended, as Wi-Fi is. */
export interface Line {
  /** The server's address by way of this line; stays the same when it is cut and mended. */
  readonly url: string;
  /** Ends what runs over it and refuses what comes. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Half-open: swallows everything both ways and closes nothing, as a phone that left the Wi-Fi. New connections get no answer. */
  freeze(): void;
  /** Everything that was there while frozen is dead and told so; new connections work. */
  thaw(): void;
  close(): Promise<void>;
}

export async function openLine(serverPort: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  let isFrozen = false;
  const stale = new Set<Socket>();
  const swallow = (socket: Socket) => {
    stale.add(socket);
    socket.unpipe();
    socket.resume();
  };
  /** An end on one side is the other's end, unless nothing gets through. */
  const endTogether = (ending: Socket, other: Socket) =>
    ending.on("close", () => {
      if (!stale.has(ending)) other.destroy();
    });
  const relay = createServer({ allowHalfOpen: true }, (near) => {
    keep(near);
    if (isFrozen) return swallow(near);
    const far = connect({ port: serverPort, host: "127.0.0.1", allowHalfOpen: true });
    keep(far);
    near.pipe(far).pipe(near);
    endTogether(near, far);
    endTogether(far, near);
  });
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      relay.once("error", reject);
      relay.listen(port, "127.0.0.1", () => {
        relay.off("error", reject);
        const address = relay.address();
        if (address === null || typeof address === "string") reject(new Error("the line has no port"));
        else resolve(address.port);
      });
    });
  const port = await listen(0);
  let isOpen = true;
  const cut = async () => {
    if (!isOpen) return;
    isOpen = false;
    const closed = new Promise((resolve) => relay.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    freeze() {
      isFrozen = true;
      for (const socket of sockets) swallow(socket);
    },
    thaw() {
      isFrozen = false;
      for (const socket of stale) socket.destroy();
      stale.clear();
    },
    async mend() {
      await listen(port);
      isOpen = true;
    },
    close: cut,
  };
}
