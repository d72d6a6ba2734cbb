import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";

/** One person, however many windows they have open. */
export interface PresentPerson {
  readonly participantId: ParticipantId;
  readonly label: string;
  readonly role: Presence["role"];
  readonly color: number;
  readonly devices: readonly Presence["device"][];
  /** Of the window last listed that looks at a sheet. */
  readonly sheet: Presence["sheet"];
  /** Cards written privately. Two windows of one browser share theirs, so the larger count holds. */
  readonly drafts: number;
}

const rank = { facilitator: 0, participant: 1, observer: 2 } as const;

/**
 * Everybody here, facilitators first, then by label; screens that only show (the projector) are left out. `own` is this
 * window's presence.
 */
export function presentPeople(own: Presence, peers: readonly Presence[]): PresentPerson[] {
  const byId = new Map<string, PresentPerson>();
  for (const presence of [own, ...peers]) {
    const { participantId, label, role, color, device, sheet, drafts } = presence;
    if (device === "projector") continue;
    const known = byId.get(participantId);
    byId.set(participantId, {
      participantId,
      label: known?.label || label,
      role,
      color,
      devices: known ? [...new Set([...known.devices, device])] : [device],
      sheet: sheet ?? known?.sheet ?? null,
      drafts: Math.max(known?.drafts ?? 0, drafts),
    });
  }
  return [...byId.values()].sort(
    (a, b) =>
      rank[a.role] - rank[b.role] ||
      a.label.localeCompare(b.label) ||
      (a.participantId < b.participantId ? -1 : 1),
  );
}

/** How many cards all have written privately and not sent. */
export const draftsOf = (people: readonly PresentPerson[]): number =>
  people.reduce((sum, { drafts }) => sum + drafts, 0);

/** Up to two letters for a small round picture; "?" for nobody named. */
export function initials(label: string): string {
  const words = label.split(/[\s,]+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const letters = words.slice(0, 2).map((word) => Array.from(word)[0] ?? "");
  return letters.join("").toLocaleUpperCase() || "?";
}
