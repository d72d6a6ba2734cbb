import {
  messageType,
  readRefused,
  readSaved,
  type ServerMessage,
  syncType,
} from "@faelleskort/shared/protocol/messages.ts";
import type { DocumentName } from "@faelleskort/shared/protocol/routes.ts";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Guest } from "./running-app.ts";

/** What the server sent, told apart. */
export type Heard =
  | { readonly type: "sync"; readonly kind: "step1" | "step2" | "update"; readonly body: Uint8Array }
  | { readonly type: "presence"; readonly body: Uint8Array }
  | ServerMessage;

/** A hand-made client: sends what it is told to, and remembers what it hears. */
export class RawClient {
  readonly heard: Heard[] = [];
  readonly #socket: WebSocket;
  readonly #watchers = new Set<() => void>();
  closeCode: number | null = null;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => {
      this.heard.push(readHeard(data));
      this.#wake();
    });
    socket.on("close", (code) => {
      this.closeCode = code;
      this.#wake();
    });
  }

  send(frame: Uint8Array | string): void {
    this.#socket.send(frame);
  }

  update(update: Uint8Array): void {
    this.send(syncFrame(syncType.update, update));
  }

  step2(update: Uint8Array): void {
    this.send(syncFrame(syncType.step2, update));
  }

  step1(stateVector: Uint8Array): void {
    this.send(syncFrame(syncType.step1, stateVector));
  }

  /** Stops reading, as a phone in a tunnel. */
  pause(): void {
    this.#socket.pause();
  }
  resume(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.terminate();
  }

  /** Waits for the first thing heard, ever, that matches. */
  until<T extends Heard>(matches: (heard: Heard) => heard is T): Promise<T>;
  until(matches: (heard: Heard) => boolean): Promise<Heard>;
  async until(matches: (heard: Heard) => boolean): Promise<Heard> {
    return await this.#wait(() => this.heard.find(matches) ?? null);
  }

  saved(frames: number): Promise<Heard> {
    return this.until((heard) => heard.type === "saved" && heard.frames >= frames);
  }

  refused(frame: number): Promise<Heard & { type: "refused" }> {
    return this.until(
      (heard): heard is Heard & { type: "refused" } => heard.type === "refused" && heard.frame === frame,
    );
  }

  closed(): Promise<number> {
    return this.#wait(() => this.closeCode);
  }

  /** Asks something and waits for the answer: everything sent before has then been dealt with by the room. */
  async roundTrip(): Promise<void> {
    const before = this.#answers();
    this.step1(Uint8Array.of(0));
    await this.#wait(() => (this.#answers() > before ? true : null));
  }

  #answers(): number {
    return this.heard.filter((heard) => heard.type === "sync" && heard.kind === "step2").length;
  }

  #wait<T>(look: () => T | null): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const seen = look();
        if (seen === null) return;
        this.#watchers.delete(check);
        resolve(seen);
      };
      this.#watchers.add(check);
      check();
    });
  }

  #wake(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

export function syncFrame(type: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** An awareness message about these replicas. */
export function presenceFrame(entries: readonly { id: number; clock: number; state: unknown }[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { id, clock, state } of entries) {
    encoding.writeVarUint(body, id);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, JSON.stringify(state));
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageType.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
  return encoding.toUint8Array(frame);
}

const kinds = ["step1", "step2", "update"] as const;

function readHeard(data: Uint8Array): Heard {
  const decoder = decoding.createDecoder(data);
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case messageType.sync: {
      const kind = kinds[decoding.readVarUint(decoder)];
      if (kind === undefined) throw new Error("the server sent a sync message of no known kind");
      return { type: "sync", kind, body: decoding.readVarUint8Array(decoder) };
    }
    case messageType.awareness:
      return { type: "presence", body: decoding.readVarUint8Array(decoder) };
    case messageType.saved:
      return readSaved(decoder);
    case messageType.refused:
      return readRefused(decoder);
    default:
      throw new Error(`the server sent a message of type ${type}`);
  }
}

const socketUrl = (url: string, id: string, document: string): string =>
  `${url.replace(/^http/, "ws")}/sync/${id}/${document}`;

export interface SocketOptions {
  readonly cookie?: string;
  readonly origin?: string;
  /** Whose address a proxy on the server's machine would tell; limits are counted by it. */
  readonly address?: string;
}

/** Opens a socket by hand; rejects with the HTTP status when the server doesn't upgrade. */
export function openRaw(
  url: string,
  id: string,
  document: string,
  { cookie, origin, address }: SocketOptions,
): Promise<RawClient> {
  const socket = new WebSocket(socketUrl(url, id, document), {
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(origin === undefined ? {} : { origin }),
      ...(address === undefined ? {} : { "x-forwarded-for": address }),
    },
  });
  const client = new RawClient(socket);
  return new Promise((resolve, reject) => {
    socket.once("open", () => resolve(client));
    socket.once("unexpected-response", (_request, response) => {
      reject(new Error(String(response.statusCode)));
      socket.terminate();
    });
    socket.on("error", reject);
  });
}

export const enter = (
  url: string,
  guest: Guest,
  document: DocumentName = "board",
  options: SocketOptions = {},
): Promise<RawClient> => openRaw(url, guest.workshopId, document, { ...options, cookie: guest.cookie });

/** The status a socket is refused with before its upgrade. */
export async function refusalStatus(
  url: string,
  id: string,
  document: string,
  options: SocketOptions,
): Promise<number> {
  try {
    const client = await openRaw(url, id, document, options);
    client.close();
    return 101;
  } catch (error) {
    return Number(error instanceof Error ? error.message : error);
  }
}

/** An unmodified y-websocket client with a guest's cookie. Destroy it. */
export function provider(
  url: string,
  guest: Guest,
  doc: Y.Doc,
  document: DocumentName = "board",
): WebsocketProvider {
  class WithCookie extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie: guest.cookie } });
    }
  }
  return new WebsocketProvider(`${url.replace(/^http/, "ws")}/sync/${guest.workshopId}`, document, doc, {
    // y-websocket asks for the browser's class; ws has the part of it that is used.
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    awareness: new Awareness(doc),
  });
}

/** Resolves once the provider has everything that the server had. */
export async function synced(client: WebsocketProvider): Promise<void> {
  if (client.synced) return;
  await new Promise<void>((resolve) => {
    client.once("sync", () => resolve());
  });
}
