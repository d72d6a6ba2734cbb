import * as decoding from "lib0/decoding";
import { frameOfUints } from "./frame-writer.ts";

/**
 * Message types on the WebSocket. 0–3 are y-websocket's own; ours begin at 64, which an unmodified y-websocket client
 * ignores. Every frame is one message: a varUint type, then its body.
 */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 64,
  refused: 65,
} as const;

/** Inside a sync message (y-protocols/sync). */
export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/**
 * Why the room did not take a frame.
 * `locked`, `observer`: this person may not write now. `gap`: it builds on something the room doesn't have; the room asks
 * for the difference at once. `malformed`, `too-large`, `not-yours`: it can never be taken.
 */
export const refusalReasons = [
  "locked",
  "observer",
  "gap",
  "malformed",
  "too-large",
  "not-yours",
  "document-full",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/**
 * `saved`: of the sync step 2 and update frames this connection has sent, the first `frames` are dealt with: every one that
 * was not refused is on disk. `refused`: frame number `frame` (counted alike, from 1) was not taken and nothing of it was kept.
 */
export type ServerMessage =
  | { readonly type: "saved"; readonly frames: number }
  | { readonly type: "refused"; readonly frame: number; readonly reason: RefusalReason };

export function encodeServerMessage(message: ServerMessage): Uint8Array {
  switch (message.type) {
    case "saved":
      return frameOfUints(messageType.saved, message.frames);
    case "refused":
      return frameOfUints(messageType.refused, message.frame, refusalReasons.indexOf(message.reason));
  }
}

/** Reads the body of a `saved` message, whose type has been read already. */
export function readSaved(decoder: decoding.Decoder): ServerMessage {
  return { type: "saved", frames: decoding.readVarUint(decoder) };
}

/** Reads the body of a `refused` message; a reason from a newer server reads as `malformed`. */
export function readRefused(decoder: decoding.Decoder): ServerMessage {
  const frame = decoding.readVarUint(decoder);
  return { type: "refused", frame, reason: refusalReasons[decoding.readVarUint(decoder)] ?? "malformed" };
}

/** Whether a frame a client sends counts towards the receipt: sync step 2 and update. */
export function countsForReceipt(frame: Uint8Array): boolean {
  return frame[0] === messageType.sync && (frame[1] === syncType.step2 || frame[1] === syncType.update);
}
