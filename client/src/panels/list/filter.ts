import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";

const folded = (text: string): string =>
  text.toLocaleLowerCase("da").normalize("NFKD").replaceAll(/\p{M}/gu, "");

/** Actors with every word of the search somewhere in their names, answers or authors; case and accents don't count. */
export function matching(all: readonly ActorCluster[], search: string): readonly ActorCluster[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  return all.filter(({ members, authors }) => {
    const text = folded(
      [
        ...members.flatMap(({ name, answers }) => [name, ...Object.values(answers)]),
        ...authors.map(({ label }) => label),
      ].join("\n"),
    );
    return words.every((word) => text.includes(word));
  });
}
