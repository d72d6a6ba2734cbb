import type { BoardCanvasProps, CanvasPile, CanvasPoint, CanvasView } from "../props.ts";
import type { CanvasClock } from "./clock.ts";
import type { Hand } from "./held.ts";
import { createThrottle } from "./throttle.ts";

/** ms between two presences, and between two views told. */
const pace = { presence: 50, view: 100 } as const;
/** Things named in one presence: `protocol/presence.ts`. */
const mostDragged = 60;

/** Tells the page, and through it the others, what I do: never more often than they can use. */
export interface Telling {
  presence(pointer: CanvasPoint | null): void;
  view(view: CanvasView, byHand: boolean): void;
  /** The same as before isn't told again. */
  pile(pile: CanvasPile | null): void;
  /** Says that I am gone, and nothing more. */
  close(): void;
}

export function createTelling(clock: CanvasClock, hand: Hand, props: () => BoardCanvasProps): Telling {
  let movedByHand = false;
  let told: CanvasPile | null = null;
  const presences = createThrottle<CanvasPoint | null>(clock, pace.presence, (cursor) => {
    const { readOnly, onPresence } = props();
    if (readOnly) return;
    const held = hand.isCopying ? [] : [...hand.held.values()];
    const items = held.flatMap(({ item, at, lifted }) =>
      lifted ? [{ ref: item.ref, x: at.x, y: at.y }] : [],
    );
    onPresence({ cursor, drag: items.length > 0 ? { items: items.slice(0, mostDragged) } : null });
  });
  const views = createThrottle<CanvasView>(clock, pace.view, (view) => {
    const byHand = movedByHand;
    movedByHand = false;
    props().onView?.(view, byHand);
  });
  return {
    presence: (pointer) => presences.push(pointer),
    view(view, byHand) {
      movedByHand ||= byHand;
      views.push(view);
    },
    pile(pile) {
      const isSame =
        pile?.field === told?.field && pile?.count === told?.count && pile?.isOpen === told?.isOpen;
      told = pile;
      if (!isSame) props().onPile?.(pile);
    },
    close() {
      presences.push(null);
      presences.flush();
      presences.close();
      views.close();
    },
  };
}
