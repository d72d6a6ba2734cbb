import type { PriorityField } from "@faelleskort/shared/method/fields.ts";
import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import { type Dispatch, useEffect } from "react";
import type { Peer, PresenceHub } from "../../state/presence.ts";
import type { FollowEvent, PersonView } from "./follow.ts";

/** What a person looks at, in the window of theirs that shows a sheet; null when there is none. */
export function viewOfPerson(peers: readonly Peer[], person: ParticipantId): PersonView | null {
  for (const { participantId, device, sheet, view } of peers) {
    if (participantId !== person || device !== "board" || sheet === null || !view) continue;
    const { x, y, zoom, width, height } = view;
    const seen = width !== undefined && height !== undefined ? { width, height } : null;
    return { sheet, centre: { x, y }, zoom, seen };
  }
  return null;
}

/** The field whose pile a person has spread out; null: none, or nobody is followed. */
export function fannedByPerson(peers: readonly Peer[], person: ParticipantId | null): PriorityField | null {
  const found = peers.find(({ participantId, device }) => participantId === person && device === "board");
  return found?.fanned ?? null;
}

/** Goes where the person goes for as long as they are followed. */
export function useFollowedPerson(
  { peers }: PresenceHub,
  person: ParticipantId | null,
  follow: Dispatch<FollowEvent>,
): void {
  useEffect(() => {
    if (person === null) return undefined;
    const look = () => follow({ type: "person-looks", at: viewOfPerson(peers.get(), person) });
    look();
    return peers.subscribe(look);
  }, [peers, person, follow]);
}
