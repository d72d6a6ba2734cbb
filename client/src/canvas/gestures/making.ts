import type { Point, Rect } from "../geometry/rect.ts";
import type { Grip } from "../geometry/resize.ts";
import type { ItemKey } from "../scene/item.ts";

/** An end of something being connected: a point (world), and the thing it lies on. */
export interface MakingEnd {
  readonly at: Point;
  readonly on: ItemKey | null;
}

/** What comes into being under the hand, or changes its size. Points in world units. */
export type Making =
  | { readonly kind: "drawing"; readonly points: readonly Point[] }
  | { readonly kind: "erasing"; readonly keys: ReadonlySet<ItemKey> }
  | { readonly kind: "connecting"; readonly from: MakingEnd; readonly to: MakingEnd }
  | { readonly kind: "spanning"; readonly from: Point; readonly area: Rect }
  | {
      readonly kind: "resizing";
      readonly key: ItemKey;
      readonly grip: Grip;
      /** How far (world units) the grip was moved, and what it was moved to. */
      readonly by: Point;
      readonly to: MakingEnd;
      readonly keepsShape: boolean;
    };
