import { visibleWorld } from "../geometry/camera.ts";
import type { FanRoom } from "../geometry/fan.ts";
import { type Point, type Rect, sameRect } from "../geometry/rect.ts";
import type { CanvasPile } from "../props.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Scene } from "../scene/scene.ts";
import type { Selection } from "./selection.ts";
import type { Viewport } from "./viewport.ts";

export type Fan = FanRoom & { readonly pile: ItemKey };

/** Which pile is fanned out. A matter of this screen alone: nothing of it is written down. */
export interface Fanning {
  readonly fan: Fan | null;
  open(pile: ItemKey): void;
  /** Somebody else's screen is followed. */
  show(pile: ItemKey | null): void;
  fold(): void;
  /** Somebody pressed a pile at a point (world): it is fanned out, and by its bar folded up again. */
  press(pile: ItemKey, at: Point): void;
  readonly isFanned: (key: ItemKey) => boolean;
  /** Something of it is in the hand, and the sheet must be seen to lay it down. */
  putAside(keys: readonly ItemKey[]): void;
  /** The hand is empty: fanned out again if all that was in it is in the pile still. */
  takeUp(keys: readonly ItemKey[]): void;
  /** The view was moved, not by hand: what is fanned out stays in view. */
  keepInView(): void;
  /** The sheet was laid out: the pile may be none any more. */
  laidOut(): void;
  /** The pile to speak of: fanned out, or else selected alone. */
  told(selection: Selection): CanvasPile | null;
}

export interface FanningParts {
  readonly viewport: Viewport;
  readonly scene: () => Scene;
  /** The sheet must be laid out anew. */
  readonly changed: () => void;
}

/** Screen px that stay free round what is fanned out; what is said of it stands at the foot. */
const margin = { side: 10, foot: 70 } as const;

export function createFanning({ viewport, scene, changed }: FanningParts): Fanning {
  let fan: Fan | null = null;
  let aside: ItemKey | null = null;
  /** What was put aside waits for the sheet to say what became of what was in the hand. */
  let back: { readonly pile: ItemKey; readonly keys: readonly ItemKey[] } | null = null;
  const set = (next: Fan | null): void => {
    if (next === fan) return;
    fan = next;
    changed();
  };
  const open = (pile: ItemKey): void => set({ pile, ...roomIn(viewport) });
  const pileOf = (key: ItemKey) => scene().arrangement?.piles?.pileOf.get(key);

  const fanning: Fanning = {
    get fan() {
      return fan;
    },
    open,
    show: (pile) => (pile === null ? set(null) : open(pile)),
    fold: () => set(null),
    press(key, at) {
      const pile = scene().pile(key);
      if (!pile) return;
      if (pile.head === null) open(key);
      else if (at.y <= pile.rect.y + pile.head) set(null);
    },
    isFanned: (key) => fan !== null && pileOf(key) === fan.pile,
    putAside(keys) {
      if (!fan || !keys.some(fanning.isFanned)) return;
      aside = fan.pile;
      set(null);
    },
    takeUp(keys) {
      if (aside === null) return;
      back = { pile: aside, keys };
      aside = null;
      changed();
    },
    keepInView() {
      if (!fan || viewport.isMoving) return;
      const { area, zoom } = roomIn(viewport);
      if (!sameRect(area, fan.area) || zoom !== fan.zoom) open(fan.pile);
    },
    laidOut() {
      if (fan && !scene().pile(fan.pile)) fan = null;
      const waiting = back;
      back = null;
      if (waiting?.keys.every((key) => pileOf(key) === waiting.pile)) open(waiting.pile);
    },
    told({ keys }) {
      const [only, another] = keys;
      const pile = scene().pile(fan?.pile ?? (another === undefined ? (only ?? "") : ""));
      return pile ? { field: pile.field, count: pile.count, isOpen: pile.head !== null } : null;
    },
  };
  return fanning;
}

function roomIn({ camera, size }: Viewport): { readonly area: Rect; readonly zoom: number } {
  const { zoom } = camera;
  const { x, y, width, height } = visibleWorld(camera, size);
  const side = margin.side / zoom;
  const area = {
    x: x + side,
    y: y + side,
    width: Math.max(0, width - 2 * side),
    height: Math.max(0, height - side - margin.foot / zoom),
  };
  return { area, zoom };
}
