import { type BoardReader, createBoardReader } from "@faelleskort/shared/doc/read-board.ts";
import { readStage, observeStage } from "@faelleskort/shared/doc/stage.ts";
import type { Stage, Timer } from "@faelleskort/shared/model/stage.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { Me } from "@faelleskort/shared/protocol/http.ts";
import { syncBase } from "@faelleskort/shared/protocol/routes.ts";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type Api, isShutOut } from "./api.ts";
import { boardCopyName, carryOver } from "./carry-over.ts";
import { type Clock, createClock } from "./clock.ts";
import { type Drafts, openDrafts } from "./drafts.ts";
import { fromLocalStore, openLocalStore } from "./local-store.ts";
import { openLink } from "./provider.ts";
import { rethrow } from "./rethrow.ts";
import { readShortStringsQuickly } from "./short-strings.ts";
import type { Remembered } from "./remembered.ts";
import { cell, derived, type Source } from "./source.ts";
import { deriveStatus, isSameStatus, type Keeping, type Status, wouldLose } from "./status.ts";

/** What a session takes from the world outside; tests bring their own. */
export interface Surroundings {
  readonly api: Api;
  readonly remembered: Remembered;
  readonly WebSocket: typeof WebSocket;
  readonly indexedDB: IDBFactory | undefined;
  /** `wss://host` without a path. */
  readonly socketOrigin: string;
  /** Fires `online` and `offline`: the window. */
  readonly network: EventTarget;
  /** This device's clock, ms since 1970. */
  readonly now: () => number;
}

/** One person's presence in one workshop, from opening to closing. Owns the documents, sockets and databases. */
export interface Session {
  readonly me: Me;
  readonly api: Api;
  readonly board: Y.Doc;
  /** Follows the board for all who want to know what is on it: reading thousands of records twice takes time. */
  readonly boardReader: BoardReader;
  /** null until the first state has ever been seen on this device. */
  readonly stage: Source<Stage | null>;
  readonly awareness: Awareness;
  readonly status: Source<Status>;
  readonly keeping: Source<Keeping>;
  readonly clock: Clock;
  readonly drafts: Drafts;
  /** Whether closing the page now could lose something. */
  wouldLose(): boolean;
  /** Tries the connection at once. */
  retry(): void;
  close(): Promise<void>;
}

const isSameTimer = (a: Timer, b: Timer | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Starts a session of somebody whose name is known; `openSession` is the way to it.
 * @param late the answer to who this person is, when the page didn't wait for it
 * @param isNew nobody remembers that this device has been here: what it keeps of the workshop isn't waited for, and is put in when it
 * comes after all
 */
export async function startSession(
  me: Me,
  surroundings: Surroundings,
  late: ReturnType<Api["me"]> | null,
  isNew = false,
): Promise<Session> {
  const { api, remembered, indexedDB, network, now, WebSocket, socketOrigin } = surroundings;
  const { workshopId } = me;

  readShortStringsQuickly();
  const board = new Y.Doc();
  const boardReader = createBoardReader(board);
  const copy = openLocalStore({ name: boardCopyName(me), doc: board, indexedDB });
  const clock = createClock({ time: api.time, deviceNow: now });
  const drafts = await openDrafts({
    me,
    board,
    boardReader,
    indexedDB,
    remembered,
    now: () => clock.now(),
    stored: () => copy.flush(),
    isNew,
  });
  // The copy first: what the server is told we have must include it.
  if (!isNew) await copy.loaded;

  const stageDoc = new Y.Doc();
  const stage = cell<Stage | null>(remembered.stage(workshopId));
  const awareness = new Awareness(board);
  awareness.setLocalState(null);

  const shared = {
    base: `${socketOrigin}${syncBase(workshopId)}`,
    params: { epoch: String(me.epoch) },
    WebSocket,
  };
  // The board first: what is on it takes longest to come, and the page is made when the stage has.
  const boardLink = openLink({ ...shared, name: "board", doc: board, awareness });
  const stageLink = openLink({ ...shared, name: "stage", doc: stageDoc });

  const shutOut = cell<number | null>(null);
  const status = derived(
    [boardLink.state, copy.keeping, shutOut, stageLink.state],
    () => {
      const link = boardLink.state.get();
      const finalCode = link.finalCode ?? stageLink.state.get().finalCode ?? shutOut.get();
      return deriveStatus({ ...link, finalCode }, copy.keeping.get());
    },
    isSameStatus,
  );

  // A handshake that is turned down tells no reason; the API does.
  let asking = false;
  const askWhy = async () => {
    if (asking || boardLink.state.get().socket !== "closed" || shutOut.get() !== null) return;
    asking = true;
    const answer = await api.me(workshopId);
    asking = false;
    hear(answer);
  };
  const hear = (answer: Awaited<ReturnType<Api["me"]>>) => {
    if (!answer.ok) {
      if (isShutOut(answer.error)) shutOut.set(closeCode.sessionEnded);
    } else if (answer.value.epoch !== me.epoch || answer.value.participantId !== me.participantId) {
      // Restored meanwhile, or this browser has joined as somebody else: what this page holds is another's.
      shutOut.set(closeCode.otherEpoch);
    } else clock.measure().catch(rethrow);
  };
  late?.then(hear).catch(rethrow);

  let edited = false;
  const noticeEdit = (_update: Uint8Array, origin: unknown) => {
    if (origin !== boardLink.origin && origin !== fromLocalStore) edited = true;
  };
  board.on("update", noticeEdit);

  // What this device has of a former life of the board is looked at once the present one is known.
  let hasCarried = false;
  let isOver = false;
  const carryOnceSynced = () => {
    if (hasCarried || !boardLink.state.get().synced) return;
    hasCarried = true;
    carryOver({ me, board, drafts, indexedDB, isOver: () => isOver }).catch(rethrow);
  };

  const stops = [
    boardLink.state.subscribe(carryOnceSynced),
    observeStage(stageDoc, (next) => {
      // A deadline is only as good as the offset it is read by.
      if (next.timer.state === "running" && !isSameTimer(next.timer, stage.get()?.timer))
        clock.check().catch(rethrow);
      remembered.setStage(workshopId, next);
      stage.set(next);
    }),
    boardLink.state.subscribe(() => {
      if (boardLink.state.get().socket === "closed") askWhy().catch(rethrow);
    }),
    status.subscribe(() => {
      if (status.get().kind === "saved") edited = false;
    }),
    drafts.follow(stage),
  ];

  const reconnect = () => {
    boardLink.reconnect();
    stageLink.reconnect();
  };
  network.addEventListener("online", reconnect);
  network.addEventListener("offline", reconnect);
  clock.measure().catch(rethrow);
  const first = readStage(stageDoc);
  if (first) stage.set(first);

  return {
    me,
    api,
    board,
    boardReader,
    stage,
    awareness,
    status,
    keeping: copy.keeping,
    clock,
    drafts,
    wouldLose: () => wouldLose(status.get(), copy.keeping.get(), edited),
    retry: reconnect,
    async close() {
      isOver = true;
      network.removeEventListener("online", reconnect);
      network.removeEventListener("offline", reconnect);
      board.off("update", noticeEdit);
      for (const stop of stops) stop();
      status.close();
      boardLink.close();
      stageLink.close();
      awareness.destroy();
      boardReader.close();
      await Promise.all([copy.close(), drafts.close()]);
      board.destroy();
      stageDoc.destroy();
    },
  };
}
