import { messageType, readRefused, readSaved, syncType } from "@faelleskort/shared/protocol/messages.ts";
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { syncFrame } from "../../contracts/raw-client.ts";
import type { Guest } from "../../contracts/running-app.ts";
import { eventually } from "../../kit/eventually.ts";
import type { Random } from "../../kit/random.ts";
import { type Entry, Writing } from "./work.ts";

const fromServer: unknown = { origin: "server" };

/**
 * Somebody at work over the sync protocol, as our client does it: edits go out at once while the line is open, what has no receipt
 * goes along with the next difference. Remembers which edits the server has called saved.
 */
export class Person {
  readonly doc = new Y.Doc();
  readonly entries: Entry[] = [];
  /** Refused frames: there should never be any. */
  readonly refusals: string[] = [];
  readonly #guest: Guest;
  readonly #url: string;
  readonly #writing: Writing;
  #socket: WebSocket | null = null;
  #frames = 0;
  /** The server asked, and was told what it lacked: from now on every update follows what it has. */
  #hasAnswered = false;
  #isSynced = false;
  #ended: Promise<number> = Promise.resolve(1000);

  constructor(name: string, url: string, guest: Guest, random: Random) {
    this.#url = url;
    this.#guest = guest;
    this.#writing = new Writing(name, this.doc, random);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== fromServer && this.#hasAnswered) this.#send(syncType.update, update);
    });
  }

  get isConnected(): boolean {
    return this.#socket !== null;
  }

  get savedCount(): number {
    return this.entries.reduce((sum, { saved }) => sum + Number(saved), 0);
  }

  /** Counted edits sent on this connection. */
  get framesSent(): number {
    return this.#frames;
  }

  /** Makes one edit. */
  edit(): void {
    const before = this.#frames;
    const edit = this.#writing.next();
    this.entries.push({ edit, frame: this.#frames > before ? this.#frames : null, saved: false });
  }

  async connect(): Promise<void> {
    if (this.#socket !== null) throw new Error("connected already");
    const { workshopId, cookie } = this.#guest;
    const address = `${this.#url.replace(/^http/, "ws")}/sync/${workshopId}/board`;
    const socket = new WebSocket(address, { headers: { cookie } });
    this.#frames = 0;
    this.#hasAnswered = false;
    this.#isSynced = false;
    for (const entry of this.entries) entry.frame = null;
    this.#ended = new Promise((resolve) => {
      socket.once("close", (code) => {
        this.#socket = null;
        this.#hasAnswered = false;
        resolve(code);
      });
    });
    socket.on("message", (data: Buffer) => this.#hear(data));
    await new Promise<void>((resolve, reject) => {
      socket.once("open", () => {
        // At once: the server's first question may come in the same breath.
        this.#socket = socket;
        this.#send(syncType.step1, Y.encodeStateVector(this.doc));
        resolve();
      });
      socket.once("error", reject);
      // Killed servers reset connections; `close` follows every error.
      socket.on("error", () => {});
    });
  }

  /** Resolves with the close code once everything the line still carried has been heard. */
  ended(): Promise<number> {
    return this.#ended;
  }

  async leave(): Promise<void> {
    this.#socket?.terminate();
    await this.#ended;
  }

  /** Waits until it has what the server had, and the server has called everything saved. */
  async caughtUp(): Promise<void> {
    await eventually(
      "everything to be saved",
      () => this.#isSynced && this.entries.every(({ saved }) => saved),
      {
        withinMs: 30_000,
        everyMs: 5,
      },
    );
  }

  #send(type: number, body: Uint8Array): void {
    if (type !== syncType.step1) this.#frames += 1;
    this.#socket?.send(syncFrame(type, body));
  }

  #hear(data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    switch (decoding.readVarUint(decoder)) {
      case messageType.sync: {
        const kind = decoding.readVarUint(decoder);
        const body = decoding.readVarUint8Array(decoder);
        if (kind === syncType.step1) return this.#answer(body);
        if (kind === syncType.step2) this.#isSynced = true;
        return Y.applyUpdate(this.doc, body, fromServer);
      }
      case messageType.saved: {
        const message = readSaved(decoder);
        if (message.type !== "saved") return;
        for (const entry of this.entries)
          if (entry.frame !== null && entry.frame <= message.frames) entry.saved = true;
        return;
      }
      case messageType.refused: {
        const message = readRefused(decoder);
        if (message.type !== "refused") return;
        this.refusals.push(message.reason);
        for (const entry of this.entries) if (entry.frame === message.frame) entry.frame = null;
        return;
      }
      default:
    }
  }

  #answer(stateVector: Uint8Array): void {
    this.#send(syncType.step2, Y.encodeStateAsUpdate(this.doc, stateVector));
    this.#hasAnswered = true;
    for (const entry of this.entries) if (!entry.saved) entry.frame ??= this.#frames;
  }
}

/** The board as somebody sees it who has nothing: only what the server has. Leaves again. */
export async function freshBoard(url: string, guest: Guest): Promise<Y.Doc> {
  const address = `${url.replace(/^http/, "ws")}/sync/${guest.workshopId}/board`;
  const socket = new WebSocket(address, { headers: { cookie: guest.cookie } });
  const doc = new Y.Doc();
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.once("close", (code) => reject(new Error(`closed with ${code}`)));
      socket.once("open", () => socket.send(syncFrame(syncType.step1, Uint8Array.of(0))));
      socket.on("message", (data: Buffer) => {
        const decoder = decoding.createDecoder(data);
        if (decoding.readVarUint(decoder) !== messageType.sync) return;
        if (decoding.readVarUint(decoder) !== syncType.step2) return;
        Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
        resolve();
      });
    });
    return doc;
  } finally {
    socket.terminate();
  }
}
