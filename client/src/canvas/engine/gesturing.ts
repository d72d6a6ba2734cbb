import { type GestureInput, type GestureState, idle } from "../gestures/gesture.ts";
import { step } from "../gestures/step.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Desk } from "./desk.ts";
import { carryOut } from "./effects.ts";
import { createLongPress } from "./long-press.ts";
import { type PointerShape, pointerShape } from "./pointer-shape.ts";

/** What the hands are doing, and what comes of it. */
export interface Gesturing {
  readonly state: GestureState;
  feed(input: GestureInput): void;
  /** The pointer may mean something else than a moment ago. */
  shapePointer(): void;
  close(): void;
}

export function createGesturing(desk: Desk, setPointerShape: (shape: PointerShape) => void): Gesturing {
  let state: GestureState = idle;
  let penSeen = false;
  const longPresses = createLongPress(desk.clock, feed);
  const shapePointer = () => setPointerShape(pointerShape(desk, state));

  const isFixed = (key: ItemKey) => {
    const item = desk.scene.item(key);
    return item !== undefined && (desk.scene.arrangement?.free?.isFixed(item) ?? false);
  };

  function feed(input: GestureInput): void {
    const { props, spaceHeld, selection } = desk;
    const { tool, readOnly: lookOnly = false } = props;
    const mayWrite = props.mayWrite && !lookOnly;
    if (input.type === "down" && input.sample.device === "pen") penSeen = true;
    const { keys: selected } = selection;
    const isPile = (key: ItemKey) => desk.scene.pile(key) !== undefined;
    const seen = { tool, mayWrite, lookOnly, spaceHeld, selected, isFixed, isPile, penSeen };
    const next = step(state, input, seen);
    state = next.state;
    longPresses.watch(state);
    for (const effect of next.effects) carryOut(desk, effect);
    if (next.effects.length > 0) desk.loop.request();
    shapePointer();
  }

  return {
    get state() {
      return state;
    },
    feed,
    shapePointer,
    close() {
      feed({ type: "interrupt" });
      longPresses.close();
    },
  };
}

/** Whether something will be written when the hand lets go. */
export const isWriting = ({ kind }: GestureState): boolean => kind === "dragging" || kind === "making";

/** Whether the paper must not be moved from under the hand by anything else. */
export const isAtWork = ({ kind }: GestureState): boolean => kind !== "idle" && kind !== "pressing";
