import type { Rect } from "../geometry/rect.ts";
import type { BoardCanvasProps, ViewRequest } from "../props.ts";
import type { CanvasClock } from "./clock.ts";
import type { Viewport } from "./viewport.ts";

/** What of a sheet is shown when nobody has moved the view: all of it, also of what arrives after the canvas. */
export interface Sight {
  /** The view has a size: before that nothing is shown. */
  hasSize: boolean;
  /** Somebody moved the view: it stays where they put it. */
  touched(): void;
  /** The sheet was laid out: `isEmpty` tells the first things from more things. */
  laidOut(isEmpty: boolean): void;
  /** The view was made larger or smaller. */
  resized(): void;
  /** Another sheet is shown. */
  sheetChanged(): void;
  /** One frame: the first sight, and "everyone here". */
  step(now: number): void;
}

export interface SightParts {
  readonly clock: CanvasClock;
  readonly viewport: Viewport;
  readonly props: () => BoardCanvasProps;
  readonly bounds: () => Rect | null;
  readonly motion: () => number;
  readonly moved: () => void;
}

export function createSight({ clock, viewport, props, bounds, motion, moved }: SightParts): Sight {
  let isUntouched = true;
  let wasEmpty = true;
  let obeyedSerial: number | null = null;
  /** What is to be kept in view while this person doesn't move. */
  let kept: ViewRequest | null = null;

  function fitNow(): void {
    const area = bounds();
    if (!sight.hasSize || !area) return;
    viewport.fit(area, clock.now(), 0);
    moved();
  }

  const sight: Sight = {
    hasSize: false,
    touched() {
      isUntouched = false;
      kept = null;
    },
    laidOut(isEmpty) {
      if (isUntouched && wasEmpty && !isEmpty) fitNow();
      wasEmpty = isEmpty;
    },
    resized() {
      if (isUntouched) fitNow();
      const area = bounds();
      if (!kept || !sight.hasSize || !area) return;
      viewport.obey(kept, area, clock.now(), 0);
      moved();
    },
    sheetChanged() {
      kept = null;
      isUntouched = viewport.unseen;
      wasEmpty = true;
    },
    step(now) {
      if (viewport.unseen) fitNow();
      const { viewRequest: request } = props();
      const area = bounds();
      if (!request || request.serial === obeyedSerial || !sight.hasSize || !area) return;
      obeyedSerial = request.serial;
      isUntouched = false;
      kept = request.seen ? request : null;
      viewport.obey(request, area, now, motion());
      moved();
    },
  };
  return sight;
}
