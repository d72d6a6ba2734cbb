import type { CDPSession, Page } from "playwright";
import * as v from "valibot";

/** What the page's main thread did over a stretch of time. */
export interface Stretch {
  readonly seconds: number;
  /** Processor time of the main thread, ms. */
  readonly cpuMs: number;
  /** Processor time of the page's whole process, ms. */
  readonly processMs: number;
  /** Frames the browser drew because something had changed. */
  readonly frames: number;
  /** ms from each pointer event to the screen, as the browser reports it. */
  readonly seenAfterMs: readonly number[];
}

const MetricsSchema = v.object({ metrics: v.array(v.object({ name: v.string(), value: v.number() })) });
const TraceSchema = v.object({ traceEvents: v.array(v.looseObject({ name: v.string() })) });
const DrawnSchema = v.looseObject({ name: v.literal("DrawFrame") });
const LatencySchema = v.looseObject({
  name: v.literal("EventLatency"),
  ph: v.string(),
  ts: v.number(),
  id: v.optional(v.unknown()),
  id2: v.optional(v.unknown()),
  args: v.optional(v.unknown()),
});
type TraceEvent = v.InferOutput<typeof TraceSchema>["traceEvents"][number];

const categories = [
  "disabled-by-default-devtools.timeline.frame",
  "devtools.timeline.frame",
  "input.scrolling",
];

/** Measures a page from outside: the same for every subject. */
export class Meter {
  readonly #page: Page;
  readonly session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.session = session;
  }

  static async attach(page: Page): Promise<Meter> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    return new Meter(page, session);
  }

  async measure(run: () => Promise<void>): Promise<Stretch> {
    const browser = this.#page.context().browser();
    if (!browser) throw new Error("the page has no browser");
    await browser.startTracing(this.#page, { categories });
    const before = await this.#times();
    await run();
    const after = await this.#times();
    const trace = v.parse(TraceSchema, JSON.parse((await browser.stopTracing()).toString("utf8")));
    const events = trace.traceEvents;
    return {
      seconds: after.Timestamp - before.Timestamp,
      cpuMs: (after.ThreadTime - before.ThreadTime) * 1_000,
      processMs: (after.ProcessTime - before.ProcessTime) * 1_000,
      frames: events.filter((event) => v.is(DrawnSchema, event)).length,
      seenAfterMs: pointerLatencies(events),
    };
  }

  /** Processor time that everything takes longer by. */
  async slowDown(times: number): Promise<void> {
    await this.session.send("Emulation.setCPUThrottlingRate", { rate: times });
  }

  /** MB that the page's scripts still hold after everything unneeded is gone. */
  async heapMb(): Promise<number> {
    await this.session.send("HeapProfiler.enable");
    for (let round = 0; round < 3; round += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await this.session.send("HeapProfiler.collectGarbage");
    }
    const { usedSize } = await this.session.send("Runtime.getHeapUsage");
    return usedSize / 1_048_576;
  }

  async #times() {
    const { metrics } = v.parse(MetricsSchema, await this.session.send("Performance.getMetrics"));
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      Timestamp: value("Timestamp"),
      ThreadTime: value("ThreadTime"),
      ProcessTime: value("ProcessTime"),
    };
  }
}

/** From begin to end of what the browser calls an event's latency: from the hand to the screen. */
function pointerLatencies(events: readonly TraceEvent[]): number[] {
  const begun = new Map<string, number>();
  const found: number[] = [];
  for (const event of events) {
    if (!v.is(LatencySchema, event)) continue;
    const { ph, ts, id, id2, args } = event;
    const key = JSON.stringify(id2 ?? id);
    if (ph === "b" && /MOUSE_(?:MOVED|DRAGGED)/.test(JSON.stringify(args))) begun.set(key, ts);
    const start = begun.get(key);
    if (ph !== "e" || start === undefined) continue;
    begun.delete(key);
    found.push((ts - start) / 1_000);
  }
  return found;
}
