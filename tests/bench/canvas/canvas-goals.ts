import type { Verdict } from "../report/targets.ts";
import { shown, textTable } from "../report/text-table.ts";
import { type CanvasResults, frameRows, metricOf, ratio } from "./canvas-table.ts";

interface Goal {
  readonly id: string;
  readonly text: string;
  readonly digits: number;
  readonly measured: (results: CanvasResults) => number;
  readonly bound: number;
  readonly better: "less" | "more";
}

const ours = (metric: string) => (results: CanvasResults) => metricOf(results, "ours", metric);
const atMost = (id: string, text: string, metric: string, bound: number, digits = 1): Goal => ({
  id,
  text,
  digits,
  measured: ours(metric),
  bound,
  better: "less",
});
const atLeast = (id: string, text: string, metric: string, bound: number): Goal => ({
  ...atMost(id, text, metric, bound, 0),
  better: "more",
});

/** ms of the main thread per frame. */
const most: Readonly<Record<string, number>> = {
  panWork: 8,
  dragWork: 8,
  othersWork: 8,
  zoom: 16,
  panFit: 16,
  othersFit: 16,
};

const goals: readonly Goal[] = [
  ...frameRows.flatMap(({ metric, label }, index): Goal[] => [
    atMost(`c${index + 1}a`, `${label}: ms per frame`, metric, most[metric] ?? Number.NaN),
    {
      id: `c${index + 1}b`,
      text: "… share of tldraw",
      digits: 2,
      measured: (results) => ratio(results, "tldraw", metric),
      bound: 1 / 4,
      better: "less",
    },
    {
      id: `c${index + 1}c`,
      text: "… share of Excalidraw",
      digits: 2,
      measured: (results) => ratio(results, "excalidraw", metric),
      bound: 2 / 3,
      better: "less",
    },
  ]),
  atMost("c7", "pointer move → seen (ms)", "pointerToSeenMs", 30),
  atMost("c8a", "3,000 cards: link to usable (s)", "usableSeconds", 2.5, 2),
  atMost("c8b", "… first card visible (s)", "firstCardSeconds", 1, 2),
  atLeast("c9a", "1,000 cards, 4× slower: pan (fps)", "slowPanFps", 30),
  atLeast("c9b", "… drag (fps)", "slowDragFps", 30),
  atLeast("c9c", "… 20 moved by others (fps)", "slowOthersFps", 30),
  atMost("c10", "heap after gc (MB)", "heapMb", 60),
  atMost("c11", "frames at rest", "idleFrames", 0, 0),
  // Itself where it was and where it is now, and neighbours that those places touch.
  atMost("c12", "things painted by another's change to one", "repaintedByOneChange", 4, 0),
];

/** What became of each goal that something was measured for; it decides nothing, it only says. */
export function judgeCanvas(results: CanvasResults): Verdict[] {
  return goals.map(({ id, text, measured, bound, better }) => {
    const value = measured(results);
    const isReached = better === "less" ? value <= bound : value >= bound;
    const outcome = Number.isNaN(value) ? "not measured" : isReached ? "reached" : "not reached";
    return { id, text, measured: value, bound, outcome };
  });
}

/** @param reasons why a goal isn't reached, by its id, when somebody has found out */
export function canvasGoalTable(
  verdicts: readonly Verdict[],
  reasons: Readonly<Record<string, string>>,
): string {
  const goalById = new Map(goals.map((goal) => [goal.id, goal]));
  const known = verdicts.filter(({ outcome }) => outcome !== "not measured");
  const table = textTable(
    ["canvas goal", "measured", "should be", ""],
    known.map(({ id, text, measured, bound, outcome }) => {
      const { digits = 1, better = "less" } = goalById.get(id) ?? {};
      const limit = `${better === "less" ? "≤" : "≥"} ${shown(bound, digits)}`;
      return [`${id} ${text}`, shown(measured, digits), limit, outcome];
    }),
  );
  const missed = known.filter(({ outcome }) => outcome === "not reached");
  if (missed.length === 0) return `${table}\n\nEvery canvas goal that was measured is reached.`;
  const lines = missed.map(({ id, text }) => `${id} ${text}: ${reasons[id] ?? "not looked into yet"}`);
  return [table, "", `${missed.length} of ${known.length} canvas goals are not reached:`, ...lines].join(
    "\n",
  );
}
