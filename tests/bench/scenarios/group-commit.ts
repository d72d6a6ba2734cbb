import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { openSqliteStore } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import type { Store } from "@faelleskort/server/workshops/ports.ts";
import { programmeId, type WorkshopId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { Histogram } from "../statistics/histogram.ts";
import type { RunPlan, RunResult } from "./scenario.ts";

const rooms = 30;
const updateBytes = 64;
/** Appends a room has under way at once: a turn's edits each, while the last ones are being synced. */
const underWay = 4;

/**
 * Thirty rooms append to our store through its port, each append one edit or ten, in this process on one core: every edit
 * is committed and synced before it counts. And one at a time, which is what the disk alone costs.
 */
export async function groupCommit({ quick }: RunPlan): Promise<RunResult> {
  await using cleanup = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), "bench-store-"));
  cleanup.defer(() => rm(directory, { recursive: true, force: true }));
  const opened = await openSqliteStore(directory);
  if (!opened.ok) throw opened.error;
  const store = opened.value;
  cleanup.defer(() => store.close());
  const ids = await Promise.all(Array.from({ length: rooms }, (_, index) => addWorkshop(store, index)));
  const seqs = new Map(ids.map((id) => [id, 0]));
  const ms = quick ? 2_000 : 5_000;
  const one = await append(store, ids.slice(0, 1), seqs, { perAppend: 1, atOnce: 1, ms });
  const single = await append(store, ids, seqs, { perAppend: 1, atOnce: underWay, ms });
  const tens = await append(store, ids, seqs, { perAppend: 10, atOnce: underWay, ms });
  return {
    metrics: {
      oneByOne: one.perSecond,
      oneByOneP50: one.latency.percentile(0.5),
      editsPerSecond: single.perSecond,
      savedP50: single.latency.percentile(0.5),
      savedP99: single.latency.percentile(0.99),
      loopDelayP99: single.delayP99,
      tensPerSecond: tens.perSecond,
      tensP99: tens.latency.percentile(0.99),
    },
    hotSpots: {},
    remarks: [],
  };
}

async function addWorkshop(store: Store, index: number): Promise<WorkshopId> {
  const id = workshopId(`bench-${index}-workshop`);
  await store.createWorkshop({
    id,
    programme: { type: "new", id: programmeId(`bench-${index}-programme`) },
    title: "Bench",
    area: "",
    template: "round-1",
    locale: "da",
    createdAt: 1,
    invites: [],
    snapshots: { board: Uint8Array.of(0, 0), stage: Uint8Array.of(0, 0) },
  });
  return id;
}

interface Load {
  readonly perAppend: number;
  readonly atOnce: number;
  readonly ms: number;
}

/** Appends for the given time: each of the rooms' lines hands over its next when its last is on disk. */
async function append(
  store: Store,
  ids: readonly WorkshopId[],
  seqs: Map<WorkshopId, number>,
  { perAppend, atOnce, ms }: Load,
): Promise<{ perSecond: number; latency: Histogram; delayP99: number }> {
  const latency = new Histogram();
  const resolution = 10;
  const delay = monitorEventLoopDelay({ resolution });
  const updates = Array.from({ length: perAppend }, () => new Uint8Array(updateBytes).fill(7));
  let edits = 0;
  const until = performance.now() + ms;
  const line = async (id: WorkshopId): Promise<void> => {
    while (performance.now() < until) {
      const after = seqs.get(id) ?? 0;
      seqs.set(id, after + perAppend);
      const startedAt = performance.now();
      // oxlint-disable-next-line no-await-in-loop
      await store.append(id, "board", () => ({ after, updates, claims: [] }));
      latency.record(performance.now() - startedAt);
      edits += perAppend;
    }
  };
  delay.enable();
  const startedAt = performance.now();
  const lines = ids.flatMap((id) => Array.from({ length: atOnce }, () => line(id)));
  await Promise.all(lines);
  delay.disable();
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    perSecond: edits / seconds,
    latency,
    delayP99: Math.max(0, delay.percentile(99) / 1e6 - resolution),
  };
}
