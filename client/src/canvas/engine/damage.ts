import type { Rect } from "../geometry/rect.ts";
import type { Damage } from "../scene/scene.ts";

/** Undermost first: what rests, what I do, what others do. */
export const layers = ["rest", "hand", "peers"] as const;
export type LayerName = (typeof layers)[number];
/** The layers whose canvas is only as large as what is on them. */
export type BusyLayer = Exclude<LayerName, "rest">;

/** What has to be painted at the next frame. */
export interface DamageBook {
  all(): void;
  /** The view moved: what is painted can be pushed along if the zoom stayed. */
  moved(): void;
  rest(damage: Damage): void;
  hand(): void;
  peers(): void;
  /** What to paint now; forgets it. null = nothing on that layer. */
  take(): {
    readonly rest: Damage | null;
    readonly moved: boolean;
    readonly hand: boolean;
    readonly peers: boolean;
  };
}

export function createDamageBook(): DamageBook {
  let rest: "all" | Rect[] = "all";
  let moved = true;
  let hand = true;
  let peers = true;
  return {
    all() {
      rest = "all";
      hand = true;
      peers = true;
    },
    moved() {
      moved = true;
      hand = true;
      peers = true;
    },
    rest(damage) {
      if (damage === "all") rest = "all";
      else if (rest !== "all") rest.push(...damage);
    },
    hand: () => void (hand = true),
    peers: () => void (peers = true),
    take() {
      const taken = { rest: rest === "all" || rest.length > 0 ? rest : null, moved, hand, peers };
      rest = [];
      moved = false;
      hand = false;
      peers = false;
      return taken;
    },
  };
}
