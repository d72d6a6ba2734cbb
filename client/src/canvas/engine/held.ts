import type { ViewSize } from "../geometry/camera.ts";
import { boundsOf, type Point, type Rect } from "../geometry/rect.ts";
import type { ItemKey, RecordItem } from "../scene/item.ts";
import type { Moved } from "../scene/sheet.ts";

/** How long (ms) a dropped thing is shown where it was dropped while the board has not said so yet. */
const patience = 600;

/** A thing shown elsewhere than where it lies. */
export interface Held {
  /** As it was when it was taken: tells when the board has answered. */
  readonly item: RecordItem;
  readonly at: Point;
  /** In the hand, or let go and not yet confirmed. */
  readonly lifted: boolean;
  readonly until: number;
}

/** What I have in my hand, and what I just let go. */
export interface Hand {
  readonly isHolding: boolean;
  readonly held: ReadonlyMap<ItemKey, Held>;
  /** Copies are to be made of what is held: what lies there stays. */
  readonly isCopying: boolean;
  /** What is in the hand, as it lay; null when it is empty. */
  readonly area: Rect | null;
  isLifted(key: ItemKey): boolean;
  /** The first is the one pressed. */
  lift(
    items: readonly RecordItem[],
    shownAt: (key: ItemKey) => Point | null,
    copies: boolean,
    /** Where they were taken hold of. */
    grab: Point,
  ): void;
  carry(by: Point): void;
  /** Lets go: what was moved where. */
  drop(by: Point, now: number): Moved[];
  putBack(): void;
  /** What was let go lies where it lay: the drop meant nothing there. */
  forget(): void;
  /** Forgets what the board has answered for, or not in time; true when something was forgotten. */
  settle(find: (key: ItemKey) => RecordItem | undefined, now: number): boolean;
  /** Whether something waits for the board's answer. */
  readonly isSettling: boolean;
}

export function createHand(): Hand {
  const held = new Map<ItemKey, Held>();
  /** What is in the hand, and where it lay when it was taken. */
  const lifted = new Map<ItemKey, { item: RecordItem; origin: Point }>();
  let isCopying = false;
  let hold: Point = { x: 0, y: 0 };
  let carried: Point = { x: 0, y: 0 };

  const moveAll = (by: Point, isLifted: boolean, until: number) => {
    carried = by;
    for (const [key, { item, origin }] of lifted) {
      held.set(key, { item, at: { x: origin.x + by.x, y: origin.y + by.y }, lifted: isLifted, until });
    }
  };

  return {
    get isHolding() {
      return lifted.size > 0;
    },
    held,
    get isSettling() {
      return held.size > lifted.size;
    },
    get isCopying() {
      return isCopying && lifted.size > 0;
    },
    get area() {
      return boundsOf(
        [...lifted.values()].map(({ item, origin }) => ({ ...item.rect, x: origin.x, y: origin.y })),
      );
    },
    isLifted: (key) => lifted.has(key),
    lift(items, shownAt, copies, grab) {
      isCopying = copies;
      hold = grab;
      for (const item of items) lifted.set(item.key, { item, origin: shownAt(item.key) ?? item.rect });
      moveAll({ x: 0, y: 0 }, true, Infinity);
    },
    carry: (by) => moveAll(by, true, Infinity),
    drop(by, now) {
      moveAll(by, false, now + patience);
      const moved = [...lifted].map(([key, { item, origin }]) => ({ item, to: held.get(key)?.at ?? origin }));
      lifted.clear();
      return moved;
    },
    putBack() {
      for (const key of lifted.keys()) held.delete(key);
      lifted.clear();
    },
    forget() {
      for (const key of held.keys()) if (!lifted.has(key)) held.delete(key);
    },
    settle(find, now) {
      let changed = false;
      for (const [key, thing] of held) {
        const current = find(key);
        const inHand = lifted.get(key);
        if (current && inHand) {
          // Somebody changed it meanwhile: it stays in my hand, with its new face.
          if (current === thing.item) continue;
          const origin = heldBy(hold, inHand.origin, inHand.item.rect, current.rect);
          lifted.set(key, { item: current, origin });
          held.set(key, {
            ...thing,
            item: current,
            at: { x: origin.x + carried.x, y: origin.y + carried.y },
          });
          continue;
        }
        if (current === thing.item && now < thing.until) continue;
        held.delete(key);
        lifted.delete(key);
        changed = true;
      }
      return changed;
    },
  };
}

/** The corner of a thing that became larger or smaller in the hand: where it is held it stays. */
function heldBy(hold: Point, origin: Point, before: ViewSize, now: ViewSize): Point {
  return {
    x: hold.x - ((hold.x - origin.x) * now.width) / before.width,
    y: hold.y - ((hold.y - origin.y) * now.height) / before.height,
  };
}
