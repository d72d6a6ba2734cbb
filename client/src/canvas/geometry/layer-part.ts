import type { ViewSize } from "./camera.ts";
import { covers, overlaps, type Rect } from "./rect.ts";

/** Device px: a canvas is moved and measured in such steps, so that what moves a little stays on the canvas it has. */
const step = 64;
/** A canvas that is more than so many times too large is given up for a smaller one. */
const mostWaste = 3;

/**
 * The part of the view that a layer's canvas must cover to show what is `needed`; both in CSS px from the view's corner. The browser
 * hands every canvas to the screen as it is, bare or not: one card in the hand isn't worth a canvas of the whole view. The part lies on
 * whole device px; it is the one from before while that will do. null: nothing of it is in view.
 */
export function layerPart(
  needed: Rect | null,
  view: ViewSize,
  ratio: number,
  before: Rect | null,
): Rect | null {
  const whole = { x: 0, y: 0, ...view };
  if (!needed || !overlaps(needed, whole)) return null;
  const seen = within(needed, view);
  const part = onSteps(seen, ratio);
  const isKept = before !== null && covers(before, seen) && areaOf(before) <= mostWaste * areaOf(part);
  return isKept ? before : part;
}

function within({ x, y, width, height }: Rect, view: ViewSize): Rect {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  return {
    x: left,
    y: top,
    width: Math.min(view.width, x + width) - left,
    height: Math.min(view.height, y + height) - top,
  };
}

/** One step more than it takes: it may begin anywhere within the first. */
function onSteps({ x, y, width, height }: Rect, ratio: number): Rect {
  return {
    x: floored(x, ratio),
    y: floored(y, ratio),
    width: stepsFor(width, ratio),
    height: stepsFor(height, ratio),
  };
}

const floored = (at: number, ratio: number): number => (Math.floor((at * ratio) / step) * step) / ratio;
const stepsFor = (length: number, ratio: number): number =>
  ((Math.ceil((length * ratio) / step) + 1) * step) / ratio;
const areaOf = ({ width, height }: Rect): number => width * height;
