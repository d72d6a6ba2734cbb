import { connect, createServer, type Socket } from "node:net";

/** A line between a browser and the server that can be cut and mended, as Wi-Fi is. */
export interface Line {
  /** The server's address by way of this line; stays the same when it is cut and mended. */
  readonly url: string;
  /** Ends what runs over it and refuses what comes. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function openLine(serverPort: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const relay = createServer((near) => {
    const far = connect(serverPort, "127.0.0.1");
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      relay.once("error", reject);
      relay.listen(port, "127.0.0.1", () => {
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
    async mend() {
      await listen(port);
      isOpen = true;
    },
    close: cut,
  };
}
