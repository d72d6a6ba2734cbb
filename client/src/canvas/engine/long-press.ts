import type { GestureInput, GestureState } from "../gestures/gesture.ts";
import { longPress } from "../gestures/gesture.ts";
import type { CanvasClock } from "./clock.ts";

/** Tells the gesture when a finger has lain still long enough. */
export interface LongPress {
  /** After every step of the gesture. */
  watch(gesture: GestureState): void;
  close(): void;
}

export function createLongPress(clock: CanvasClock, feed: (input: GestureInput) => void): LongPress {
  let watched: object | null = null;
  let callOff: (() => void) | null = null;
  const stop = () => {
    callOff?.();
    callOff = null;
    watched = null;
  };
  return {
    watch(gesture) {
      if (gesture.kind !== "pressing" || gesture.start.device === "mouse") return stop();
      if (gesture.start === watched) return;
      stop();
      const { start } = gesture;
      watched = start;
      callOff = clock.after(longPress, () => feed({ type: "hold", pointer: start.pointer }));
    },
    close: stop,
  };
}
