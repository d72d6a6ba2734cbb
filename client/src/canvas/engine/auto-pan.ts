import { toWorld } from "../geometry/camera.ts";
import { edgePull } from "../geometry/edge-pull.ts";
import type { GestureState } from "../gestures/gesture.ts";
import type { Desk } from "./desk.ts";

/** While something is dragged, or an area chosen, near the edge, the paper comes along. */
export interface AutoPan {
  /** One frame; true while it moves. */
  step(now: number, gesture: GestureState): boolean;
}

/** Longest step (ms) after a frame that was late. */
const mostLate = 50;

export function createAutoPan(desk: Desk): AutoPan {
  /** Things may lie at the edge: the paper stays until the hand has been away from it. */
  let isArmed = false;
  let before: number | null = null;
  return {
    step(now, gesture) {
      if (gesture.kind !== "dragging" && gesture.kind !== "lassoing") {
        isArmed = false;
        before = null;
        return false;
      }
      const { viewport } = desk;
      const { screen, pointer } = gesture;
      const pull = edgePull(screen, viewport.size);
      if (pull.x === 0 && pull.y === 0) {
        isArmed = true;
        before = null;
        return false;
      }
      if (!isArmed) return false;
      const seconds = Math.min(mostLate, before === null ? 16 : now - before) / 1000;
      before = now;
      viewport.panBy(-pull.x * seconds, -pull.y * seconds);
      desk.viewMoved(true);
      const world = toWorld(viewport.camera, screen);
      desk.gesture({ type: "move", sample: { pointer, device: "mouse", screen, world }, held: true });
      return true;
    },
  };
}
