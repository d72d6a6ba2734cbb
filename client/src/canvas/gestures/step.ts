import { dropOf, escape, letGo, lost, without } from "./ending.ts";
import {
  deviceOf,
  type Finger,
  type GestureContext,
  type GestureInput,
  type GestureState,
  type GestureStep,
  idle,
  type PointerSample,
  pointersOf,
  stay,
} from "./gesture.ts";
import { begin, finish, giveUp, isJustBegun } from "./make.ts";
import { move } from "./moving.ts";
import { hold, press, tap } from "./press.ts";

/**
 * One event of a pointer, or of the world around it, applied to what is going on. Pure. Whatever ends a drag other than
 * Escape lets go where the things are held: no work is lost to a second finger, a cancelled pointer or a hidden tab.
 */
export function step(state: GestureState, input: GestureInput, context: GestureContext): GestureStep {
  switch (input.type) {
    case "down":
      return down(state, input, context);
    case "move":
      return move(state, input, context);
    case "up":
      return up(state, input.sample, input.time, context);
    case "hold":
      return state.kind === "pressing" && state.start.pointer === input.pointer
        ? hold(state, context)
        : stay(state);
    case "cancel":
      return pointersOf(state).includes(input.pointer) ? lost(state, input.pointer) : stay(state);
    case "interrupt":
      return letGo(state);
    case "escape":
      return escape(state);
    case "gone":
      return without(state, input.keys);
  }
}

function down(
  state: GestureState,
  input: Extract<GestureInput, { type: "down" }>,
  context: GestureContext,
): GestureStep {
  if (state.kind === "idle") return begin(input, context) ?? press(state.lastTap, input, context);
  const { pointer, device } = input.sample;
  if (pointersOf(state).includes(pointer)) return stay(state);
  if (device === "pen") return takeOver(state, input, context);
  // A palm beside the pen.
  if (device !== "touch" || deviceOf(state) === "pen") return stay(state);
  const second: Finger = input.sample;
  switch (state.kind) {
    case "pressing":
      return {
        state: { kind: "pinching", first: fingerOf(state.start.pointer, state.at), second },
        effects: [],
      };
    case "panning":
      return { state: { kind: "pinching", first: fingerOf(state.pointer, state.at), second }, effects: [] };
    case "dragging":
      return {
        state: { kind: "pinching", first: fingerOf(state.pointer, state.screen), second },
        effects: [dropOf(state)],
      };
    case "making": {
      const end = isJustBegun(state) ? giveUp() : finish(state);
      return {
        state: { kind: "pinching", first: fingerOf(state.pointer, state.screen), second },
        effects: end.effects,
      };
    }
    // A finger beside the mouse that draws the lasso, or a third one.
    case "lassoing":
    case "pinching":
      return stay(state);
  }
}

/**
 * The pen comes down while fingers, or the palm of the hand that holds it, are on the screen: it does what a pen does, and the paper lies
 * still under it. What the fingers had in hand lands; what a palm had just begun to draw was nothing.
 */
function takeOver(
  state: GestureState,
  input: Extract<GestureInput, { type: "down" }>,
  context: GestureContext,
): GestureStep {
  if (deviceOf(state) !== "touch") return stay(state);
  const end = state.kind === "making" && isJustBegun(state) ? giveUp() : letGo(state);
  const next = begin(input, context) ?? press(null, input, context);
  return { state: next.state, effects: [...end.effects, ...next.effects] };
}

const fingerOf = (pointer: number, screen: Finger["screen"]): Finger => ({ pointer, screen });

function up(state: GestureState, sample: PointerSample, time: number, context: GestureContext): GestureStep {
  if (!pointersOf(state).includes(sample.pointer)) return stay(state);
  if (state.kind === "pressing") return state.taps ? tap(state, sample, time, context) : stay(idle);
  if (state.kind === "dragging" || state.kind === "lassoing") {
    // The release tells where it happened, which may be further than the last move seen.
    const last = move(state, { sample, held: true }, context);
    const end = lost(last.state, sample.pointer);
    return { state: end.state, effects: [...last.effects, ...end.effects] };
  }
  // What is being made ends where it was seen last: a pen lifts with a flick.
  return lost(state, sample.pointer);
}
