import type { Stretch } from "../load/window.ts";
import type { Sums } from "../load/room.ts";

/** What a reader must know before believing the numbers. */
export function remarksOn(sums: Sums, ...stretches: readonly Stretch[]): string[] {
  const busiest = Math.max(...stretches.map(({ generatorBusy }) => generatorBusy));
  return [
    ...(sums.refused > 0 ? [`${sums.refused} edits were refused`] : []),
    ...(sums.closed > 0 ? [`the server closed ${sums.closed} sockets`] : []),
    ...(busiest > 0.9
      ? [`the load generator itself was busy ${Math.round(busiest * 100)} % of the time`]
      : []),
  ];
}
