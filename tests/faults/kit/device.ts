import { createApi } from "@faelleskort/client/session/api.ts";
import { createRemembered } from "@faelleskort/client/session/remembered.ts";
import { openSession } from "@faelleskort/client/session/open-session.ts";
import type { Session, Surroundings } from "@faelleskort/client/session/session.ts";
import type { Status } from "@faelleskort/client/session/status.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { IDBFactory } from "fake-indexeddb";
import { WebSocket as WsWebSocket } from "ws";
import type { Guest } from "../../contracts/running-app.ts";

/** A browser's storage, which outlives its pages. */
export interface Browser {
  readonly guest: Guest;
  readonly indexedDB: IDBFactory;
  readonly texts: Map<string, string>;
}

/** A page of a browser, with our client's own session running in it. */
export interface Page {
  readonly session: Session;
  /** Every status the person was shown, oldest first. */
  readonly shown: readonly Status[];
  /** Writes a note on the board. */
  write(name: string, text?: string): void;
  close(): Promise<void>;
}

export const browserOf = (guest: Guest): Browser => ({
  guest,
  indexedDB: new IDBFactory(),
  texts: new Map(),
});

/** Opens the workshop's page as the client does. @param url of the server, or of a line to it */
export async function openPage({ guest, indexedDB, texts }: Browser, url: string): Promise<Page> {
  const withCookie: typeof fetch = (path, init) =>
    fetch(`${url}${typeof path === "string" ? path : ""}`, {
      ...init,
      headers: { ...(init?.headers as Record<string, string> | undefined), cookie: guest.cookie },
    });
  class SocketWithCookie extends WsWebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie: guest.cookie } });
    }
  }
  const surroundings: Surroundings = {
    api: createApi({ fetch: withCookie, locale: () => "da" }),
    remembered: createRemembered({
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, text) => void texts.set(key, text),
      removeItem: (key) => void texts.delete(key),
    }),
    // The session asks for the browser's class; ws has the part of it that is used.
    WebSocket: SocketWithCookie as unknown as typeof WebSocket,
    indexedDB,
    socketOrigin: url.replace(/^http/, "ws"),
    network: new EventTarget(),
    now: () => Date.now(),
  };
  const opened = await openSession(guest.workshopId, surroundings);
  if (!opened.ok) throw new Error(`the page didn't open: ${JSON.stringify(opened.error)}`);
  const session = opened.value;
  const shown: Status[] = [session.status.get()];
  session.status.subscribe(() => shown.push(session.status.get()));
  return {
    session,
    shown,
    write(name, text = name) {
      const id = noteId(`note-${name}`);
      const author = { label: "", participantId: session.me.participantId };
      const position = { x: 0, y: 0, z: 0 };
      const note = {
        id,
        ...noteDefaults,
        sheet: "wall" as const,
        text,
        position,
        author,
        createdAt: 1,
        deleted: false,
      };
      recordsOf(session.board, "notes").set(id, noteRecord(note));
    },
    close: () => session.close(),
  };
}
