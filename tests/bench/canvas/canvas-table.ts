import { shown, textTable } from "../report/text-table.ts";
import type { Metrics } from "../statistics/median.ts";
import { type CanvasSubjectName, canvasSubjectNames } from "./canvas-subject.ts";

/** Medians by subject; a subject that wasn't run isn't there. */
export type CanvasResults = ReadonlyMap<CanvasSubjectName, Metrics>;

export const metricOf = (results: CanvasResults, subject: CanvasSubjectName, metric: string): number =>
  results.get(subject)?.[metric] ?? Number.NaN;

interface Row {
  readonly metric: string;
  readonly label: string;
  readonly digits: number;
  /** Its frames a second stand beside it. */
  readonly withFps?: boolean;
}

/** Main-thread ms per frame: what the shares of the peers are asked of. */
export const frameRows: readonly Row[] = [
  { metric: "panWork", label: "pan, work", digits: 1, withFps: true },
  { metric: "dragWork", label: "drag, work", digits: 1, withFps: true },
  { metric: "othersWork", label: "20 moved by others, work", digits: 1, withFps: true },
  { metric: "zoom", label: "zoom 1 → fit → 1", digits: 1, withFps: true },
  { metric: "panFit", label: "pan, fit", digits: 1, withFps: true },
  { metric: "othersFit", label: "20 moved by others, fit", digits: 1, withFps: true },
];
const rows: readonly Row[] = [
  ...frameRows,
  { metric: "usableSeconds", label: "link to usable, s", digits: 2 },
  { metric: "firstCardSeconds", label: "first card visible, s", digits: 2 },
  { metric: "pointerToSeenMs", label: "pointer move → seen, ms", digits: 1 },
  { metric: "slowPanFps", label: "1,000 cards, 4× slower: pan, fps", digits: 0 },
  { metric: "slowDragFps", label: "… drag, fps", digits: 0 },
  { metric: "slowOthersFps", label: "… 20 moved by others, fps", digits: 0 },
  { metric: "heapMb", label: "heap after gc, MB", digits: 1 },
  { metric: "idleFrames", label: "frames in 2 s of rest", digits: 0 },
  { metric: "repaintedByOneChange", label: "things painted by one change", digits: 0 },
  { metric: "cardsInView", label: "cards wholly in view, work", digits: 0 },
];

/** Ours as a multiple of another's: NaN when either is missing. */
export const ratio = (results: CanvasResults, peer: CanvasSubjectName, metric: string): number =>
  metricOf(results, "ours", metric) / metricOf(results, peer, metric);

export function canvasTable(results: CanvasResults): string {
  const measured = canvasSubjectNames.filter((name) => results.has(name));
  const peers = measured.filter((name) => name !== "ours");
  const head = [
    "ms of the main thread per frame (fps)",
    ...measured,
    ...peers.map((name) => `ours ÷ ${name}`),
  ];
  const lines = rows.map(({ metric, label, digits, withFps }) => [
    label,
    ...measured.map((name) => {
      const value = shown(metricOf(results, name, metric), digits);
      return withFps ? `${value} (${shown(metricOf(results, name, `${metric}.fps`), 0)})` : value;
    }),
    ...peers.map((name) => shown(ratio(results, name, metric), 2)),
  ]);
  return textTable(head, lines);
}

/** Every ratio, for the file. */
export function ratiosOf(results: CanvasResults): Record<string, Record<string, number>> {
  return Object.fromEntries(
    rows.map(({ metric }) => [
      metric,
      Object.fromEntries(
        canvasSubjectNames
          .filter((name) => name !== "ours")
          .map((name) => [name, ratio(results, name, metric)]),
      ),
    ]),
  );
}
