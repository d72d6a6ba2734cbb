import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Append, DocumentKind, RefusedCode, Store, UnavailableCode } from "../../workshops/ports.ts";

/**
 * What the server's thread and the database's thread say to each other. Both ends are compiled against this file, so
 * messages aren't parsed again.
 */
interface Operations extends Pick<Store, Exclude<keyof Store, "append" | "close" | "health">> {
  append(workshopId: WorkshopId, kind: DocumentKind, append: Append): Promise<number>;
  /** Answers once the database is open. */
  open(): Promise<void>;
  /** Writes and takes away a few pages. */
  probe(): Promise<void>;
  /** See `SqliteStore.limitPages`. */
  limitPages(pages: number | null): Promise<void>;
  /** See `SqliteStore.sortAbove`. */
  sortAbove(arrivals: number): Promise<void>;
  /** See `SqliteStore.refuseWrites`. */
  refuseWrites(refuse: boolean): Promise<void>;
}

export type CallName = keyof Operations;
export type Arguments<Name extends CallName> = Parameters<Operations[Name]>;
export type Output<Name extends CallName> = Awaited<ReturnType<Operations[Name]>>;

export type Call = {
  [Name in CallName]: { readonly name: Name; readonly args: Arguments<Name> };
}[CallName];

export type Failure =
  | { readonly type: "unavailable"; readonly code: UnavailableCode; readonly message: string }
  | { readonly type: "refused"; readonly code: RefusedCode; readonly message: string }
  | { readonly type: "defect"; readonly message: string };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/**
 * What crosses between the threads is copied object by object, and an array of bytes costs more than what is in it. A busy server appends
 * thousands of small updates a second; so the appends of a group cross as one text and one array of bytes.
 */
export interface PackedCalls {
  /** In the order in which they were called; null stands for the next of the appends. */
  readonly calls: readonly (Call | null)[];
  /** JSON, see `packing.ts`. */
  readonly appends: string;
  /** The updates of all appends, one behind the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Nearly all succeed, and most with nothing but a number. */
export interface PackedOutcomes {
  /** Of each call, in their order; null for those that failed. */
  readonly values: readonly unknown[];
  readonly failures: ReadonlyMap<number, Failure>;
}

export type ToDatabase =
  | { readonly type: "group"; readonly packed: PackedCalls }
  | { readonly type: "close" };

export type FromDatabase =
  /** What became of each call of the group. */
  | { readonly type: "outcomes"; readonly packed: PackedOutcomes }
  /** The file can't be opened; the thread ends. */
  | { readonly type: "unusable"; readonly failure: Failure };

/** Those that change something and so belong in the group's transaction. */
export function isWrite(call: Call): boolean {
  switch (call.name) {
    case "createWorkshop":
    case "addInvite":
    case "revokeInvite":
    case "addSession":
    case "append":
    case "writeSnapshot":
    case "putPicture":
    case "addVersion":
    case "probe":
      return true;
    case "open":
    case "limitPages":
    case "sortAbove":
    case "refuseWrites":
    case "readWorkshop":
    case "findInviteBySecretHash":
    case "findInviteByCodeHash":
    case "listInvites":
    case "findSession":
    case "loadDocument":
    case "readPicture":
    case "listVersions":
    case "readVersion":
      return false;
  }
}
