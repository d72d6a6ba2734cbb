import { Pacer } from "../load/pacer.ts";
import { newSums, pause, Room } from "../load/room.ts";
import { measure } from "../load/window.ts";
import { startSubject } from "../subjects/subject.ts";
import { remarksOn } from "./remarks.ts";
import type { RunPlan, RunResult } from "./scenario.ts";

const writers = 30;
const hertz = 10;
/** Five of them write large values, a megabyte a second together: the network's own buffers take some ten before it shows. */
const heavyWriters = 5;
const heavyBytes = 20_000;
const giveUpAfterMs = 20_000;

/** Somebody's phone is in a tunnel: their socket takes nothing while thirty others work. Then it takes everything again. */
export async function slowReader({ subject: name, quick, profiles }: RunPlan): Promise<RunResult> {
  await using cleanup = new AsyncDisposableStack();
  const subject = await startSubject(name, { stores: false });
  cleanup.defer(() => subject.close());
  const { server } = subject;
  const sums = newSums();
  const room = await Room.prepare(subject, { writers, listeners: 1 }, sums);
  await room.join(server.port, 10);
  room.writeCards(20);
  const traffic = (): Pacer => {
    const everyMs = 1_000 / hertz;
    return new Pacer(
      room.writers.map((person, index) => ({
        everyMs,
        firstMs: (everyMs * index) / writers,
        run: () => {
          room.move(person, index < heavyWriters ? heavyBytes : 0);
          room.point(person);
        },
      })),
    );
  };
  let pacer = traffic();
  cleanup.defer(() => pacer.stop());
  /** What the server holds once nothing is under way but what somebody doesn't take. */
  const heldMemory = async (): Promise<number> => {
    pacer.stop();
    await pause(1_000);
    const { memory } = await server.ask("collect");
    pacer = traffic();
    await pause(1_000);
    return memory;
  };
  const reader = room.people.at(-1);
  if (reader === undefined) throw new Error("nobody reads");
  const ms = 20_000;
  await pause(quick ? 3_000 : 5_000);

  const memoryAtFirst = await heldMemory();
  await measure(subject, [room], sums, { ms, graceMs: 0 });
  const p99Before = sums.edits.latency.percentile(0.99);
  const memoryBefore = await heldMemory();

  reader.socket.stopReading();
  const stalled = await measure(subject, [room], sums, { ms, graceMs: 0, profiles });
  const p99During = sums.edits.latency.percentile(0.99);
  const memoryDuring = await heldMemory();

  const due = room.edits.progress();
  const wokeAt = performance.now();
  reader.socket.readOn();
  while (!room.edits.has(reader.index, due) && performance.now() - wokeAt < giveUpAfterMs) {
    // oxlint-disable-next-line no-await-in-loop
    await pause(5);
  }
  const isComplete = room.edits.has(reader.index, due);
  const completeMs = performance.now() - wokeAt;
  pacer.stop();
  room.leave();
  const mb = 1_048_576;
  return {
    metrics: {
      // What it would have grown by anyway: the same time, with everybody reading.
      grewMb: (memoryDuring - memoryBefore - Math.max(0, memoryBefore - memoryAtFirst)) / mb,
      driftMb: (memoryBefore - memoryAtFirst) / mb,
      p99Before,
      p99During,
      p99Ratio: p99During / p99Before,
      completeMs: isComplete ? completeMs : Number.POSITIVE_INFINITY,
      stallSeconds: ms / 1_000,
      rss: stalled.residentMb,
    },
    hotSpots: { stalled: stalled.hotSpots },
    remarks: [
      ...remarksOn(sums, stalled),
      ...(isComplete ? [] : [`the reader wasn't complete ${giveUpAfterMs / 1_000} s after waking`]),
    ],
  };
}
