import type { Digest } from "@faelleskort/server/config/digest.ts";
import { digestOf } from "@faelleskort/server/config/digest.ts";
import type { Invite, NewWorkshop, Picture, Session } from "@faelleskort/server/workshops/ports.ts";
import {
  inviteId,
  participantId,
  pictureId,
  programmeId,
  type WorkshopId,
  workshopId,
} from "@faelleskort/shared/model/ids.ts";

/** Things to store. What matters to a test is given; the rest follows from the name. */

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
export const codeHashOf = (code: string): Digest => digestOf(`code ${code}`);

export function sampleInvite(name: string, workshop: WorkshopId, changes: Partial<Invite> = {}): Invite {
  return {
    id: inviteId(`invite-${name}`),
    workshopId: workshop,
    role: "participant",
    secretHash: digestOf(`secret ${name}`),
    codeHash: null,
    createdAt: 1_000,
    revokedAt: null,
    ...changes,
  };
}

export function sampleWorkshop(name: string, changes: Partial<NewWorkshop> = {}): NewWorkshop {
  return {
    id: workshopId(`workshop-${name}`),
    programme: { type: "new", id: programmeId(`programme-${name}`) },
    title: `Runde 1 – ${name}`,
    area: "Høje Gladsaxe",
    template: "round-1",
    locale: "da",
    createdAt: 1_700_000_000_123,
    invites: [],
    snapshots: { board: bytesOf(`board of ${name}`), stage: bytesOf(`stage of ${name}`) },
    ...changes,
  };
}

export function sampleSession(name: string, invite: Invite, changes: Partial<Session> = {}): Session {
  return {
    tokenHash: digestOf(`token ${name}`),
    workshopId: invite.workshopId,
    participantId: participantId(`participant-${name}`),
    role: invite.role,
    inviteId: invite.id,
    label: `${name}, Boligforening Ørnegård`,
    createdAt: 2_000,
    ...changes,
  };
}

export function samplePicture(
  name: string,
  workshop: WorkshopId,
  bytes = bytesOf(`picture ${name}`),
): Picture {
  return {
    id: pictureId(`picture-${name}`),
    workshopId: workshop,
    type: "image/webp",
    width: 1600,
    height: 900,
    bytes,
  };
}
