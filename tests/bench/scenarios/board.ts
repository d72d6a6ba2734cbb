import { Pacer } from "../load/pacer.ts";
import { newSums, pause, Room, type Sums } from "../load/room.ts";
import { measure } from "../load/window.ts";
import { startSubject } from "../subjects/subject.ts";
import type { RunPlan, RunResult } from "./scenario.ts";
import { remarksOn } from "./remarks.ts";

const people = 30;
const hertz = 20;

/**
 * Thirty people drag a card each and their cursors move with it, twenty times a second: 34,800 deliveries a second. Then all hold
 * still, and one of them writes now and then.
 */
export async function board({ subject: name, quick, profiles }: RunPlan): Promise<RunResult> {
  await using cleanup = new AsyncDisposableStack();
  const subject = await startSubject(name, { stores: false });
  cleanup.defer(() => subject.close());
  const sums = newSums();
  const room = await Room.prepare(subject, { writers: people, listeners: 0 }, sums);
  await room.join(subject.server.port, 10);
  room.writeCards(20);
  const pacer = new Pacer(room.beats(hertz));
  cleanup.defer(() => pacer.stop());
  await pause(quick ? 2_000 : 4_000);
  const busy = await measure(subject, [room], sums, { ms: quick ? 5_000 : 10_000, graceMs: 1_000, profiles });
  const { latency } = sums.edits;
  const metrics = {
    cpuPerDelivery: (busy.cpuMs * 1_000) / busy.delivered,
    mainPerDelivery: (busy.mainCpuMs * 1_000) / busy.delivered,
    deliveriesPerSecond: busy.delivered / busy.seconds,
    p50: latency.percentile(0.5),
    p99: latency.percentile(0.99),
    presenceP99: sums.presence.latency.percentile(0.99),
    missing: busy.missing * 100,
    delayP99: busy.delayP99,
    rss: busy.residentMb,
    // Hocuspocus' acknowledgements say "applied", not "saved".
    ...(name === "ours"
      ? { savedP50: sums.receipts.percentile(0.5), savedP99: sums.receipts.percentile(0.99) }
      : {}),
    generatorBusy: busy.generatorBusy * 100,
  };
  const remarks = remarksOn(sums, busy);
  pacer.stop();
  await pause(1_000);
  const lone = await loneEdits(room, sums, quick ? 40 : 100);
  room.leave();
  return { metrics: { ...metrics, ...lone }, hotSpots: { "30 people": busy.hotSpots }, remarks };
}

/** One edit at a time in a room that is otherwise still. */
async function loneEdits(room: Room, sums: Sums, count: number): Promise<Record<string, number>> {
  sums.edits.latency.clear();
  room.edits.begin();
  for (let index = 0; index < count; index += 1) {
    const person = room.writers[index % room.writers.length];
    if (person !== undefined) room.move(person);
    // Not in step with any tick.
    // oxlint-disable-next-line no-await-in-loop
    await pause(60 + (index % 7) * 5);
  }
  room.edits.end();
  await pause(200);
  return { loneP50: sums.edits.latency.percentile(0.5), loneP99: sums.edits.latency.percentile(0.99) };
}
