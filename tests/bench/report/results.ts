import type { Metrics } from "../statistics/median.ts";
import type { ScenarioId } from "../scenarios/list.ts";
import type { SubjectName } from "../subjects/subject.ts";

/** Medians by scenario and subject; what wasn't run isn't there. */
export type Results = ReadonlyMap<ScenarioId, ReadonlyMap<SubjectName, Metrics>>;

/** Real servers for documents; the relays are a measure of what carrying alone costs. */
export const peers: readonly SubjectName[] = ["y-websocket", "hocuspocus"];

export function metricOf(
  results: Results,
  scenario: ScenarioId,
  subject: SubjectName,
  metric: string,
): number {
  return results.get(scenario)?.get(subject)?.[metric] ?? Number.NaN;
}

/** The best peer's value: the lowest or the highest. NaN when none was measured. */
export function bestPeer(
  results: Results,
  scenario: ScenarioId,
  metric: string,
  better: "less" | "more",
): number {
  const values = peers
    .map((peer) => metricOf(results, scenario, peer, metric))
    .filter((value) => !Number.isNaN(value));
  if (values.length === 0) return Number.NaN;
  return better === "less" ? Math.min(...values) : Math.max(...values);
}
