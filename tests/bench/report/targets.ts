import type { ScenarioId } from "../scenarios/list.ts";
import type { SubjectName } from "../subjects/subject.ts";
import { bestPeer, metricOf, type Results } from "./results.ts";
import { shown, textTable } from "./text-table.ts";

/** One goal: what was measured against what it should be. */
interface Target {
  /** Number in the list of goals, and which part of it. */
  readonly id: string;
  readonly text: string;
  readonly digits: number;
  readonly measured: (results: Results) => number;
  /** The bound; NaN when the peers it depends on weren't measured. */
  readonly bound: (results: Results) => number;
  readonly better: "less" | "more";
}

export interface Verdict {
  readonly id: string;
  readonly text: string;
  readonly measured: number;
  readonly bound: number;
  readonly outcome: "reached" | "not reached" | "not measured";
}

const ours = (scenario: ScenarioId, metric: string) => (results: Results) =>
  metricOf(results, scenario, "ours", metric);
const fixed = (value: number) => () => value;
/** A share of what a subject needs, or of what the best peer does. */
const timesPeer =
  (factor: number, scenario: ScenarioId, metric: string, better: "less" | "more" = "less") =>
  (results: Results) =>
    factor * bestPeer(results, scenario, metric, better);
const timesOf =
  (factor: number, subject: SubjectName, scenario: ScenarioId, metric: string) => (results: Results) =>
    factor * metricOf(results, scenario, subject, metric);

const atMost = (
  id: string,
  text: string,
  digits: number,
  measured: Target["measured"],
  bound: Target["bound"],
): Target => ({ id, text, digits, measured, bound, better: "less" });
const atLeast = (
  id: string,
  text: string,
  digits: number,
  measured: Target["measured"],
  bound: Target["bound"],
): Target => ({ id, text, digits, measured, bound, better: "more" });

const perDelivery = ours("board", "cpuPerDelivery");
const crowdCpu = ours("crowd-1000", "cpuPerDelivery");

const targets: readonly Target[] = [
  atMost(
    "1a",
    "board: CPU per delivery, half the best peer's (µs)",
    2,
    perDelivery,
    timesPeer(0.5, "board", "cpuPerDelivery"),
  ),
  atMost("1b", "… aim: a third of it", 2, perDelivery, timesPeer(1 / 3, "board", "cpuPerDelivery")),
  atMost(
    "1c",
    "… below the batching relay's",
    2,
    perDelivery,
    timesOf(1, "batching-relay", "board", "cpuPerDelivery"),
  ),
  atMost("1d", "board: edit latency p99 (ms)", 1, ours("board", "p99"), fixed(45)),
  atMost("1e", "a lone edit, p50 (ms)", 2, ours("board", "loneP50"), fixed(2)),
  atMost("2a", "1,000 listeners: all joined (s)", 2, ours("crowd-1000", "joinedSeconds"), fixed(4)),
  atMost("2b", "… not delivered (%)", 2, ours("crowd-1000", "missing"), fixed(0)),
  atMost("2c", "… CPU per delivery (µs)", 2, crowdCpu, fixed(4)),
  atMost(
    "2d",
    "… half the batching relay's",
    2,
    crowdCpu,
    timesOf(0.5, "batching-relay", "crowd-1000", "cpuPerDelivery"),
  ),
  atMost("2e", "… latency p99 (ms)", 1, ours("crowd-1000", "p99"), fixed(150)),
  atMost("3a", "300 rooms: CPU per 20 s, stored (s)", 2, ours("many-rooms", "cpuPer20s"), fixed(4)),
  atMost("3b", "… memory per open room (KB)", 0, ours("many-rooms", "kbPerRoom"), fixed(150)),
  atMost(
    "4a",
    "100,000 moves, guarded and stored: CPU (s)",
    2,
    ours("large-document", "ingestCpu"),
    fixed(7),
  ),
  atMost(
    "4b",
    "… half the best peer's",
    2,
    ours("large-document", "ingestCpu"),
    timesPeer(0.5, "large-document", "ingestCpu"),
  ),
  atMost("4c", "two-hour meeting: document ÷ final content", 2, ours("meeting", "growth"), fixed(1.5)),
  atMost("5a", "5,000 cards: warm join (ms)", 1, ours("large-document", "warmJoinMs"), fixed(60)),
  atMost("5b", "… join after a restart (ms)", 0, ours("large-document", "coldJoinMs"), fixed(400)),
  atMost("6a", "slow reader: memory grows by (MB)", 1, ours("slow-reader", "grewMb"), fixed(2)),
  atMost("6b", "… others' p99, times what it was", 2, ours("slow-reader", "p99Ratio"), fixed(1.2)),
  atMost("6c", "… complete after waking (ms)", 0, ours("slow-reader", "completeMs"), fixed(1_000)),
  atLeast(
    "7a",
    "durable edits/s through the store",
    0,
    ours("group-commit", "editsPerSecond"),
    fixed(20_000),
  ),
  atMost("7b", "30 people: saved, p50 (ms)", 1, ours("board", "savedP50"), fixed(10)),
  atMost("7c", "… saved, p99 (ms)", 1, ours("board", "savedP99"), fixed(50)),
  atMost("7d", "… event loop delay p99 (ms)", 1, ours("board", "delayP99"), fixed(10)),
  atLeast(
    "8a",
    "saturation: deliveries/s, 2.5 × the best peer",
    0,
    ours("saturation", "deliveriesPerSecond"),
    timesPeer(2.5, "saturation", "deliveriesPerSecond", "more"),
  ),
  atMost("8b", "… past it: sockets closed", 0, ours("saturation", "pastClosed"), fixed(0)),
  atMost(
    "8c",
    "… past it: edits not there 5 s later (%)",
    1,
    ours("saturation", "pastEditsMissing"),
    fixed(0),
  ),
];

/** Every goal that something was measured for; it decides nothing, it only says. */
export function judge(results: Results): Verdict[] {
  return targets.map(({ id, text, measured, bound, better }) => {
    const value = measured(results);
    const limit = bound(results);
    const isKnown = !Number.isNaN(value) && !Number.isNaN(limit);
    const isReached = better === "less" ? value <= limit : value >= limit;
    const outcome = isKnown ? (isReached ? "reached" : "not reached") : "not measured";
    return { id, text, measured: value, bound: limit, outcome };
  });
}

/** @param reasons why a goal isn't reached, by its id, when somebody has found out */
export function targetTable(verdicts: readonly Verdict[], reasons: Readonly<Record<string, string>>): string {
  const known = verdicts.filter(({ outcome }) => outcome !== "not measured");
  const digitsById = new Map(targets.map(({ id, digits, better }) => [id, { digits, better }]));
  const table = textTable(
    ["goal", "measured", "should be", ""],
    known.map(({ id, text, measured, bound, outcome }) => {
      const { digits, better } = digitsById.get(id) ?? { digits: 2, better: "less" };
      return [
        `${id} ${text}`,
        shown(measured, digits),
        `${better === "less" ? "≤" : "≥"} ${shown(bound, digits)}`,
        outcome,
      ];
    }),
  );
  const missed = known.filter(({ outcome }) => outcome === "not reached");
  const explained = missed.map(
    ({ id }) => `${id}: ${reasons[id] ?? "not looked into yet; run with --profile"}`,
  );
  return explained.length === 0 ? table : [table, "", "Why not:", ...explained].join("\n");
}
