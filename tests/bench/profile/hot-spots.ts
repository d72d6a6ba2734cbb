import type { Profiler } from "node:inspector";
import type { HotSpot } from "../subjects/probe-messages.ts";

/** How many of those with most time of their own, and of ours with most time altogether. */
const mostSelf = 15;
const mostTotal = 25;

/**
 * The functions in which most time was spent by themselves, and those of our server in which most was spent with all they called;
 * most first by the time of their own. Waiting is left out, and so is what the profiler itself did.
 */
export function hotSpotsOf({ nodes, samples, timeDeltas }: Profiler.Profile): HotSpot[] {
  const selfById = new Map<number, number>();
  for (const [index, id] of (samples ?? []).entries()) {
    selfById.set(id, (selfById.get(id) ?? 0) + (timeDeltas?.[index] ?? 0));
  }
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const called = new Set(nodes.flatMap(({ children }) => children ?? []));
  const self = new Map<string, number>();
  const total = new Map<string, number>();

  /** Adds up a node and what it called; `above` are the functions it was called from, which a recursion must not count twice. */
  const visit = (node: Profiler.ProfileNode, above: ReadonlySet<string>): number => {
    const place = placeOf(node.callFrame);
    if (isNoise(place)) return 0;
    const own = selfById.get(node.id) ?? 0;
    self.set(place, (self.get(place) ?? 0) + own);
    const inside = new Set([...above, place]);
    const time = (node.children ?? []).reduce((sum, id) => {
      const child = nodesById.get(id);
      return child === undefined ? sum : sum + visit(child, inside);
    }, own);
    if (!above.has(place)) total.set(place, (total.get(place) ?? 0) + time);
    return time;
  };
  const all = nodes
    .filter(({ id }) => !called.has(id))
    .reduce((sum, root) => sum + visit(root, new Set()), 0);

  const top = (times: ReadonlyMap<string, number>, count: number): string[] =>
    [...times]
      .sort((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([place]) => place);
  const ours = new Map([...total].filter(([place]) => / (?:\w+\/)+[\w-]+\.ts:/.test(place)));
  const shown = new Set([...top(self, mostSelf), ...top(ours, mostTotal)]);
  return [...shown]
    .map((place) => {
      const selfTime = self.get(place) ?? 0;
      const totalTime = total.get(place) ?? 0;
      return {
        place,
        selfMs: selfTime / 1_000,
        selfShare: selfTime / all,
        totalMs: totalTime / 1_000,
        totalShare: totalTime / all,
      };
    })
    .sort((a, b) => b.selfMs - a.selfMs);
}

const isNoise = (place: string): boolean => place === "(idle)" || place.includes("node:inspector");

/** `flush workshops/outbox.ts:52`; what has no file by its name alone. */
function placeOf({ functionName, url, lineNumber }: Profiler.ProfileNode["callFrame"]): string {
  const name = functionName === "" ? "(anonymous)" : functionName;
  if (url === "") return name;
  const file = /(?:\/src\/|\/node_modules\/(?!.*\/node_modules\/))(.*)$/.exec(url)?.[1] ?? url;
  return `${name} ${file}:${lineNumber + 1}`;
}
