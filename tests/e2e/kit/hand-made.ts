import { messageType, syncType } from "@faelleskort/shared/protocol/messages.ts";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { RawSocket } from "./raw-socket.ts";

function syncFrame(type: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** The board as the server sends it to whoever asks. */
export async function boardFrom(socket: RawSocket): Promise<Y.Doc> {
  const doc = new Y.Doc();
  socket.send(syncFrame(syncType.step1, Y.encodeStateVector(doc)));
  for (;;) {
    const decoder = decoding.createDecoder(await socket.message(messageType.sync));
    decoding.readVarUint(decoder);
    if (decoding.readVarUint(decoder) !== syncType.step2) continue;
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
    return doc;
  }
}

/** What is sent for a change of a document, made by hand. */
export function editFrame(doc: Y.Doc, edit: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(edit);
  return syncFrame(syncType.update, Y.encodeStateAsUpdate(doc, before));
}
