import { Pacer } from "../load/pacer.ts";
import { newSums, pause, Room } from "../load/room.ts";
import { measure } from "../load/window.ts";
import { cpuTime } from "../subjects/process-usage.ts";
import { startSubject } from "../subjects/subject.ts";
import { remarksOn } from "./remarks.ts";
import type { RunPlan, RunResult } from "./scenario.ts";

const editors = 5;
const hertz = 20;

/**
 * A crowd listens to five people who write twenty times a second each. Everybody, the crowd too, announces themselves once on coming,
 * as y-websocket's client does; they don't move a cursor after that.
 */
export async function crowd(
  listeners: number,
  { subject: name, quick, profiles }: RunPlan,
): Promise<RunResult> {
  await using cleanup = new AsyncDisposableStack();
  const subject = await startSubject(name, { stores: false });
  cleanup.defer(() => subject.close());
  const sums = newSums();
  const room = await Room.prepare(subject, { writers: editors, listeners }, sums);
  const { server } = subject;
  const startedAt = performance.now();
  const cpuBefore = cpuTime(server.pid).all;
  if (profiles) await server.ask("profile");
  await room.join(server.port, 50);
  const joinedSeconds = (performance.now() - startedAt) / 1_000;
  const joinCpu = (cpuTime(server.pid).all - cpuBefore) / 1_000;
  const joining = profiles ? (await server.ask("profile-end")).hotSpots : [];
  room.writeCards(20);
  // Let everybody's arrival reach everybody.
  await pause(quick ? 2_000 : 4_000);
  const pacer = new Pacer(room.beats(hertz, false));
  cleanup.defer(() => pacer.stop());
  await pause(quick ? 1_000 : 2_000);
  const busy = await measure(subject, [room], sums, { ms: quick ? 5_000 : 10_000, graceMs: 2_000, profiles });
  pacer.stop();
  room.leave();
  const { latency } = sums.edits;
  return {
    metrics: {
      joinedSeconds,
      joinCpu,
      cpuPerDelivery: (busy.cpuMs * 1_000) / busy.delivered,
      mainPerDelivery: (busy.mainCpuMs * 1_000) / busy.delivered,
      deliveriesPerSecond: busy.delivered / busy.seconds,
      p50: latency.percentile(0.5),
      p99: latency.percentile(0.99),
      missing: busy.missing * 100,
      rss: busy.residentMb,
      generatorBusy: busy.generatorBusy * 100,
    },
    hotSpots: { joining, listening: busy.hotSpots },
    remarks: remarksOn(sums, busy),
  };
}
