import { Pacer } from "../load/pacer.ts";
import { newSums, pause, Room } from "../load/room.ts";
import { measure, type Stretch } from "../load/window.ts";
import type { HotSpot } from "../subjects/probe-messages.ts";
import { startSubject } from "../subjects/subject.ts";
import type { RunPlan, RunResult } from "./scenario.ts";

const people = 30;
const firstHertz = 20;
const factor = 1.3;
/** A step that fails is tried once more: somebody else's work on the machine isn't the server's end. */
const tries = 2;
const mostHertz = 1_500;
const slowestMs = 250;
const generatorLimit = 0.95;

/**
 * Thirty people drag and point faster and faster, until p99 passes 250 ms, something doesn't arrive, or the load generator can't
 * offer more. The last rate below that counts. Then half as much again, to see how the server behaves past its end.
 */
export async function saturation({ subject: name, quick, profiles }: RunPlan): Promise<RunResult> {
  await using cleanup = new AsyncDisposableStack();
  const subject = await startSubject(name, { stores: false });
  cleanup.defer(() => subject.close());
  const sums = newSums();
  const room = await Room.prepare(subject, { writers: people, listeners: 0 }, sums);
  await room.join(subject.server.port, 10);
  room.writeCards(20);
  await pause(1_000);

  const at = async (hertz: number, ms: number, graceMs: number): Promise<Stretch & { p99: number }> => {
    const pacer = new Pacer(room.beats(hertz));
    try {
      await pause(1_500);
      const stretch = await measure(subject, [room], sums, { ms, graceMs, profiles, asks: false });
      return {
        ...stretch,
        p99: Math.max(sums.edits.latency.percentile(0.99), sums.presence.latency.percentile(0.99)),
      };
    } finally {
      pacer.stop();
    }
  };

  let best: { hertz: number; perSecond: number; p99: number; hotSpots: readonly HotSpot[] } | null = null;
  let hertz = firstHertz;
  let stoppedBy = "";
  for (let failures = 0; stoppedBy === "" && hertz <= mostHertz;) {
    // oxlint-disable-next-line no-await-in-loop
    const step = await at(hertz, quick ? 2_500 : 4_000, 500);
    const perSecond = step.delivered / step.seconds;
    if (step.p99 > slowestMs || step.missing > 0.001) {
      failures += 1;
      if (failures === tries) stoppedBy = "the server";
      continue;
    }
    best = { hertz, perSecond, p99: step.p99, hotSpots: step.hotSpots };
    failures = 0;
    if (step.generatorBusy > generatorLimit) stoppedBy = "the load generator";
    hertz *= factor;
  }
  const closedBefore = sums.closed;
  const past = await at(hertz * 1.5, 3_000, 5_000);
  const editsMissing = room.edits.outcome();
  room.leave();
  return {
    metrics: {
      deliveriesPerSecond: best?.perSecond ?? Number.NaN,
      hertz: best?.hertz ?? Number.NaN,
      p99: best?.p99 ?? Number.NaN,
      pastDeliveriesPerSecond: past.delivered / past.seconds,
      pastP99: past.p99,
      pastEditsMissing: (editsMissing.missing / Math.max(1, editsMissing.expected)) * 100,
      pastClosed: sums.closed - closedBefore,
    },
    hotSpots: { saturated: best?.hotSpots ?? [] },
    remarks: [
      ...(stoppedBy === "the load generator" ? ["stopped by the load generator, not the server"] : []),
      ...(sums.refused > 0 ? [`${sums.refused} edits were refused`] : []),
    ],
  };
}
