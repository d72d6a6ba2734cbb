import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { type SeenAs, seenAfter, type SightEvent } from "../geometry/first-sight.ts";
import type { Rect } from "../geometry/rect.ts";
import type { BoardCanvasProps, ViewRequest } from "../props.ts";
import type { Arrangement } from "../scene/sheet.ts";
import type { CanvasClock } from "./clock.ts";
import type { Viewport } from "./viewport.ts";

/** Shows a sheet whole as long as it isn't this person's own (`first-sight.ts` says when), and brings them where they are called. */
export interface Sight {
  /** The view has a size: before that nothing is shown. */
  hasSize: boolean;
  /** This person moved the view: it stays where they put it, and they follow nobody any more. */
  moved(): void;
  /** This person has something in hand, chose or wrote something: it stays under their hand. */
  worked(): void;
  /** The sheet was laid out. */
  laidOut(): void;
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
  readonly arrangement: () => Pick<Arrangement, "bounds" | "items"> | null;
  readonly motion: () => number;
  readonly cameraMoved: () => void;
}

export function createSight(parts: SightParts): Sight {
  const { clock, viewport, props, arrangement, motion, cameraMoved } = parts;
  const seen = new Map<SheetId, SeenAs>();
  let obeyedSerial: number | null = null;
  /** What is to be kept in view while this person doesn't move. */
  let kept: ViewRequest | null = null;

  /** Where all of the sheet lies, once it can be shown. */
  const area = (): Rect | null => (sight.hasSize ? (arrangement()?.bounds ?? null) : null);
  const isEmpty = () => (arrangement()?.items.length ?? 0) === 0;

  function happened(event: SightEvent): void {
    const { sheet } = props();
    const { seenAs, fits } = seenAfter(seen.get(sheet) ?? "unseen", event);
    const all = fits ? area() : null;
    if (fits && !all) return;
    seen.set(sheet, seenAs);
    if (!all) return;
    viewport.fit(all, clock.now(), 0);
    cameraMoved();
  }

  const sight: Sight = {
    hasSize: false,
    moved() {
      kept = null;
      happened({ type: "moved" });
    },
    worked: () => happened({ type: "worked" }),
    laidOut: () => happened({ type: "laid-out", isEmpty: isEmpty() }),
    resized() {
      happened({ type: "resized" });
      const all = area();
      if (!kept || !all) return;
      viewport.obey(kept, all, clock.now(), 0);
      cameraMoved();
    },
    sheetChanged() {
      kept = null;
    },
    step(now) {
      happened({ type: "shown", isEmpty: isEmpty() });
      const { viewRequest: request } = props();
      const all = area();
      if (!request || request.serial === obeyedSerial || !all) return;
      obeyedSerial = request.serial;
      happened({ type: "moved" });
      kept = request.seen ? request : null;
      viewport.obey(request, all, now, motion());
      cameraMoved();
    },
  };
  return sight;
}
