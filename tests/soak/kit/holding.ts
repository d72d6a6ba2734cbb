import type { CDPSession, Page } from "playwright";
import * as v from "valibot";

/** What a page holds on to, after everything unneeded is gone. */
export interface Holding {
  /** MB of its scripts, and of these what isn't the scripts themselves: the longer a page runs, the more of them are compiled. */
  readonly heapMb: number;
  readonly dataMb: number;
  /** Nodes that are on the page, and nodes that are on none and kept all the same. */
  readonly nodes: number;
  readonly detached: number;
  readonly listeners: number;
}

const CountersSchema = v.object({ nodes: v.number(), jsEventListeners: v.number() });
const HeapSchema = v.object({ usedSize: v.number() });

/** Has the browser collect what nobody holds, and counts the rest. */
export async function holdingOf(page: Page): Promise<Holding> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let round = 0; round < 4; round += 1) {
    // What a collected thing held is free only for the next collection.
    // oxlint-disable-next-line no-await-in-loop
    await session.send("HeapProfiler.collectGarbage");
    // oxlint-disable-next-line no-await-in-loop
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  const { usedSize } = v.parse(HeapSchema, await session.send("Runtime.getHeapUsage"));
  const counters = v.parse(CountersSchema, await session.send("Memory.getDOMCounters"));
  const nodes = await page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 1;
    while (walker.nextNode()) count += 1;
    return count;
  });
  const dataMb = (await dataIn(session)) / 1_048_576;
  await session.detach();
  return {
    heapMb: usedSize / 1_048_576,
    dataMb,
    nodes,
    detached: counters.nodes - nodes,
    listeners: counters.jsEventListeners,
  };
}

/** Part of a fresh page's data by which a long day's may be larger. */
const mostGrowth = 0.1;
/** What a page's state at the moment makes of it: a message that fades, a button more. None of it may grow with the day. */
const slack = { detached: 20, listeners: 4 } as const;

/** In what a page holds more after a long day than the same page with the same board just opened; nothing when it doesn't. */
export function leaksOf(after: Holding, fresh: Holding): string[] {
  const found: string[] = [];
  const more = after.dataMb / fresh.dataMb - 1;
  if (more > mostGrowth) {
    const [long, just] = [after, fresh].map(({ dataMb }) => dataMb.toFixed(1));
    found.push(`heap: ${long} MB of data instead of ${just} (+${(more * 100).toFixed(0)} %)`);
  }
  if (after.detached > fresh.detached + slack.detached) {
    found.push(`nodes on no page: ${after.detached} instead of ${fresh.detached}`);
  }
  if (after.listeners > fresh.listeners + slack.listeners) {
    found.push(`listeners: ${after.listeners} instead of ${fresh.listeners}`);
  }
  return found;
}

export const told = ({ heapMb, dataMb, nodes, detached, listeners }: Holding): string =>
  `${heapMb.toFixed(1)} MB, ${dataMb.toFixed(1)} of it data, ${nodes} nodes and ${detached} detached, ${listeners} listeners`;

const SnapshotSchema = v.object({
  snapshot: v.object({
    meta: v.object({ node_fields: v.array(v.string()), node_types: v.array(v.unknown()) }),
  }),
  nodes: v.array(v.number()),
});
/** Not on the scripts' heap, or the scripts themselves. */
const noData: ReadonlySet<unknown> = new Set(["code", "native", "synthetic"]);

/** Bytes of what scripts hold, by a picture of the whole heap. */
async function dataIn(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  const { snapshot, nodes } = v.parse(SnapshotSchema, JSON.parse(chunks.join("")));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  const names = v.parse(v.array(v.string()), types[type]);
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (!noData.has(names[nodes[at + type] ?? -1])) bytes += nodes[at + size] ?? 0;
  }
  return bytes;
}
