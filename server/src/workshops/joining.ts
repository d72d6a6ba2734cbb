import { authorLabel } from "@faelleskort/shared/model/author.ts";
import { participantId } from "@faelleskort/shared/model/ids.ts";
import type { Join } from "@faelleskort/shared/protocol/http.ts";
import { digestOf } from "../config/digest.ts";
import type { InvitingParts } from "./inviting.ts";
import { type Invite, type Session, StoreRefused } from "./ports.ts";
import { randomId, randomToken } from "./random-id.ts";

/** A session as its browser gets it. `token` is shown this once; the store keeps its digest. */
export interface JoinedSession {
  readonly session: Session;
  readonly token: string;
}

/**
 * A new session by an invite. A browser that was in the workshop before stays the same participant, whatever its new role:
 * what it wrote offline stands under client ids that belong to that participant.
 * @param before the browser's present session in that workshop
 * @returns null when the invite was revoked meanwhile
 */
export async function joinBy(
  { store, clock, randomness }: InvitingParts,
  invite: Invite,
  { name, organisation }: Pick<Join, "name" | "organisation">,
  before: Session | null,
): Promise<JoinedSession | null> {
  const token = randomToken(randomness);
  const isNamed = name !== undefined || organisation !== undefined;
  const session: Session = {
    tokenHash: digestOf(token),
    workshopId: invite.workshopId,
    participantId: before?.participantId ?? participantId(randomId(randomness)),
    role: invite.role,
    inviteId: invite.id,
    label: isNamed ? authorLabel(name, organisation) : (before?.label ?? ""),
    createdAt: clock.now(),
  };
  try {
    await store.addSession(session);
    return { session, token };
  } catch (error) {
    if (error instanceof StoreRefused && error.code === "invite-revoked") return null;
    throw error;
  }
}
