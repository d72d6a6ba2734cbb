import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { type Store, StoreUnavailable } from "../../workshops/ports.ts";
import { DatabaseThread } from "./database-thread.ts";
import { ownBytes } from "./transfer.ts";

export const databaseFileName = "faelleskort.sqlite";

export interface SqliteStore extends Store {
  /**
   * Lets the file grow to this many pages of 4 KiB at most, or, with a number below its size, no further; null lifts the limit.
   * What doesn't fit is answered as by a full disk. For fault tests; holds until the file is opened anew.
   */
  limitPages(pages: number | null): Promise<void>;
  /**
   * Has what came last sorted into the journal whenever there are so many updates of it, instead of thousands (`journal-table.ts`). For
   * fault tests; holds until the file is opened anew.
   */
  sortAbove(arrivals: number): Promise<void>;
  /** Answers every write as a read-only disk does, until told otherwise. For fault tests; holds until the file is opened anew. */
  refuseWrites(refuse: boolean): Promise<void>;
}

/**
 * The store in one SQLite file in `directory` (made, readable by its owner only, when missing).
 * @returns the error, with a sentence for the operator, when the file can't be opened, made or brought up to date.
 */
export async function openSqliteStore(directory: string): Promise<Result<SqliteStore, StoreUnavailable>> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(new StoreUnavailable("read-only", `the data directory can't be made: ${reason}`));
  }
  const thread = new DatabaseThread(() => startDatabaseWorker(join(directory, databaseFileName)));
  try {
    await thread.call({ name: "open", args: [] });
    return ok(storeOver(thread));
  } catch (error) {
    await thread.close();
    if (error instanceof StoreUnavailable) return err(error);
    throw error;
  }
}

export function startDatabaseWorker(file: string): Worker {
  return new Worker(new URL("./database-worker.ts", import.meta.url), {
    workerData: { file },
    // Not the server's own flags (a test runner's loader, a debugger's port).
    execArgv: [],
    name: "database",
  });
}

/** The port over a thread, which the store then owns. */
export function storeOver(thread: DatabaseThread): SqliteStore {
  return {
    createWorkshop: (workshop) => {
      const snapshots = {
        board: ownBytes(workshop.snapshots.board),
        stage: ownBytes(workshop.snapshots.stage),
      };
      return thread.call({ name: "createWorkshop", args: [{ ...workshop, snapshots }] });
    },
    readWorkshop: (id) => thread.call({ name: "readWorkshop", args: [id] }),
    findInviteBySecretHash: (hash) => thread.call({ name: "findInviteBySecretHash", args: [hash] }),
    findInviteByCodeHash: (hash) => thread.call({ name: "findInviteByCodeHash", args: [hash] }),
    listInvites: (workshopId) => thread.call({ name: "listInvites", args: [workshopId] }),
    addInvite: (invite) => thread.call({ name: "addInvite", args: [invite] }),
    revokeInvite: (workshopId, id, at) => thread.call({ name: "revokeInvite", args: [workshopId, id, at] }),
    addSession: (session) => thread.call({ name: "addSession", args: [session] }),
    findSession: (tokenHash) => thread.call({ name: "findSession", args: [tokenHash] }),
    loadDocument: (workshopId, kind) => thread.call({ name: "loadDocument", args: [workshopId, kind] }),
    append: (workshopId, kind, take) => thread.append(workshopId, kind, take),
    writeSnapshot: (workshopId, kind, uptoSeq, state) =>
      thread.call({ name: "writeSnapshot", args: [workshopId, kind, uptoSeq, ownBytes(state)] }),
    putPicture: (picture, most) =>
      thread.call({ name: "putPicture", args: [{ ...picture, bytes: ownBytes(picture.bytes) }, most] }),
    readPicture: (workshopId, id) => thread.call({ name: "readPicture", args: [workshopId, id] }),
    addVersion: (version, content, drop) =>
      thread.call({ name: "addVersion", args: [{ ...version }, ownBytes(content), [...drop]] }),
    listVersions: (workshopId) => thread.call({ name: "listVersions", args: [workshopId] }),
    readVersion: (workshopId, id) => thread.call({ name: "readVersion", args: [workshopId, id] }),
    health: async () => {
      try {
        await thread.call({ name: "probe", args: [] });
        return ok(undefined);
      } catch (error) {
        return err(error instanceof Error ? error.message : String(error));
      }
    },
    limitPages: (pages) => thread.call({ name: "limitPages", args: [pages] }),
    sortAbove: (arrivals) => thread.call({ name: "sortAbove", args: [arrivals] }),
    refuseWrites: (refuse) => thread.call({ name: "refuseWrites", args: [refuse] }),
    close: () => thread.close(),
  };
}
