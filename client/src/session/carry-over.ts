import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import type { Actor } from "@faelleskort/shared/model/actor.ts";
import type { Me } from "@faelleskort/shared/protocol/http.ts";
import * as Y from "yjs";
import type { Drafts } from "./drafts.ts";
import { openLocalStore } from "./local-store.ts";

/** The name of the board's copy in the browser's database. Another epoch is another document. */
export const boardCopyName = ({ workshopId, epoch, participantId }: Me): string =>
  `faelleskort-board-${workshopId}-${epoch}-${participantId}`;

export interface CarryOverParts {
  readonly me: Me;
  /** As the server has it now. */
  readonly board: Y.Doc;
  readonly drafts: Pick<Drafts, "has" | "keep" | "stored">;
  readonly indexedDB: IDBFactory | undefined;
  /** The session was closed: nothing more may be put anywhere. */
  readonly isOver: () => boolean;
}

/**
 * The workshop was restored from a backup, and this device still has a copy of its former life: what this person wrote there and the
 * board lacks now becomes drafts, to be sent or not. Only then the copy is thrown away (once no other
 * window holds it).
 */
export async function carryOver({ me, board, drafts, indexedDB, isOver }: CarryOverParts): Promise<void> {
  if (!indexedDB) return;
  const names = await formerCopies(me, indexedDB);
  for (const name of names) {
    // One after the other: one copy may hold the same card as another.
    // oxlint-disable-next-line no-await-in-loop
    await carryCopy(name);
  }

  async function carryCopy(name: string): Promise<void> {
    const former = new Y.Doc();
    const copy = openLocalStore({ name, doc: former, indexedDB });
    try {
      await copy.loaded;
      // It couldn't be read: then it isn't ours to throw away.
      if (copy.keeping.get() === "memory" || isOver()) return;
      const present = readBoard(board).actorsById;
      const lost = [...readBoard(former).actorsById.values()].filter(
        (actor) => isOwn(actor, me) && !actor.deleted && !present.has(actor.id) && !drafts.has(actor.id),
      );
      drafts.keep(lost.map((actor) => ({ ...actor, mergedInto: null })));
      if (await drafts.stored()) await copy.erase();
    } finally {
      await copy.close();
      former.destroy();
    }
  }
}

const isOwn = ({ author }: Actor, { participantId }: Me): boolean => author.participantId === participantId;

/** Copies of this person's in this workshop, of other epochs than today's. */
async function formerCopies(me: Me, indexedDB: IDBFactory): Promise<string[]> {
  // Missing in browsers people still have: there the copies stay where they are.
  if (typeof indexedDB.databases !== "function") return [];
  const current = boardCopyName(me);
  const [before, after] = [`faelleskort-board-${me.workshopId}-`, `-${me.participantId}`];
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => {
    if (name === undefined || name === current || !name.startsWith(before) || !name.endsWith(after))
      return [];
    return /^\d+$/.test(name.slice(before.length, name.length - after.length)) ? [name] : [];
  });
}
