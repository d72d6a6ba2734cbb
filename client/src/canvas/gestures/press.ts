import type {
  GestureContext,
  GestureEffect,
  GestureInput,
  GestureState,
  GestureStep,
  PointerSample,
} from "./gesture.ts";
import { idle } from "./gesture.ts";

/** Two presses this near in time (ms) and place (screen px) are one double press. */
const doublePress = { time: 400, mouse: 8, pen: 14, touch: 28 } as const;

type Pressing = Extract<GestureState, { kind: "pressing" }>;

/** The first pointer goes down. */
export function press(
  lastTap: Pressing["lastTap"],
  { sample, button, shift, alt, on, time }: Extract<GestureInput, { type: "down" }>,
  context: GestureContext,
): GestureStep {
  if (button > 1) return { state: { kind: "idle", lastTap }, effects: [] };
  const moves = button === 1 || context.spaceHeld || context.tool === "hand" || context.lookOnly;
  const state: Pressing = {
    kind: "pressing",
    start: sample,
    at: sample.screen,
    on,
    shift,
    alt,
    wish: moves ? "pan" : wishOf(sample, on, context),
    taps: button === 0 && !context.spaceHeld && !context.lookOnly,
    lastTap: lastTap && time - lastTap.time <= doublePress.time ? lastTap : null,
  };
  const selects =
    state.taps && on !== null && !shift && !context.selected.has(on) && context.isPile?.(on) !== true;
  return { state, effects: selects ? [{ type: "select", keys: [on] }] : [] };
}

function wishOf(
  sample: PointerSample,
  on: string | null,
  { mayWrite, isFixed, isPile }: GestureContext,
): Pressing["wish"] {
  // What is fast to the paper is paper to a hand that moves.
  if (on !== null && isFixed?.(on) !== true && isPile?.(on) !== true) return mayWrite ? "drag" : "pan";
  return sample.device === "touch" ? "pan" : "lasso";
}

/** The press ended where it began. */
export function tap(
  state: Pressing,
  { device }: PointerSample,
  time: number,
  context: GestureContext,
): GestureStep {
  const { on, lastTap, shift, start } = state;
  if (on !== null && context.isPile?.(on)) return fan(on, state);
  const isDouble =
    lastTap !== null &&
    lastTap.on === on &&
    Math.hypot(start.screen.x - lastTap.screen.x, start.screen.y - lastTap.screen.y) <= doublePress[device];
  if (isDouble) return { state: idle, effects: doubleTap(state, context) };
  return {
    state: { kind: "idle", lastTap: shift ? null : { time, screen: start.screen, on } },
    effects: singleTap(state, context),
  };
}

function doubleTap({ on, start }: Pressing, { mayWrite, tool }: GestureContext): GestureEffect[] {
  if (on !== null) return [{ type: "open", key: on }];
  return mayWrite && tool !== "hand" ? [{ type: "create", at: start.world }] : [];
}

function singleTap(
  { on, shift, start }: Pressing,
  { mayWrite, tool, selected }: GestureContext,
): GestureEffect[] {
  if (on !== null) {
    if (shift) return [{ type: "toggle", key: on }];
    // Pressing had selected it already, unless it was one of several.
    return selected.size > 1 ? [{ type: "select", keys: [on] }] : [];
  }
  if (mayWrite && tool !== "select" && tool !== "hand") return [{ type: "create", at: start.world }];
  return shift ? [] : [{ type: "select", keys: [] }];
}

const fan = (key: string, { start }: Pressing): GestureStep => ({
  state: idle,
  effects: [{ type: "pile", key, at: start.world }],
});

/** A finger or pen lay still: the menu of what is under it. Several selected things stay so when it lies on one of them. */
export function hold(state: Pressing, { selected, isPile }: GestureContext): GestureStep {
  const { on, start, taps } = state;
  if (start.device === "mouse" || !taps) return { state, effects: [] };
  if (on !== null && isPile?.(on)) return fan(on, state);
  const selects = on === null ? selected.size > 0 : !selected.has(on);
  const effects: GestureEffect[] = selects ? [{ type: "select", keys: on === null ? [] : [on] }] : [];
  return { state: idle, effects: [...effects, { type: "menu", at: start.screen }] };
}
