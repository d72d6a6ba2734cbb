import { isFinalClose } from "@faelleskort/shared/protocol/close-codes.ts";
import {
  messageType,
  readRefused,
  readSaved,
  type ServerMessage,
  syncType,
} from "@faelleskort/shared/protocol/messages.ts";
import type { DocumentName } from "@faelleskort/shared/protocol/routes.ts";
import { type Decoder, readVarUint, readVarUint8Array } from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { countingSocket } from "./counting-socket.ts";
import { applyFirstState } from "./first-state.ts";
import { rethrow } from "./rethrow.ts";
import { answered, frameSent, noReceipts } from "./receipts.ts";
import { cell, type Source } from "./source.ts";
import type { LinkState } from "./status.ts";

/** A document's connection to the server; it comes back by itself until closed or finally refused. */
export interface Link {
  readonly state: Source<LinkState>;
  /** The origin that transactions from the server carry. */
  readonly origin: unknown;
  /** Drops the connection, if there is one, and tries at once. */
  reconnect(): void;
  close(): void;
}

export interface LinkOptions {
  /** `wss://host/sync/<workshop>`; the document's name is appended. */
  readonly base: string;
  readonly name: DocumentName;
  readonly doc: Y.Doc;
  /** Leave out for a document nobody is present in. */
  readonly awareness?: Awareness;
  /** Sent with the handshake, readable by the server before it accepts. */
  readonly params?: Readonly<Record<string, string>>;
  readonly WebSocket: typeof WebSocket;
}

/** A whole difference holds what was edited while there was no open socket. */
const carried = (frame: Uint8Array): Partial<LinkState> =>
  frame[0] === messageType.sync && frame[1] === syncType.step2 ? { unsentEdit: false } : {};

export function openLink({ base, name, doc, awareness, params, WebSocket }: LinkOptions): Link {
  const state = cell<LinkState>({
    socket: "connecting",
    synced: false,
    receipts: noReceipts,
    unsentEdit: false,
    finalCode: null,
  });
  const change = (part: Partial<LinkState>) => state.set({ ...state.get(), ...part });
  const hear = (message: ServerMessage) => change({ receipts: answered(state.get().receipts, message) });

  const silent = awareness ?? new Awareness(doc);
  if (!awareness) silent.setLocalState(null);

  const provider = new WebsocketProvider(base, name, doc, {
    connect: false,
    disableBc: true,
    awareness: silent,
    params: { ...params },
    maxBackoffTime: 5000,
    shouldReconnect: ({ code }) => !isFinalClose(code),
    WebSocketPolyfill: countingSocket(WebSocket, {
      opened: () => change({ receipts: noReceipts, synced: false, unsentEdit: false }),
      sent: (frame) => change({ receipts: frameSent(state.get().receipts, frame), ...carried(frame) }),
    }),
  });
  const readSync = provider.messageHandlers[messageType.sync];
  provider.messageHandlers[messageType.sync] = (reply, body: Decoder, ...rest) => {
    const isFirstState = body.arr[body.pos] === syncType.step2 && doc.store.clients.size === 0;
    if (!isFirstState) return readSync?.(reply, body, ...rest);
    readVarUint(body);
    try {
      applyFirstState(doc, readVarUint8Array(body), provider);
    } catch (error) {
      // A listener's defect is told, and no reason to stay out of step.
      rethrow(error);
    }
    provider.synced = true;
  };
  provider.messageHandlers[messageType.saved] = (_reply, body: Decoder) => hear(readSaved(body));
  provider.messageHandlers[messageType.refused] = (_reply, body: Decoder) => hear(readRefused(body));

  // The stock handler sends everyone's presence back to the server; a connection speaks for itself only.
  // oxlint-disable-next-line no-underscore-dangle
  silent.off("update", provider._awarenessUpdateHandler);
  const send = (frame: Uint8Array<ArrayBuffer>) => {
    if (provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN) provider.ws.send(frame);
  };
  const tellPresence = ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>) => {
    if (![...added, ...updated, ...removed].includes(doc.clientID)) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(silent, [doc.clientID]));
    send(encoding.toUint8Array(encoder));
  };
  silent.on("update", tellPresence);

  provider.on("status", ({ status }) => {
    if (status === "connected") {
      // The server forgot this presence with the last connection, and takes it again only under a newer clock.
      silent.setLocalState(silent.getLocalState());
      change({ socket: "open" });
    }
    if (status === "disconnected") {
      // Else who didn't stir meanwhile would stay unseen after coming back: their state is no newer than the one remembered.
      for (const client of silent.meta.keys()) if (client !== doc.clientID) silent.meta.delete(client);
      change({ socket: "closed", synced: false });
    }
  });
  provider.on("sync", (synced) => change({ synced }));
  provider.on("connection-close", () => change({ socket: "closed", synced: false }));
  provider.on("closed", ({ code }) => change({ socket: "closed", finalCode: code }));

  // Registered after the provider's own listener: by now it has sent the update, or found no open socket to send it by.
  const noticeEdit = (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider && provider.ws?.readyState !== WebSocket.OPEN) change({ unsentEdit: true });
  };
  doc.on("update", noticeEdit);

  provider.connect();

  return {
    state,
    origin: provider,
    reconnect() {
      if (state.get().finalCode !== null) return;
      provider.disconnect();
      provider.connect();
    },
    close() {
      silent.off("update", tellPresence);
      doc.off("update", noticeEdit);
      provider.destroy();
      if (!awareness) silent.destroy();
    },
  };
}
