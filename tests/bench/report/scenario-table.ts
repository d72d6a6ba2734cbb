import { type ScenarioId, scenarios } from "../scenarios/list.ts";
import { bestPeer, metricOf, type Results } from "./results.ts";
import { shown, textTable } from "./text-table.ts";

/** One scenario's medians, subject by subject, and ours as a multiple of the best peer's. */
export function scenarioTable(id: ScenarioId, results: Results): string {
  const { title, rows, subjects, numbers } = scenarios[id];
  const measured = subjects.filter((subject) => results.get(id)?.has(subject));
  const withRatio = measured.includes("ours") && measured.length > 1;
  const lines = rows.map(({ metric, label, digits, better }) => {
    const values = measured.map((subject) => shown(metricOf(results, id, subject, metric), digits));
    if (!withRatio) return [label, ...values];
    const ratio =
      better === undefined
        ? ""
        : shown(metricOf(results, id, "ours", metric) / bestPeer(results, id, metric, better), 2);
    return [label, ...values, ratio];
  });
  const head = ["", ...measured, ...(withRatio ? ["ours ÷ best peer"] : [])];
  return `${numbers.join(", ")}: ${title}\n\n${textTable(head, lines)}`;
}
