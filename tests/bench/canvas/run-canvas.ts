import { ensureClientBuilt } from "@faelleskort/server/launch/client-build.ts";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "../../kit/chromium.ts";
import { installPeers } from "../peers-installed.ts";
import type { Verdict } from "../report/targets.ts";
import { type Metrics, medianMetrics } from "../statistics/median.ts";
import { canvasGoalTable, judgeCanvas } from "./canvas-goals.ts";
import { canvasReasons } from "./canvas-reasons.ts";
import { type CanvasSubjectName, canvasSubjectNames, type OpenCanvas } from "./canvas-subject.ts";
import { canvasTable, ratiosOf } from "./canvas-table.ts";
import { benchCards } from "./cards.ts";
import { measureFull, measureSlow, slow } from "./measure-canvas.ts";
import { openOurs } from "./our-canvas.ts";
import { openWorkshop } from "./our-workshop.ts";
import { openPeer } from "./peer-canvas.ts";
import { buildPeerPages, type PeerPages, servePeerPages } from "./peer-pages.ts";

const peersFolder = fileURLToPath(new URL("../canvas-peers/", import.meta.url));
const fullCards = 3_000;
/** What a browser, our server and the mouse make by themselves is below it. */
const mostLoad = 4;

export interface CanvasRun {
  readonly subject: CanvasSubjectName;
  readonly round: number;
  readonly metrics: Metrics | null;
  readonly problem: string | null;
}

/** All of it, for the file. */
export interface CanvasReport {
  readonly medians: Readonly<Record<string, Metrics>>;
  readonly ratios: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly verdicts: readonly Verdict[];
  readonly runs: readonly CanvasRun[];
}

const preface = `
Our board beside tldraw and Excalidraw in this machine's Chromium, ${fullCards.toLocaleString("en-GB")} cards, real mouse events through
its protocol. "work" = zoom 1, "fit" = all in view. CPU is the main thread's own clock, frames those the browser drew: the same for all.
Ours is the product: its server, a workshop of cards, four other people who move them over the sync protocol, all of its interface.
`;

/** Opens the three in turn, another one first in each round, and prints medians, ratios and goals. */
export async function runCanvasBench(rounds: number): Promise<CanvasReport> {
  console.log("installing and building the canvas' peers …");
  await ensureChromium();
  await installPeers(peersFolder);
  await buildPeerPages();
  await ensureClientBuilt(console.log);
  console.log(preface);
  const pages = await servePeerPages();
  const runs: CanvasRun[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < canvasSubjectNames.length; turn += 1) {
        const subject = canvasSubjectNames[(round + turn) % canvasSubjectNames.length] ?? "ours";
        const startedAt = performance.now();
        // One at a time: each has the machine to itself.
        // oxlint-disable-next-line no-await-in-loop
        const run = await attempt(subject, round, pages);
        const seconds = Math.round((performance.now() - startedAt) / 1_000);
        const load = loadavg()[0] ?? 0;
        const busy =
          load > mostLoad ? ["the machine had other work: seconds and frames a second say little"] : [];
        const remarks = [...busy, ...(run.problem === null ? [] : [run.problem])];
        console.log(
          `canvas, round ${round + 1} of ${rounds}: ${subject} (${seconds} s, load ${load.toFixed(1)})${remarks.map((text) => `\n  ! ${text}`).join("")}`,
        );
        runs.push(run);
      }
    }
  } finally {
    await pages.close();
  }
  const medians = new Map(
    canvasSubjectNames.flatMap((name): [CanvasSubjectName, Metrics][] => {
      const own = runs.flatMap(({ subject, metrics }) => (subject === name && metrics ? [metrics] : []));
      return own.length > 0 ? [[name, medianMetrics(own)]] : [];
    }),
  );
  const verdicts = judgeCanvas(medians);
  console.log(`\n${canvasTable(medians)}\n\n${canvasGoalTable(verdicts, canvasReasons)}\n`);
  return { medians: Object.fromEntries(medians), ratios: ratiosOf(medians), verdicts, runs };
}

async function attempt(subject: CanvasSubjectName, round: number, pages: PeerPages): Promise<CanvasRun> {
  try {
    const full = await withCanvas(subject, fullCards, pages, measureFull);
    const slower = await withCanvas(subject, slow.cards, pages, measureSlow);
    return { subject, round, metrics: { ...full, ...slower }, problem: null };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { subject, round, metrics: null, problem };
  }
}

async function withCanvas<T>(
  subject: CanvasSubjectName,
  cards: number,
  pages: PeerPages,
  run: (canvas: OpenCanvas) => Promise<T>,
): Promise<T> {
  if (subject !== "ours") return closing(await openPeer(subject, pages.url, { cards }), run);
  const workshop = await openWorkshop(benchCards(cards));
  try {
    return await closing(await openOurs(workshop), run);
  } finally {
    await workshop.close();
  }
}

async function closing<T>(canvas: OpenCanvas, run: (canvas: OpenCanvas) => Promise<T>): Promise<T> {
  try {
    return await run(canvas);
  } finally {
    await canvas.close();
  }
}
