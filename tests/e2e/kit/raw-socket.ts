import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { actorId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { messageType, syncType } from "@faelleskort/shared/protocol/messages.ts";
import { syncBase } from "@faelleskort/shared/protocol/routes.ts";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { TestServer } from "../../kit/server.ts";
import type { Person } from "./person.ts";

/** The cookies a person's browser would send. */
export async function cookieOf(person: Person, url: string): Promise<string> {
  return (await person.context.cookies(url)).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** A well-formed update that writes one card, as somebody would make it who writes the protocol by hand. */
export function handmadeUpdate(): Uint8Array {
  const doc = new Y.Doc();
  const actor = {
    id: actorId("handmade-card"),
    name: "Ubudt",
    answers: { activities: "", partners: "", contribution: "" },
    category: null,
    author: { label: "", participantId: null },
    createdAt: 1,
    onWhoCard: false,
    wall: null,
    placement: null,
    mergedInto: null,
    deleted: false,
  };
  applyChanges(doc, [{ kind: "create-actor", actor }], "test");
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, syncType.update);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
  return encoding.toUint8Array(encoder);
}

export interface RawSocket {
  send(frame: Uint8Array): void;
  /** The next frame of a message type that comes, or already came and was not asked for. */
  message(type: number): Promise<Uint8Array>;
  close(): void;
}

/** A bare WebSocket to a workshop's board. */
export async function openSocket(to: {
  readonly server: TestServer;
  readonly id: WorkshopId;
  readonly cookie: string;
}): Promise<RawSocket> {
  const address = `${to.server.url.replace("http", "ws")}${syncBase(to.id)}/board`;
  const socket = new WebSocket(address, { headers: { cookie: to.cookie } });
  socket.binaryType = "nodebuffer";
  const frames: Uint8Array[] = [];
  const waiting: { type: number; resolve: (frame: Uint8Array) => void }[] = [];
  socket.on("message", (data) => {
    if (!Buffer.isBuffer(data)) return;
    const frame = new Uint8Array(data);
    const index = waiting.findIndex(({ type }) => type === frame[0]);
    if (index === -1) frames.push(frame);
    else waiting.splice(index, 1)[0]?.resolve(frame);
  });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return {
    send: (frame) => socket.send(frame),
    message(type) {
      const index = frames.findIndex((frame) => frame[0] === type);
      const [found] = index === -1 ? [] : frames.splice(index, 1);
      return found ? Promise.resolve(found) : new Promise((resolve) => waiting.push({ type, resolve }));
    },
    close: () => socket.close(),
  };
}
