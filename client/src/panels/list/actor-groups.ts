import { type ActorCategory, actorCategories } from "@faelleskort/shared/model/actor.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";

/** One heading of the actor list. */
export interface ActorGroup {
  readonly category: ActorCategory | null;
  readonly actors: readonly ActorCluster[];
}

/** What a merged card counts as: the lead's category, or else the first one that any of its cards has. */
export function categoryOf({ members }: ActorCluster): ActorCategory | null {
  return members.find(({ category }) => category !== null)?.category ?? null;
}

/** Actors under their category, by name; those without one come last. Empty headings are left out. */
export function actorGroups(all: readonly ActorCluster[], locale: string): ActorGroup[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const order: readonly (ActorCategory | null)[] = [...actorCategories, null];
  return order
    .map((category) => ({
      category,
      actors: all
        .filter((cluster) => categoryOf(cluster) === category)
        .sort((a, b) => compare(a.lead.name, b.lead.name) || (a.id < b.id ? -1 : 1)),
    }))
    .filter(({ actors }) => actors.length > 0);
}
