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
export const actorGroups = (all: readonly ActorCluster[], locale: string): ActorGroup[] =>
  followActorGroups()(all, locale);

/** `actorGroups` of one board over time: put into the order of the time before, thousands of names are sorted in no time. */
export function followActorGroups(): (all: readonly ActorCluster[], locale: string) => ActorGroup[] {
  let rankById: ReadonlyMap<string, number> = new Map();
  const order: readonly (ActorCategory | null)[] = [...actorCategories, null];
  return (all, locale) => {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    const rank = ({ id }: ActorCluster): number => rankById.get(id) ?? rankById.size;
    const sorted = [...all]
      .sort((a, b) => rank(a) - rank(b))
      .sort((a, b) => compare(a.lead.name, b.lead.name) || (a.id < b.id ? -1 : 1));
    rankById = new Map(sorted.map(({ id }, place) => [id, place]));
    return order
      .map((category) => ({ category, actors: sorted.filter((cluster) => categoryOf(cluster) === category) }))
      .filter(({ actors }) => actors.length > 0);
  };
}
