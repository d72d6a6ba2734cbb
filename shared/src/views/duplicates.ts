import type { ActorCluster } from "./clusters.ts";

/** Words that say only what kind of thing it is; two cards that differ in nothing else are probably the same actor. */
const kindWords: ReadonlySet<string> = new Set(["foreningen", "forening", "klubben", "klub"]);
const kindEnding = /(?<=.{3})(foreningen|forening|klubben|klub)$/u;

/**
 * A name folded for comparing: case, accents, å/aa, æ/ae, ø/oe, punctuation and spaces do not count, nor does "forening" or
 * "klub" as a word of its own or as an ending. "Fædregruppen", "faedre gruppen" and "Fædregruppen (forening)" fold alike.
 */
export function foldName(name: string): string {
  const words = name
    .toLocaleLowerCase("da")
    .replaceAll("å", "aa")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !kindWords.has(word));
  return (telling.length > 0 ? telling : words).join("").replace(kindEnding, "");
}

/** Groups of two or more actors whose names fold alike, in order of their oldest card. */
export const duplicateGroups = (all: readonly ActorCluster[]): ActorCluster[][] => followDuplicates()(all);

/** `duplicateGroups` of one board over time: only what changed is folded again. */
export function followDuplicates(): (all: readonly ActorCluster[]) => ActorCluster[][] {
  const folds = new WeakMap<ActorCluster, string>();
  return (all) => {
    const groups = new Map<string, ActorCluster[]>();
    for (const cluster of all) {
      const key = folds.get(cluster) ?? foldName(cluster.lead.name);
      folds.set(cluster, key);
      if (key === "") continue;
      const group = groups.get(key);
      if (group) group.push(cluster);
      else groups.set(key, [cluster]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  };
}
