import { ByteWriter } from "./byte-writer.ts";

/**
 * How a server wants to be spoken to. `y-websocket`: its protocol, bare. `hocuspocus`: the same behind the document's name, once a
 * token was shown. `relay`: bytes are passed on unread, so nobody answers.
 */
export type Dialect = "y-websocket" | "hocuspocus" | "relay";

const messageSync = 0;
const messageAwareness = 1;
const messageAuth = 2;

/** Writes the messages of one connection. What is returned is valid until the next call. */
export class Speech {
  readonly dialect: Dialect;
  readonly #prefix: Uint8Array;
  readonly #out = new ByteWriter(512 * 1024);
  readonly #inner = new ByteWriter(256 * 1024);

  /** @param document the document's name, as the server knows it */
  constructor(dialect: Dialect, document: string) {
    this.dialect = dialect;
    this.#prefix =
      dialect === "hocuspocus"
        ? Uint8Array.from(new ByteWriter().start().text(document).written)
        : new Uint8Array(0);
  }

  /** Bytes in front of each message, in both directions. */
  get prefixLength(): number {
    return this.#prefix.length;
  }

  /** What a client says first, one message each; nothing to a relay. */
  greeting(): Uint8Array[] {
    const token = Uint8Array.from(
      this.#start().uint(messageAuth).uint(0).text("bench").text("4.7.0").written,
    );
    // "I have nothing": an empty state vector.
    const step1 = Uint8Array.from(this.#start().uint(messageSync).uint(0).uint(1).uint(0).written);
    switch (this.dialect) {
      case "y-websocket":
        return [step1];
      case "hocuspocus":
        return [token, step1];
      case "relay":
        return [];
    }
  }

  /** "I have nothing that you lack": a step 2 with an empty update. */
  emptyStep2(): Uint8Array {
    return this.#start().uint(messageSync).uint(1).uint(2).uint(0).uint(0).written;
  }

  update(write: (out: ByteWriter) => void): Uint8Array {
    const inner = this.#inner.start();
    write(inner);
    return this.#start().uint(messageSync).uint(2).uint(inner.length).bytes(inner.written).written;
  }

  presence(client: number, clock: number, json: string): Uint8Array {
    const inner = this.#inner.start().uint(1).uint(client).uint(clock).text(json);
    return this.#start().uint(messageAwareness).uint(inner.length).bytes(inner.written).written;
  }

  #start(): ByteWriter {
    return this.#out.start().bytes(this.#prefix);
  }
}
