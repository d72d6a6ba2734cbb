import { performance } from "node:perf_hooks";
import { cpuTime, residentKb } from "../subjects/process-usage.ts";
import type { HotSpot } from "../subjects/probe-messages.ts";
import type { Subject } from "../subjects/subject.ts";
import { pause, type Room, type Sums } from "./room.ts";

/** What a measured stretch of time cost the server, and what it brought the people. */
export interface Stretch {
  readonly seconds: number;
  /** Of edits and presence together, within the stretch. */
  readonly delivered: number;
  /** CPU time in ms: of all threads, and of the main one. */
  readonly cpuMs: number;
  readonly mainCpuMs: number;
  readonly residentMb: number;
  /** p99 of the server's event loop delay, in ms. */
  readonly delayP99: number;
  /** Share of the stretch in which the load generator was busy, 0…1. */
  readonly generatorBusy: number;
  /** Of what was sent in the stretch, the share that hasn't arrived `graceMs` after it. */
  readonly missing: number;
  /** On the server's main thread, when it was asked for. */
  readonly hotSpots: readonly HotSpot[];
}

export interface Stretching {
  readonly ms: number;
  /** How long afterwards what was sent may still arrive. */
  readonly graceMs: number;
  readonly profiles?: boolean;
  /** Whether the server is asked for its event loop's delay: one that is flooded answers late. */
  readonly asks?: boolean;
}

/** Measures `ms` of whatever is going on. Latencies and receipts are left in `sums`. */
export async function measure(
  subject: Subject,
  rooms: readonly Room[],
  sums: Sums,
  { ms, graceMs, profiles = false, asks = true }: Stretching,
): Promise<Stretch> {
  const { server } = subject;
  const counts = rooms.flatMap(({ edits, presence }) => [edits, presence]);
  for (const histogram of [sums.edits.latency, sums.presence.latency, sums.receipts]) histogram.clear();
  if (asks) await server.ask("begin");
  if (profiles) await server.ask("profile");
  const deliveredBefore = sums.edits.delivered + sums.presence.delivered;
  const cpuBefore = cpuTime(server.pid);
  const busyBefore = performance.eventLoopUtilization();
  const startedAt = performance.now();
  for (const count of counts) count.begin();
  sums.isTiming = true;
  await pause(ms);
  for (const count of counts) count.end();
  sums.isTiming = false;
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpuAfter = cpuTime(server.pid);
  const generatorBusy = performance.eventLoopUtilization(busyBefore).utilization;
  const delivered = sums.edits.delivered + sums.presence.delivered - deliveredBefore;
  const delayP99 = asks ? (await server.ask("read")).delayP99 : Number.NaN;
  const hotSpots = profiles ? (await server.ask("profile-end")).hotSpots : [];
  const residentMb = residentKb(server.pid) / 1_024;
  await pause(graceMs);
  const outcomes = counts.map((count) => count.outcome());
  const expected = outcomes.reduce((sum, outcome) => sum + outcome.expected, 0);
  const missing = outcomes.reduce((sum, outcome) => sum + outcome.missing, 0);
  return {
    seconds,
    delivered,
    cpuMs: cpuAfter.all - cpuBefore.all,
    mainCpuMs: cpuAfter.main - cpuBefore.main,
    residentMb,
    delayP99,
    generatorBusy,
    missing: expected === 0 ? 0 : missing / expected,
    hotSpots,
  };
}
