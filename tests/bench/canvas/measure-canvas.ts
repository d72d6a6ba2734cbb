import type { Metrics } from "../statistics/median.ts";
import { median } from "../statistics/median.ts";
import type { OpenCanvas } from "./canvas-subject.ts";
import { Meter, type Stretch } from "./meter.ts";
import { drag, idle, type Lengths, othersMove, pan, zoomOutAndIn } from "./rows.ts";

export const lengths: Lengths = { beats: 120, othersMs: 2_000, idleMs: 2_000 };
/** How much slower the small machine is, and how many cards it shows. */
export const slow = { times: 4, cards: 1_000 } as const;

/** `name`: main-thread ms per frame; `name.fps`: frames a second; `name.process`: ms per frame of the page's whole process. */
function perFrame(name: string, { seconds, cpuMs, processMs, frames }: Stretch): Metrics {
  return {
    [name]: cpuMs / frames,
    [`${name}.fps`]: frames / seconds,
    [`${name}.process`]: processMs / frames,
  };
}

/** All rows of one subject with all its cards. */
export async function measureFull(canvas: OpenCanvas): Promise<Metrics> {
  const meter = await Meter.attach(canvas.page);
  const heapMb = await meter.heapMb();
  const atRestFit = await idle(meter, lengths);
  const panFit = await pan(canvas, meter, lengths);
  await canvas.look("fit");
  const othersFit = await othersMove(canvas, meter, lengths);
  await canvas.look("work");
  const cardsInView = (await canvas.inView()).length;
  // While every card still has its neighbours where they belong.
  const painted = await repainted(canvas);
  const panWork = await pan(canvas, meter, lengths);
  await canvas.look("work");
  const dragWork = await drag(canvas, meter, lengths);
  const othersWork = await othersMove(canvas, meter, lengths);
  const zooming = await zoomOutAndIn(canvas, meter);
  await canvas.look("work");
  return {
    firstCardSeconds: canvas.firstCardMs / 1_000,
    usableSeconds: canvas.usableMs / 1_000,
    heapMb,
    cardsInView,
    idleFrames: atRestFit.frames,
    idleMsPerSecond: atRestFit.cpuMs / atRestFit.seconds,
    ...perFrame("panFit", panFit),
    ...perFrame("othersFit", othersFit),
    ...perFrame("panWork", panWork),
    ...perFrame("dragWork", dragWork),
    ...perFrame("othersWork", othersWork),
    ...perFrame("zoom", zooming),
    pointerToSeenMs: canvas.paintsWithItsEvent ? median(dragWork.seenAfterMs) : Number.NaN,
    ...painted,
  };
}

/** How many things are painted anew when somebody else changes one of those in view. */
async function repainted(canvas: OpenCanvas): Promise<Metrics> {
  const [card] = await canvas.inView();
  const before = await canvas.thingsPainted();
  if (canvas.changeOne === null || before === null || !card) return {};
  await canvas.changeOne(card.index);
  return { repaintedByOneChange: ((await canvas.thingsPainted()) ?? Number.NaN) - before };
}

/** The rows for a slow machine; the canvas has fewer cards. */
export async function measureSlow(canvas: OpenCanvas): Promise<Metrics> {
  const meter = await Meter.attach(canvas.page);
  await canvas.look("work");
  await meter.slowDown(slow.times);
  const fps = ({ frames, seconds }: Stretch): number => frames / seconds;
  const panFps = fps(await pan(canvas, meter, lengths));
  const dragFps = fps(await drag(canvas, meter, lengths));
  const othersFps = fps(await othersMove(canvas, meter, lengths));
  return { slowPanFps: panFps, slowDragFps: dragFps, slowOthersFps: othersFps };
}
