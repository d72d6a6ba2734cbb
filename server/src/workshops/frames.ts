import { messageType, syncType } from "@faelleskort/shared/protocol/messages.ts";
import * as Y from "yjs";
import { updateLimits } from "../policies/limits.ts";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { FrameWriter, sizeOfSized, sizeOfUint } from "@faelleskort/shared/protocol/frame-writer.ts";

/** One message of a client, its kind told but its body unread. */
export type ClientFrame =
  | { readonly type: "step1"; readonly stateVector: Uint8Array }
  | { readonly type: "edit"; readonly kind: "step2" | "update"; readonly update: Uint8Array }
  | { readonly type: "presence"; readonly body: Uint8Array }
  | { readonly type: "query-presence" }
  /** A kind of message from a newer client, or y-websocket's `auth`. */
  | { readonly type: "unknown" }
  | { readonly type: "malformed" };

const anyLength = Number.MAX_SAFE_INTEGER;

/** Tells what a frame is. Never throws. */
export function readFrame(frame: Uint8Array): ClientFrame {
  const reader = new ByteReader(frame);
  try {
    const read = readMessage(reader);
    if (read.type !== "unknown") reader.end();
    return read;
  } catch (error) {
    if (error instanceof Unreadable) return { type: "malformed" };
    throw error;
  }
}

function readMessage(reader: ByteReader): ClientFrame {
  switch (reader.uint(anyLength)) {
    case messageType.sync:
      return readSync(reader);
    case messageType.awareness:
      return { type: "presence", body: reader.bytes(anyLength) };
    case messageType.queryAwareness:
      return { type: "query-presence" };
    default:
      return { type: "unknown" };
  }
}

function readSync(reader: ByteReader): ClientFrame {
  switch (reader.uint(anyLength)) {
    case syncType.step1:
      return { type: "step1", stateVector: checkedVector(reader.bytes(anyLength)) };
    case syncType.step2:
      return { type: "edit", kind: "step2", update: reader.bytes(anyLength) };
    case syncType.update:
      return { type: "edit", kind: "update", update: reader.bytes(anyLength) };
    default:
      throw new Unreadable("malformed");
  }
}

/** The same bytes, once it is sure that Yjs reads them without harm. */
function checkedVector(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes);
  for (let left = reader.uint(updateLimits.clients); left > 0; left -= 1) {
    reader.uint(updateLimits.clientId);
    reader.uint(updateLimits.clock);
  }
  reader.end();
  return bytes;
}

function syncFrame(type: number, body: Uint8Array): Uint8Array {
  const size = sizeOfUint(messageType.sync) + sizeOfUint(type) + sizeOfSized(body);
  return new FrameWriter(size).uint(messageType.sync).uint(type).sized(body).bytes;
}

/** "This is what I have; send me the rest." */
export const step1Frame = (doc: Y.Doc): Uint8Array => syncFrame(syncType.step1, Y.encodeStateVector(doc));
/** Everything the receiver lacks, by what it says it has. */
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncType.step2, update);
/** Whether somebody says that they have nothing. */
export const isEmptyVector = (stateVector: Uint8Array): boolean =>
  stateVector.length === 1 && stateVector[0] === 0;
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncType.update, update);
