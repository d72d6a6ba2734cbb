/** What a socket tells about its frames. */
export interface SocketListener {
  /** A new connection: counting starts again. */
  opened(): void;
  sent(frame: Uint8Array): void;
}

const bytesOf = (data: unknown): Uint8Array | null => {
  if (data instanceof Uint8Array) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return null;
};

/** A WebSocket class whose instances tell `listener` each binary frame they send. */
export function countingSocket(base: typeof WebSocket, listener: SocketListener): typeof WebSocket {
  return class CountingSocket extends base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      listener.opened();
    }
    override send(data: string | Blob | BufferSource): void {
      super.send(data);
      const frame = bytesOf(data);
      if (frame) listener.sent(frame);
    }
  };
}
