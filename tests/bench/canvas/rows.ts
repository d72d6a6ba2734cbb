import { centreOf, type Point, type Rect } from "@faelleskort/client/canvas/geometry/rect.ts";
import type { OpenCanvas } from "./canvas-subject.ts";
import { Mouse, pause } from "./hand.ts";
import type { Meter, Stretch } from "./meter.ts";

/** Frames' worth of events in one stretch: so many seconds at 60 a second. */
export interface Lengths {
  readonly beats: number;
  readonly othersMs: number;
  readonly idleMs: number;
}

/** There and back, never far: what is panned over stays full of cards. */
const panBy =
  (beats: number) =>
  (beat: number): Point | null => {
    if (beat >= beats) return null;
    const sign = Math.floor(beat / 40) % 2 === 0 ? 1 : -1;
    return { x: 14 * sign, y: 9 * sign };
  };

export async function pan(canvas: OpenCanvas, meter: Meter, { beats }: Lengths): Promise<Stretch> {
  const mouse = new Mouse(meter.session);
  return meter.measure(() => mouse.wheel(centreOf(canvas.paper), false, panBy(beats)));
}

/** A card near the middle in a hand that goes in rounds. */
export async function drag(canvas: OpenCanvas, meter: Meter, { beats }: Lengths): Promise<Stretch> {
  const mouse = new Mouse(meter.session);
  const from = await nearMiddle(canvas);
  const round = (beat: number): Point => {
    const angle = beat / 12;
    return { x: from.x + 180 * Math.sin(angle), y: from.y + 120 * (1 - Math.cos(angle)) };
  };
  await mouse.move((beat) => (beat < 3 ? from : null), false);
  await mouse.button(from, "mousePressed");
  await mouse.move((beat) => (beat < 8 ? round(beat / 2) : null), true);
  const stretch = await meter.measure(() =>
    mouse.move((beat) => (beat < beats ? round(beat + 4) : null), true),
  );
  await mouse.button(round(beats + 4), "mouseReleased");
  await pause(700);
  return stretch;
}

/** Out until all is seen, and back in. */
export async function zoomOutAndIn(canvas: OpenCanvas, meter: Meter): Promise<Stretch> {
  const mouse = new Mouse(meter.session);
  const at = centreOf(canvas.paper);
  const steps = 46;
  const wheel = (sign: 1 | -1) =>
    mouse.wheel(at, true, (beat) => (beat < steps ? { x: 0, y: sign * canvas.zoomStep } : null));
  const stretch = await meter.measure(async () => {
    await wheel(1);
    await wheel(-1);
  });
  await pause(700);
  return stretch;
}

export async function othersMove(canvas: OpenCanvas, meter: Meter, { othersMs }: Lengths): Promise<Stretch> {
  const chosen = nearestTo(centreOf(canvas.paper), await canvas.inView()).slice(0, 20);
  const stop = await canvas.moveOthers(chosen.map(({ index }) => index));
  await pause(300);
  const stretch = await meter.measure(() => pause(othersMs));
  await stop();
  await pause(300);
  return stretch;
}

export const idle = (meter: Meter, { idleMs }: Lengths): Promise<Stretch> =>
  meter.measure(() => pause(idleMs));

async function nearMiddle(canvas: OpenCanvas): Promise<Point> {
  const [nearest] = nearestTo(centreOf(canvas.paper), await canvas.inView());
  if (!nearest) throw new Error("no card is in view");
  // Not its very middle: one of the peers has a handle there.
  return { x: Math.round(nearest.x + nearest.width * 0.3), y: Math.round(nearest.y + nearest.height * 0.8) };
}

function nearestTo<T extends Rect>(point: Point, cards: readonly T[]): T[] {
  const far = (card: T): number => {
    const { x, y } = centreOf(card);
    return Math.hypot(x - point.x, y - point.y);
  };
  return cards.toSorted((a, b) => far(a) - far(b));
}
