import type { ParticipantId, PictureId, ProgrammeId, WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok } from "@faelleskort/shared/model/result.ts";
import type { Digest } from "../../config/digest.ts";
import {
  type DocumentKind,
  type Invite,
  type NewWorkshop,
  type Picture,
  type Session,
  type Store,
  StoreRefused,
  StoreUnavailable,
  type WorkshopRecord,
} from "../../workshops/ports.ts";
import { type DocumentShelf, documentShelf } from "./document-shelf.ts";
import { versionShelf } from "./version-shelf.ts";

/** A store that forgets everything when dropped: for tests of what builds on the port. Its switches play a disk in trouble. */
export interface MemoryStore extends Store {
  /** Every write carried out from now on rejects with this; null mends it. */
  failWrites(error: StoreUnavailable | null): void;
  /** A slow disk: nothing called from now on is carried out before the returned function is called. */
  hold(): () => void;
  /** Flips the newest update of a document, as a bad sector would. */
  damageNewestUpdate(workshopId: WorkshopId, kind: DocumentKind): void;
}

export function createMemoryStore(): MemoryStore {
  const programmes = new Set<ProgrammeId>();
  const workshops = new Map<WorkshopId, WorkshopRecord>();
  const invites = new Map<string, Invite>();
  const sessions = new Map<Digest, Session>();
  const pictures = new Map<PictureId, Picture>();
  const documents: DocumentShelf = documentShelf();
  const versions = versionShelf();
  let failure: StoreUnavailable | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed: Promise<void> | null = null;

  /** One after the other, in the order called. */
  function read<T>(carry: () => T): Promise<T> {
    if (closed !== null) return Promise.reject(new StoreUnavailable("closed", "the store is closed"));
    const result = last.then(carry);
    last = result.catch(() => undefined);
    return result;
  }
  const write = <T>(carry: () => T): Promise<T> =>
    read(() => {
      if (failure !== null) throw failure;
      return carry();
    });

  const inviteWhere = (matches: (invite: Invite) => boolean) => [...invites.values()].find(matches) ?? null;
  const activeByCode = (codeHash: Digest) =>
    inviteWhere((invite) => invite.codeHash === codeHash && invite.revokedAt === null);

  function requireWorkshop(id: WorkshopId): void {
    if (!workshops.has(id)) throw new StoreRefused("no-such-workshop", `no workshop ${id}`);
  }

  function requireFree(added: Invite): void {
    if (invites.has(added.id) || inviteWhere((invite) => invite.secretHash === added.secretHash) !== null) {
      throw new StoreRefused("exists", `invite ${added.id} exists already`);
    }
    if (added.revokedAt === null && added.codeHash !== null && activeByCode(added.codeHash) !== null) {
      throw new StoreRefused("code-taken", "another invite has this code");
    }
  }

  function createWorkshop(workshop: NewWorkshop): void {
    const { id, programme, template, locale, createdAt } = workshop;
    if (workshops.has(id)) throw new StoreRefused("exists", `workshop ${id} exists already`);
    const hasProgramme = programmes.has(programme.id);
    if (programme.type === "new" && hasProgramme) {
      throw new StoreRefused("exists", `programme ${programme.id} exists already`);
    }
    if (programme.type === "existing" && !hasProgramme) {
      throw new StoreRefused("no-such-programme", `no programme ${programme.id}`);
    }
    for (const invite of workshop.invites) requireFree(invite);
    programmes.add(programme.id);
    workshops.set(id, { id, programmeId: programme.id, template, locale, createdAt, epoch: 1 });
    for (const invite of workshop.invites) invites.set(invite.id, invite);
    documents.create(id, workshop.snapshots);
  }

  function revoke(workshopId: WorkshopId, id: string, at: number): ParticipantId[] {
    const invite = invites.get(id);
    if (invite === undefined || invite.workshopId !== workshopId) {
      throw new StoreRefused("no-such-invite", `workshop ${workshopId} has no invite ${id}`);
    }
    if (invite.revokedAt !== null) return [];
    invites.set(id, { ...invite, revokedAt: at });
    const ended = [...sessions.values()].filter((session) => session.inviteId === id);
    for (const session of ended) sessions.delete(session.tokenHash);
    return [...new Set(ended.map((session) => session.participantId))].sort();
  }

  function addSession(session: Session): void {
    const invite = invites.get(session.inviteId);
    if (invite === undefined || invite.workshopId !== session.workshopId) {
      throw new StoreRefused(
        "no-such-invite",
        `workshop ${session.workshopId} has no invite ${session.inviteId}`,
      );
    }
    if (invite.revokedAt !== null)
      throw new StoreRefused("invite-revoked", `invite ${invite.id} was revoked`);
    if (sessions.has(session.tokenHash)) throw new StoreRefused("exists", "this session exists already");
    sessions.set(session.tokenHash, session);
  }

  return {
    createWorkshop: (workshop) => {
      const { board, stage } = workshop.snapshots;
      const own = { ...workshop, snapshots: { board: new Uint8Array(board), stage: new Uint8Array(stage) } };
      return write(() => createWorkshop(own));
    },
    readWorkshop: (id) => read(() => workshops.get(id) ?? null),
    findInviteBySecretHash: (hash) => read(() => inviteWhere((invite) => invite.secretHash === hash)),
    findInviteByCodeHash: (hash) => read(() => activeByCode(hash)),
    listInvites: (workshopId) =>
      read(() =>
        [...invites.values()]
          .filter((invite) => invite.workshopId === workshopId)
          .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
      ),
    addInvite: (invite) =>
      write(() => {
        requireWorkshop(invite.workshopId);
        requireFree(invite);
        invites.set(invite.id, invite);
      }),
    revokeInvite: (workshopId, id, at) => write(() => revoke(workshopId, id, at)),
    addSession: (session) => write(() => addSession(session)),
    findSession: (tokenHash) => read(() => sessions.get(tokenHash) ?? null),
    loadDocument: (workshopId, kind) => read(() => documents.load(workshopId, kind)),
    append: (workshopId, kind, take) =>
      write(() => {
        const { after, updates, claims } = take();
        const own = updates.map((update) => new Uint8Array(update));
        return documents.append(workshopId, kind, { after, updates: own, claims });
      }),
    writeSnapshot: (workshopId, kind, uptoSeq, state) => {
      const own = new Uint8Array(state);
      return write(() => documents.writeSnapshot(workshopId, kind, uptoSeq, own));
    },
    putPicture: (picture, most) => {
      const own = { ...picture, bytes: new Uint8Array(picture.bytes) };
      return write(() => {
        requireWorkshop(own.workshopId);
        if (pictures.has(own.id)) throw new StoreRefused("exists", `picture ${own.id} exists already`);
        const others = [...pictures.values()].filter(({ workshopId }) => workshopId === own.workshopId);
        const bytes = others.reduce((sum, other) => sum + other.bytes.length, own.bytes.length);
        if (most !== undefined && (others.length + 1 > most.pictures || bytes > most.bytes))
          throw new StoreRefused("too-many-pictures", `no room for picture ${own.id}`);
        pictures.set(own.id, own);
      });
    },
    readPicture: (workshopId, id) =>
      read(() => {
        const picture = pictures.get(id);
        if (picture === undefined || picture.workshopId !== workshopId) return null;
        return { ...picture, bytes: picture.bytes.slice() };
      }),
    addVersion: (version, content, drop) => {
      const own = { version: { ...version }, content: new Uint8Array(content), drop: [...drop] };
      return write(() => {
        requireWorkshop(own.version.workshopId);
        versions.add(own.version, own.content, own.drop);
      });
    },
    listVersions: (workshopId) => read(() => versions.list(workshopId)),
    readVersion: (workshopId, id) => read(() => versions.read(workshopId, id)),
    health: async () => {
      try {
        await write(() => undefined);
        return ok(undefined);
      } catch (error) {
        return err(error instanceof Error ? error.message : String(error));
      }
    },
    close: () => {
      closed ??= last.then(() => undefined);
      return closed;
    },
    failWrites: (error) => {
      failure = error;
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const before = last;
      last = before.then(() => promise);
      return resolve;
    },
    damageNewestUpdate: (workshopId, kind) => documents.damageNewestUpdate(workshopId, kind),
  };
}
