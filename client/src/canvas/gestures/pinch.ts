import type { Point } from "../geometry/rect.ts";
import type { Finger, GestureState, GestureStep, PointerSample } from "./gesture.ts";

const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const distanceOf = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Two fingers: their middle pans, their distance zooms at the middle. */
export function pinch(
  state: Extract<GestureState, { kind: "pinching" }>,
  { pointer, screen }: PointerSample,
): GestureStep {
  const moved = (finger: Finger): Finger => (finger.pointer === pointer ? { pointer, screen } : finger);
  const next = { ...state, first: moved(state.first), second: moved(state.second) };
  const before = middleOf(state.first.screen, state.second.screen);
  const middle = middleOf(next.first.screen, next.second.screen);
  // Fingers on the same spot would zoom without bounds.
  const from = Math.max(20, distanceOf(state.first.screen, state.second.screen));
  const to = Math.max(20, distanceOf(next.first.screen, next.second.screen));
  return {
    state: next,
    effects: [
      { type: "pan", dx: middle.x - before.x, dy: middle.y - before.y },
      { type: "zoom", at: middle, factor: to / from },
    ],
  };
}
