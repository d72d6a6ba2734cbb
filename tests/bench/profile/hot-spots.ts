import type { Profiler } from "node:inspector";
import type { HotSpot } from "../subjects/probe-messages.ts";

const shown = 25;

/** The functions in which most time was spent by themselves, most first; waiting (`(idle)`) is left out of the whole. */
export function hotSpotsOf({ nodes, samples, timeDeltas }: Profiler.Profile): HotSpot[] {
  const placeOfNode = new Map(nodes.map((node) => [node.id, placeOf(node.callFrame)]));
  const microsByPlace = new Map<string, number>();
  let total = 0;
  for (const [index, sample] of (samples ?? []).entries()) {
    const place = placeOfNode.get(sample) ?? "?";
    const micros = timeDeltas?.[index] ?? 0;
    if (place === "(idle)") continue;
    total += micros;
    microsByPlace.set(place, (microsByPlace.get(place) ?? 0) + micros);
  }
  return [...microsByPlace]
    .sort((a, b) => b[1] - a[1])
    .slice(0, shown)
    .map(([place, micros]) => ({ place, ms: micros / 1_000, share: micros / total }));
}

/** `flush workshops/outbox.ts:52`; what has no file by its name alone. */
function placeOf({ functionName, url, lineNumber }: Profiler.ProfileNode["callFrame"]): string {
  const name = functionName === "" ? "(anonymous)" : functionName;
  if (url === "") return name;
  const file = /(?:\/src\/|\/node_modules\/(?!.*\/node_modules\/))(.*)$/.exec(url)?.[1] ?? url;
  return `${name} ${file}:${lineNumber + 1}`;
}
