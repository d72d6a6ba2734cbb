import type {
  InviteId,
  ParticipantId,
  PictureId,
  ProgrammeId,
  WorkshopId,
} from "@faelleskort/shared/model/ids.ts";
import type { Result } from "@faelleskort/shared/model/result.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { Locale, Template } from "@faelleskort/shared/model/stage.ts";
import type { Digest } from "../config/digest.ts";
import type { VersionStore } from "./version-store.ts";

/** Whole milliseconds since 1970, UTC. */
export interface Clock {
  now(): number;
}

/** Bytes nobody can predict: for ids, secrets and tokens. */
export interface Randomness {
  bytes(count: number): Uint8Array;
}

/** `board`: what people make together. `stage`: what the workshop is doing; only the server writes it. */
export const documentKinds = ["board", "stage"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface WorkshopRecord {
  readonly id: WorkshopId;
  readonly programmeId: ProgrammeId;
  readonly template: Template;
  readonly locale: Locale;
  readonly createdAt: number;
  /** Which life of its documents this is; starts at 1. A client that holds another one discards its copy. */
  readonly epoch: number;
}

/** A capability to join one workshop in one role. Its secret and its code are derived (`config/keys.ts`), never stored. */
export interface Invite {
  readonly id: InviteId;
  readonly workshopId: WorkshopId;
  readonly role: Role;
  readonly secretHash: Digest;
  readonly codeHash: Digest | null;
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

/** One device of one participant, known by the digest of its cookie's token. */
export interface Session {
  readonly tokenHash: Digest;
  readonly workshopId: WorkshopId;
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly inviteId: InviteId;
  /** The author label shown on what this participant writes; may be empty. */
  readonly label: string;
  readonly createdAt: number;
}

export interface NewWorkshop {
  readonly id: WorkshopId;
  /** `new`: the programme is made with the workshop. `existing`: refused (`no-such-programme`) when there is none. */
  readonly programme: { readonly type: "new" | "existing"; readonly id: ProgrammeId };
  /** As it was named when created; what it is called now is in the stage. */
  readonly title: string;
  readonly area: string;
  readonly template: Template;
  readonly locale: Locale;
  readonly createdAt: number;
  readonly invites: readonly Invite[];
  /** The first snapshot of each document (a whole Yjs state as one update), which stands at seq 0. */
  readonly snapshots: Readonly<Record<DocumentKind, Uint8Array>>;
}

export interface StoredDocument {
  /** The Yjs state that holds everything up to some seq. */
  readonly snapshot: Uint8Array;
  /** The updates appended since, oldest first. Apply them after the snapshot. */
  readonly tail: readonly Uint8Array[];
  /** The seq of the newest update ever appended, damaged ones included: what the next append follows (`after`). */
  readonly seq: number;
  /** Who used a Yjs client id first in this document; nobody else may write under it. */
  readonly clientOwners: ReadonlyMap<number, ParticipantId>;
  /** Updates left out of `tail` because their checksum was wrong. Later ones may build on what is missing. */
  readonly damaged: number;
}

/** What is appended to one document's journal. */
export interface Append {
  /**
   * The seq this append follows: what `loadDocument` or the previous append gave; while that one is still under way, its `after`
   * plus its number of updates. When another seq is the newest, the append is refused (`out-of-order`). So nothing is ever stored
   * behind an append that failed, and of two rooms holding the same document one is stopped.
   */
  readonly after: number;
  /** Each gets the next seq. May be empty when there are only claims. */
  readonly updates: readonly Uint8Array[];
  /** Client ids seen for the first time. Repeating one's own is allowed; another's is refused (`client-id-taken`). */
  readonly claims: readonly { readonly clientId: number; readonly participantId: ParticipantId }[];
}

export interface Picture {
  readonly id: PictureId;
  readonly workshopId: WorkshopId;
  readonly type: "image/png" | "image/jpeg" | "image/webp";
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** How many pictures of one workshop there may be, and how many bytes together. */
export interface PictureRoom {
  readonly pictures: number;
  readonly bytes: number;
}

/**
 * Everything that is kept. The contract holds for every implementation (`tests/contracts/store-contract.ts`):
 *
 * - A write resolves only when it is on disk and synced: it survives SIGKILL and a power cut. All of one call is stored, or nothing.
 * - Calls take effect in the order in which they are made: a read sees every write called before it.
 * - The caller keeps its byte arrays and may reuse them as soon as the call has returned (an append's: once the turn in which it was
 *   taken is over); those handed out are the caller's own.
 * - A call that can't be carried out rejects with `StoreUnavailable` (the disk) or `StoreRefused` (the request); others aren't hurt,
 *   nothing crashes, and later calls work again as soon as the disk does.
 */
export interface Store extends VersionStore {
  /**
   * Makes the workshop, its programme when new, its invites and both documents.
   * Refused: `exists`, `no-such-programme`, `code-taken` (another active invite has that code: derive the next).
   */
  createWorkshop(workshop: NewWorkshop): Promise<void>;
  readWorkshop(id: WorkshopId): Promise<WorkshopRecord | null>;

  /** Finds revoked ones as well, so that a person can be told that the link was withdrawn: look at `revokedAt`. */
  findInviteBySecretHash(secretHash: Digest): Promise<Invite | null>;
  /** Active ones only: a code may be given out again once its invite is revoked. */
  findInviteByCodeHash(codeHash: Digest): Promise<Invite | null>;
  /** All of the workshop's, revoked ones too, oldest first. */
  listInvites(workshopId: WorkshopId): Promise<readonly Invite[]>;
  /** Refused: `exists`, `code-taken`, `no-such-workshop`. */
  addInvite(invite: Invite): Promise<void>;
  /**
   * Ends the invite and every session that came by it.
   * @returns the participants whose sessions ended, each once; their sockets are the caller's to close. Empty when already revoked.
   * Refused: `no-such-invite` when the workshop has no such one.
   */
  revokeInvite(workshopId: WorkshopId, id: InviteId, at: number): Promise<readonly ParticipantId[]>;

  /** Refused: `exists`, `no-such-invite`, `invite-revoked`. */
  addSession(session: Session): Promise<void>;
  /** null when there is none or its invite was revoked. */
  findSession(tokenHash: Digest): Promise<Session | null>;

  /** null when there is no such workshop. Refused: `damaged` when the snapshot's checksum is wrong. */
  loadDocument(workshopId: WorkshopId, kind: DocumentKind): Promise<StoredDocument | null>;
  /**
   * @param take called once, when the append leaves for the disk, and never before this call has returned: until then more may be
   * added to it, and it has its place among the calls all the same. Not called when it can't leave.
   * @returns the seq of the last update stored.
   * Refused: `no-such-workshop`, `out-of-order`, `client-id-taken`. After any rejection the room's memory is ahead of the journal:
   * it must be dropped and loaded again.
   */
  append(workshopId: WorkshopId, kind: DocumentKind, take: () => Append): Promise<number>;
  /**
   * Replaces the snapshot by `state`, which holds everything up to and with `uptoSeq`, and drops those journal rows.
   * Refused: `no-such-workshop`; `out-of-order` when `uptoSeq` is beyond the newest update or behind the stored snapshot.
   */
  writeSnapshot(
    workshopId: WorkshopId,
    kind: DocumentKind,
    uptoSeq: number,
    state: Uint8Array,
  ): Promise<void>;

  /**
   * Refused: `exists`, `no-such-workshop`; `too-many-pictures` when the workshop's pictures would be more, or more bytes, than `most`.
   */
  putPicture(picture: Picture, most?: PictureRoom): Promise<void>;
  /** null when that workshop has no such picture. Refused: `damaged`. */
  readPicture(workshopId: WorkshopId, id: PictureId): Promise<Picture | null>;

  /** Tries a real write. Never rejects; the error is a sentence for the operator. */
  health(): Promise<Result<void, string>>;
  /** Finishes everything called before, then closes. Calls made after it reject with `StoreUnavailable` (`closed`). May be repeated. */
  close(): Promise<void>;
}

export type UnavailableCode = "full" | "read-only" | "busy" | "broken" | "closed";

/**
 * The store can't write (or read) right now; `message` says why, for the operator. Nothing of the call is stored, save when
 * the code is `broken`: then the disk failed half-way and loading again tells. Updates are idempotent, so sending again is safe.
 */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly code: UnavailableCode;
  constructor(code: UnavailableCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type RefusedCode =
  | "exists"
  | "code-taken"
  | "no-such-programme"
  | "no-such-workshop"
  | "no-such-invite"
  | "invite-revoked"
  | "out-of-order"
  | "client-id-taken"
  | "too-many-pictures"
  | "damaged";

/** The store works, but this request can't be carried out as it stands; nothing of it is stored. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  readonly code: RefusedCode;
  constructor(code: RefusedCode, message: string) {
    super(message);
    this.code = code;
  }
}
