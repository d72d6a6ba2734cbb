import {
  ListenersSchema,
  listenersId,
  type Presence,
  PresenceSchema,
} from "@faelleskort/shared/protocol/presence.ts";
import * as v from "valibot";
import type { Awareness } from "y-protocols/awareness";
import { cell, type Source } from "../session/source.ts";
import type { Timers } from "./timers.ts";

/** Somebody else's presence; `clientId` tells one window of theirs from another. */
export interface Peer extends Presence {
  readonly clientId: number;
}

/** What a window tells about itself beyond who it is. */
export type PresencePart = Partial<
  Pick<
    Presence,
    "device" | "sheet" | "cursor" | "view" | "laser" | "reaction" | "fanned" | "drag" | "editing" | "drafts"
  >
>;

export interface PresenceHub {
  /** Everybody else, in order of client id. Changes at most once per `everyMs`. */
  readonly peers: Source<readonly Peer[]>;
  /** How many listen besides: a large meeting isn't told of them one by one. */
  readonly listeners: Source<number>;
  /** This window's own state as it was last set. */
  readonly own: Source<Presence>;
  /** Tells the others, at most once per `everyMs`; the last word always gets through. */
  set(part: PresencePart): void;
  close(): void;
}

/** Items of one drag that travel (`PresenceSchema`), and bytes of one state: the server takes 4 KiB. */
const mostDragged = 60;
const mostBytes = 3600;
/** 20 times a second. */
const everyMs = 50;

export function createPresence(awareness: Awareness, first: Presence, timers: Timers): PresenceHub {
  const own = cell(first);
  const peers = cell<readonly Peer[]>([]);
  const listeners = cell(0);
  const parsed = new Map<number, { readonly raw: unknown; readonly peer: Peer | null }>();

  const tell = throttled(() => awareness.setLocalState(fitted(own.get())), everyMs, timers);
  const look = throttled(
    () => {
      const found: Peer[] = [];
      const states = awareness.getStates();
      for (const [clientId, raw] of states) {
        if (clientId === awareness.clientID || clientId === listenersId) continue;
        const known = parsed.get(clientId);
        const peer = known?.raw === raw ? known.peer : readPeer(clientId, raw);
        parsed.set(clientId, { raw, peer });
        if (peer) found.push(peer);
      }
      for (const clientId of parsed.keys()) if (!states.has(clientId)) parsed.delete(clientId);
      listeners.set(readListeners(states.get(listenersId)));
      peers.set(found.sort((a, b) => a.clientId - b.clientId));
    },
    everyMs,
    timers,
  );
  const changed = ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>) => {
    if ([...added, ...updated, ...removed].some((clientId) => clientId !== awareness.clientID)) look.ask();
  };
  awareness.on("change", changed);
  tell.ask();
  look.ask();

  return {
    peers,
    listeners,
    own,
    set(part) {
      own.set({ ...own.get(), ...part });
      tell.ask();
    },
    close() {
      awareness.off("change", changed);
      tell.close();
      look.close();
      awareness.setLocalState(null);
    },
  };
}

/** The state as it may travel: tenths of a unit are enough, and what doesn't fit of a great handful is left out. */
export function fitted(presence: Presence): Presence {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const rounded = {
    ...presence,
    ...(presence.view && {
      view: {
        ...presence.view,
        x: tenth(presence.view.x),
        y: tenth(presence.view.y),
        ...(presence.view.width !== undefined && { width: tenth(presence.view.width) }),
        ...(presence.view.height !== undefined && { height: tenth(presence.view.height) }),
      },
    }),
    cursor: presence.cursor && { x: tenth(presence.cursor.x), y: tenth(presence.cursor.y) },
    drag: presence.drag
      .slice(0, mostDragged)
      .map((item) => ({ ...item, x: tenth(item.x), y: tenth(item.y) })),
  };
  while (rounded.drag.length > 0 && JSON.stringify(rounded).length > mostBytes) {
    rounded.drag = rounded.drag.slice(0, Math.floor(rounded.drag.length * 0.9));
  }
  return rounded;
}

function readListeners(raw: unknown): number {
  const told = v.safeParse(ListenersSchema, raw);
  return told.success ? told.output.listeners : 0;
}

function readPeer(clientId: number, raw: unknown): Peer | null {
  const presence = v.safeParse(PresenceSchema, raw);
  return presence.success ? { ...presence.output, clientId } : null;
}

/** Runs at once when it has rested for `ms`, else once at the end of the rest. */
function throttled(run: () => void, ms: number, timers: Timers) {
  let timer: number | null = null;
  let wanted = false;
  const rest = () => {
    timer = timers.set(() => {
      timer = null;
      if (!wanted) return;
      wanted = false;
      run();
      rest();
    }, ms);
  };
  return {
    ask() {
      if (timer !== null) {
        wanted = true;
        return;
      }
      run();
      rest();
    },
    close() {
      if (timer !== null) timers.clear(timer);
      timer = null;
      wanted = false;
    },
  };
}

/** The palette's size: `peopleColours` in theme/people.ts. The same person has the same colour on every screen. */
export function colorIndex(participantId: string, size: number): number {
  let hash = 0;
  for (const letter of participantId) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % size;
}
