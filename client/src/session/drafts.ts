import type { BoardCommand, BoardRejection } from "@faelleskort/shared/commands/board-command.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { type BoardReader, createBoardReader } from "@faelleskort/shared/doc/read-board.ts";
import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { byAge } from "@faelleskort/shared/model/board.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { mayWriteBoard } from "@faelleskort/shared/commands/permission.ts";
import type { Change } from "@faelleskort/shared/commands/change.ts";
import type { Me } from "@faelleskort/shared/protocol/http.ts";
import * as Y from "yjs";
import { openLocalStore } from "./local-store.ts";
import { rethrow } from "./rethrow.ts";
import type { Remembered } from "./remembered.ts";
import { cell, type Source } from "./source.ts";

/**
 * Cards written privately: a document of the board's own shape that never leaves the device until its owner, or the
 * facilitator's reveal, sends what is in it.
 */
export interface Drafts {
  /** The cards not yet on the board, oldest first. A record keeps its identity while it is unchanged. */
  readonly list: Source<readonly Actor[]>;
  has(id: ActorId): boolean;
  /** Carries out a command on the drafts alone. */
  dispatch(command: BoardCommand): Result<void, BoardRejection>;
  /** Takes over whole cards, as they are. */
  keep(actors: readonly Actor[]): void;
  /** Puts the cards on the board under the same ids: a card that is there already is not sent twice. */
  send(ids: readonly ActorId[]): Result<void, BoardRejection>;
  /** Sends everything whenever the facilitator reveals, also when that happened while this device was away. */
  follow(stage: Source<Stage | null>): () => void;
  /** Settles once what is here now is kept on this device, with true, or can't be. */
  stored(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DraftsOptions {
  readonly me: Me;
  readonly board: Y.Doc;
  /** Follows the board. */
  readonly boardReader: BoardReader;
  readonly indexedDB: IDBFactory | undefined;
  readonly remembered: Remembered;
  readonly now: () => number;
  /** Settles once what the board holds now is kept on this device. */
  readonly stored: () => Promise<void>;
  /** Nobody remembers drafts on this device: whether there are any isn't waited for. */
  readonly isNew?: boolean;
}

/** The origin of cards that leave the drafts for the board. */
export const fromDrafts: unknown = { origin: "drafts" };

export async function openDrafts(options: DraftsOptions): Promise<Drafts> {
  const { me, board, boardReader, indexedDB, remembered, now, stored, isNew = false } = options;
  const doc = new Y.Doc();
  const store = openLocalStore({
    name: `faelleskort-drafts-${me.workshopId}-${me.participantId}`,
    doc,
    indexedDB,
  });
  if (!isNew) await store.loaded;
  const reader = createBoardReader(doc);
  const author = { label: me.label, participantId: me.participantId };

  const alive = (): Actor[] => [...reader.get().actorsById.values()].filter(({ deleted }) => !deleted);
  const isSent = (id: ActorId) => boardReader.get().actorsById.has(id);
  const list = cell<readonly Actor[]>([], isSameList);
  const refresh = () =>
    list.set(
      alive()
        .filter(({ id }) => !isSent(id))
        .sort(byAge),
    );
  refresh();

  const apply = (command: BoardCommand): Result<void, BoardRejection> => {
    const decision = decideBoard(reader.get(), command, { author, now: now() });
    if (!decision.ok) return decision;
    applyChanges(doc, decision.value, fromDrafts);
    return ok(undefined);
  };

  /** Drops what is on the board, but only once the board's copy is stored here: a crash in between must not lose it. */
  async function clearSent(): Promise<void> {
    await stored();
    const sent = alive().filter(({ id }) => isSent(id));
    if (sent.length === 0) return;
    apply({ type: "records.delete", records: sent.map(({ id }) => ({ record: "actor", id })) });
  }

  const sendAll = (ids: readonly ActorId[]): Result<void, BoardRejection> => {
    const chosen = list.get().filter(({ id }) => ids.includes(id));
    if (chosen.length < ids.length && chosen.length === 0) return err("gone");
    const changes = chosen.map((actor): Change => ({ kind: "create-actor", actor }));
    applyChanges(board, changes, fromDrafts);
    refresh();
    clearSent().catch(rethrow);
    return ok(undefined);
  };

  const stops = [reader.subscribe(refresh), boardReader.subscribe(refresh)];
  const isClear = store.loaded.then(clearSent);
  if (isNew) isClear.catch(rethrow);
  else await isClear;

  return {
    list,
    has: (id) => list.get().some((actor) => actor.id === id),
    dispatch: apply,
    keep: (actors) =>
      applyChanges(
        doc,
        actors.map((actor): Change => ({ kind: "create-actor", actor })),
        fromDrafts,
      ),
    send: sendAll,
    follow(stage) {
      const check = () => {
        const current = stage.get();
        if (!current) return;
        const { reveals } = current.writing;
        const seen = remembered.reveals(me);
        if (seen === null || list.get().length === 0) {
          if (seen !== reveals) remembered.setReveals(me, reveals);
          return;
        }
        // Locked: they wait here, and `seen` still is the old number when the board opens again.
        if (reveals <= seen || !mayWriteBoard(me.role, current).may) return;
        sendAll(list.get().map(({ id }) => id));
        remembered.setReveals(me, reveals);
      };
      check();
      return stage.subscribe(check);
    },
    async stored() {
      await store.flush();
      return store.keeping.get() === "stored";
    },
    async close() {
      for (const stop of stops) stop();
      reader.close();
      await store.close();
      doc.destroy();
    },
  };
}

const isSameList = (a: readonly Actor[], b: readonly Actor[]): boolean =>
  a.length === b.length && a.every((actor, index) => actor === b[index]);
