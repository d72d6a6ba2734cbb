import { Pacer } from "../load/pacer.ts";
import { newSums, pause, Room } from "../load/room.ts";
import { measure } from "../load/window.ts";
import { cpuTime, residentKb } from "../subjects/process-usage.ts";
import { startSubject } from "../subjects/subject.ts";
import { remarksOn } from "./remarks.ts";
import type { RunPlan, RunResult } from "./scenario.ts";

const roomCount = 300;
const peopleEach = 4;
const hertz = 2;
/** How long after its last work V8 has given back what it keeps for more: in steps, the last some 14 s later. */
const givenBackMs = 20_000;

/** Three hundred groups of four with a card each, each person moving it and pointing twice a second. Ours stores everything; the peers needn't. */
export async function manyRooms({ subject: name, quick, profiles }: RunPlan): Promise<RunResult> {
  await using cleanup = new AsyncDisposableStack();
  const subject = await startSubject(name, { stores: false });
  cleanup.defer(() => subject.close());
  const sums = newSums();
  const rooms: Room[] = [];
  for (let index = 0; index < roomCount; index += 1) {
    // One after the other: the numbers of rooms and people are counted on the way.
    // oxlint-disable-next-line no-await-in-loop
    rooms.push(await Room.prepare(subject, { writers: peopleEach, listeners: 0 }, sums));
  }
  // Making workshops and letting people in over HTTP leaves memory behind that has nothing to do with open rooms.
  await subject.restart();
  const { server } = subject;
  const liveBefore = (await server.ask("collect")).memory;
  const residentBefore = residentKb(server.pid);
  for (const room of rooms) {
    // oxlint-disable-next-line no-await-in-loop
    await room.join(server.port, peopleEach);
    room.writeCards(1);
  }
  const pacer = new Pacer(
    rooms.flatMap((room, index) =>
      room.beats(hertz).map((beat) => ({ ...beat, firstMs: beat.firstMs + (500 * index) / roomCount })),
    ),
  );
  cleanup.defer(() => pacer.stop());
  await pause(quick ? 3_000 : 5_000);
  const busy = await measure(subject, rooms, sums, { ms: quick ? 6_000 : 20_000, graceMs: 1_000, profiles });
  pacer.stop();
  const storingCpu = await cpuUntilQuiet(server.pid);
  const liveAfter = (await server.ask("collect")).memory;
  const residentAfter = residentKb(server.pid);
  await pause(givenBackMs);
  const residentAtRest = residentKb(server.pid);
  for (const room of rooms) room.leave();
  return {
    metrics: {
      // What is stored only afterwards belongs to the same edits.
      cpuPer20s: ((busy.cpuMs / busy.seconds) * 20) / 1_000,
      mainPer20s: ((busy.mainCpuMs / busy.seconds) * 20) / 1_000,
      storingCpu,
      kbPerRoom: (residentAfter - residentBefore) / roomCount,
      restKbPerRoom: (residentAtRest - residentBefore) / roomCount,
      liveKbPerRoom: (liveAfter - liveBefore) / 1_024 / roomCount,
      deliveriesPerSecond: busy.delivered / busy.seconds,
      p99: sums.edits.latency.percentile(0.99),
      missing: busy.missing * 100,
      rss: busy.residentMb,
      generatorBusy: busy.generatorBusy * 100,
    },
    hotSpots: { "300 rooms": busy.hotSpots },
    remarks: remarksOn(sums, busy),
  };
}

/** Waits until the server has had nothing to do for a while; gives the CPU seconds it took until then. */
export async function cpuUntilQuiet(pid: number, quietMs = 3_000): Promise<number> {
  const before = cpuTime(pid).all;
  let last = before;
  let quietSince = performance.now();
  while (performance.now() - quietSince < quietMs) {
    // oxlint-disable-next-line no-await-in-loop
    await pause(250);
    const now = cpuTime(pid).all;
    // Timers of an idle server take a tick now and then.
    if (now - last > 20) quietSince = performance.now();
    last = now;
  }
  return (last - before) / 1_000;
}
