import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { type ActorCluster, clusters } from "@faelleskort/shared/views/clusters.ts";
import { type BoardSnapshot, emptyBoard } from "@faelleskort/shared/model/board.ts";

/** An actor card for tests. `key` makes its id. */
export function card(key: string, part: Partial<Actor> = {}): Actor {
  return {
    id: actorId(`actor-${key}`),
    name: key,
    answers: { activities: "", partners: "", contribution: "" },
    category: null,
    author: { label: "", participantId: null },
    createdAt: 0,
    onWhoCard: false,
    wall: null,
    placement: null,
    mergedInto: null,
    deleted: false,
    ...part,
  };
}

/** The cards as the meeting sees them. */
export const clustersOf = (...cards: readonly Actor[]): ActorCluster[] => clusters(boardOf(...cards));

/** A board with nothing but these cards. */
export const boardOf = (...cards: readonly Actor[]): BoardSnapshot => ({
  ...emptyBoard,
  actorsById: new Map(cards.map((actor) => [actor.id, actor])),
});
