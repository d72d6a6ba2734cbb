import type { DatabaseSync } from "node:sqlite";
import {
  type InviteId,
  InviteIdSchema,
  type ParticipantId,
  ParticipantIdSchema,
  type WorkshopId,
  WorkshopIdSchema,
} from "@faelleskort/shared/model/ids.ts";
import { RoleSchema } from "@faelleskort/shared/model/roles.ts";
import * as v from "valibot";
import { type Digest, DigestSchema } from "../../config/digest.ts";
import { type Invite, type Session, StoreRefused } from "../../workshops/ports.ts";

const InviteRow = v.object({
  id: InviteIdSchema,
  workshopId: WorkshopIdSchema,
  role: RoleSchema,
  secretHash: DigestSchema,
  codeHash: v.nullable(DigestSchema),
  createdAt: v.number(),
  revokedAt: v.nullable(v.number()),
});
const inviteColumns = `id, workshop_id AS workshopId, role, secret_hash AS secretHash, code_hash AS codeHash,
  created_at AS createdAt, revoked_at AS revokedAt`;

const SessionRow = v.object({
  tokenHash: DigestSchema,
  workshopId: WorkshopIdSchema,
  participantId: ParticipantIdSchema,
  role: RoleSchema,
  inviteId: InviteIdSchema,
  label: v.string(),
  createdAt: v.number(),
});
const ParticipantRow = v.object({ participantId: ParticipantIdSchema });

export interface AccessTable {
  findInviteBySecretHash(hash: Digest): Invite | null;
  findInviteByCodeHash(hash: Digest): Invite | null;
  listInvites(workshopId: WorkshopId): readonly Invite[];
  addInvite(invite: Invite): void;
  revokeInvite(workshopId: WorkshopId, id: InviteId, at: number): readonly ParticipantId[];
  addSession(session: Session): void;
  findSession(tokenHash: Digest): Session | null;
}

/** Invites and the sessions that came by them. Transactions are the caller's. */
export function accessTable(database: DatabaseSync): AccessTable {
  const selectInvite = database.prepare(`SELECT ${inviteColumns} FROM invite WHERE id = ?`);
  const selectBySecret = database.prepare(`SELECT ${inviteColumns} FROM invite WHERE secret_hash = ?`);
  const selectByCode = database.prepare(
    `SELECT ${inviteColumns} FROM invite WHERE code_hash = ? AND revoked_at IS NULL`,
  );
  const selectOfWorkshop = database.prepare(
    `SELECT ${inviteColumns} FROM invite WHERE workshop_id = ? ORDER BY created_at, id`,
  );
  const insertInvite = database.prepare(`
    INSERT INTO invite (id, workshop_id, role, secret_hash, code_hash, created_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const endInvite = database.prepare("UPDATE invite SET revoked_at = ? WHERE id = ?");
  const selectParticipants = database.prepare(`
    SELECT DISTINCT participant_id AS participantId FROM session WHERE invite_id = ? ORDER BY participant_id`);
  const deleteSessions = database.prepare("DELETE FROM session WHERE invite_id = ?");
  const insertSession = database.prepare(`
    INSERT INTO session (token_hash, workshop_id, participant_id, role, invite_id, label, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const selectSession = database.prepare(`
    SELECT token_hash AS tokenHash, workshop_id AS workshopId, participant_id AS participantId, role,
      invite_id AS inviteId, label, created_at AS createdAt
    FROM session WHERE token_hash = ?`);

  const invite = (row: unknown): Invite | null => v.parse(v.optional(InviteRow), row) ?? null;
  const findByCode = (hash: Digest) => invite(selectByCode.get(hash));
  const findSession = (tokenHash: Digest) =>
    v.parse(v.optional(SessionRow), selectSession.get(tokenHash)) ?? null;

  return {
    findInviteBySecretHash: (hash) => invite(selectBySecret.get(hash)),
    findInviteByCodeHash: findByCode,
    listInvites: (workshopId) => v.parse(v.array(InviteRow), selectOfWorkshop.all(workshopId)),

    addInvite(added) {
      if (selectInvite.get(added.id) !== undefined || selectBySecret.get(added.secretHash) !== undefined) {
        throw new StoreRefused("exists", `invite ${added.id} exists already`);
      }
      if (added.revokedAt === null && added.codeHash !== null && findByCode(added.codeHash) !== null) {
        throw new StoreRefused("code-taken", "another invite has this code");
      }
      const { id, workshopId, role, secretHash, codeHash, createdAt, revokedAt } = added;
      insertInvite.run(id, workshopId, role, secretHash, codeHash, createdAt, revokedAt);
    },

    revokeInvite(workshopId, id, at) {
      const found = invite(selectInvite.get(id));
      if (found === null || found.workshopId !== workshopId) {
        throw new StoreRefused("no-such-invite", `workshop ${workshopId} has no invite ${id}`);
      }
      if (found.revokedAt !== null) return [];
      const dropped = v.parse(v.array(ParticipantRow), selectParticipants.all(id));
      endInvite.run(at, id);
      deleteSessions.run(id);
      return dropped.map((row) => row.participantId);
    },

    addSession(session) {
      const by = invite(selectInvite.get(session.inviteId));
      if (by === null || by.workshopId !== session.workshopId) {
        throw new StoreRefused(
          "no-such-invite",
          `workshop ${session.workshopId} has no invite ${session.inviteId}`,
        );
      }
      if (by.revokedAt !== null) throw new StoreRefused("invite-revoked", `invite ${by.id} was revoked`);
      if (findSession(session.tokenHash) !== null)
        throw new StoreRefused("exists", "this session exists already");
      const { tokenHash, workshopId, participantId, role, inviteId, label, createdAt } = session;
      insertSession.run(tokenHash, workshopId, participantId, role, inviteId, label, createdAt);
    },

    findSession,
  };
}
