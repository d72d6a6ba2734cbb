import { inviteId, type InviteId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { Invite as ShownInvite } from "@faelleskort/shared/protocol/http.ts";
import { page } from "@faelleskort/shared/protocol/routes.ts";
import { digestOf } from "../config/digest.ts";
import { codeAttempts, type Keys, parseJoinCode } from "../config/keys.ts";
import { type Clock, type Invite, type Randomness, type Store, StoreRefused } from "./ports.ts";
import { randomId } from "./random-id.ts";

export interface InvitingParts {
  readonly store: Store;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** A new invite, not yet stored. Facilitators come by link only: a code can be guessed. */
export function newInvite(
  { keys, clock }: Pick<InvitingParts, "keys" | "clock">,
  id: InviteId,
  workshopId: WorkshopId,
  role: Role,
  attempt: number,
): Invite {
  return {
    id,
    workshopId,
    role,
    secretHash: digestOf(keys.inviteSecret(id)),
    codeHash: role === "facilitator" ? null : keys.codeHash(keys.joinCode(id, attempt)),
    createdAt: clock.now(),
    revokedAt: null,
  };
}

/** Carries out `store` with codes that nobody else has. @throws the store's error; `code-taken` after too many attempts */
export async function withFreeCode<T>(store: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      // Each attempt follows from the last one's failure.
      // oxlint-disable-next-line no-await-in-loop
      return await store(attempt);
    } catch (error) {
      const isTaken = error instanceof StoreRefused && error.code === "code-taken";
      if (!isTaken || attempt + 1 >= codeAttempts) throw error;
    }
  }
}

/** @param base scheme, host and port of the links, without a slash at the end */
export function showInvite(keys: Keys, base: string, invite: Invite): ShownInvite {
  const secret = keys.inviteSecret(invite.id);
  const code = invite.codeHash === null ? null : keys.joinCodeOf(invite.id, invite.codeHash);
  const { id, role } = invite;
  const url = `${base}${page.joinBy(secret)}`;
  return code === null ? { id, role, secret, url } : { id, role, secret, url, code };
}

const secretPattern = /^[A-Za-z0-9_-]{43}$/;

/** Whether somebody typed this, rather than following a link: what can be typed can be guessed. */
export const isTyped = (invite: string): boolean => !secretPattern.test(invite);

/** The active invite behind a secret or a code as a person typed it; null when there is none. */
export async function findInvite(
  { store, keys }: Pick<InvitingParts, "store" | "keys">,
  text: string,
): Promise<Invite | null> {
  if (!isTyped(text)) {
    const invite = await store.findInviteBySecretHash(digestOf(text));
    return invite?.revokedAt === null ? invite : null;
  }
  const code = parseJoinCode(text);
  return code === null ? null : await store.findInviteByCodeHash(keys.codeHash(code));
}

/** The workshop's invites that still work, oldest first. */
export async function activeInvites(store: Store, id: WorkshopId): Promise<Invite[]> {
  return (await store.listInvites(id)).filter(({ revokedAt }) => revokedAt === null);
}

/** Ends an invite and the sessions that came by it. Their sockets are the caller's to close. */
export async function revokeInvite(
  { store, clock }: InvitingParts,
  workshopId: WorkshopId,
  id: InviteId,
): Promise<Result<InviteId[], "no-such-invite">> {
  try {
    await store.revokeInvite(workshopId, id, clock.now());
    return ok([id]);
  } catch (error) {
    if (error instanceof StoreRefused && error.code === "no-such-invite") return err("no-such-invite");
    throw error;
  }
}

/** Makes a new invite for a role, then ends the role's others; gives those that ended. */
export async function renewInvite(
  parts: InvitingParts,
  workshopId: WorkshopId,
  role: Role,
): Promise<InviteId[]> {
  const { store, clock, randomness } = parts;
  const old = (await activeInvites(store, workshopId)).filter((invite) => invite.role === role);
  const id = inviteId(randomId(randomness));
  // The new one first: when something fails in between, nobody is locked out.
  await withFreeCode((attempt) => store.addInvite(newInvite(parts, id, workshopId, role, attempt)));
  await Promise.all(old.map((invite) => store.revokeInvite(workshopId, invite.id, clock.now())));
  return old.map((invite) => invite.id);
}
