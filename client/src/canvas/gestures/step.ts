import { rectBetween } from "../geometry/rect.ts";
import type { ItemKey } from "../scene/item.ts";
import type {
  Finger,
  GestureContext,
  GestureEffect,
  GestureInput,
  GestureState,
  GestureStep,
  PointerSample,
} from "./gesture.ts";
import { idle } from "./gesture.ts";
import { begin, finish, giveUp, goOn, isJustBegun, withoutGone } from "./make.ts";
import { pinch } from "./pinch.ts";
import { hold, press, tap } from "./press.ts";

/** How far (screen px) a press may tremble and still be a press. */
const tremble = { mouse: 4, pen: 6, touch: 10 } as const;

const stay = (state: GestureState): GestureStep => ({ state, effects: [] });

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

function pointersOf(state: GestureState): number[] {
  switch (state.kind) {
    case "idle":
      return [];
    case "pressing":
      return [state.start.pointer];
    case "panning":
    case "dragging":
    case "lassoing":
    case "making":
      return [state.pointer];
    case "pinching":
      return [state.first.pointer, state.second.pointer];
  }
}

function down(
  state: GestureState,
  input: Extract<GestureInput, { type: "down" }>,
  context: GestureContext,
): GestureStep {
  if (state.kind === "idle") return begin(input, context) ?? press(state.lastTap, input, context);
  if (pointersOf(state).includes(input.sample.pointer) || input.sample.device !== "touch") return stay(state);
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
      // A palm beside the pen that draws.
      if (state.device === "pen") return stay(state);
      const end = isJustBegun(state) ? giveUp() : finish(state);
      return {
        state: { kind: "pinching", first: fingerOf(state.pointer, state.screen), second },
        effects: end.effects,
      };
    }
    // A palm beside the pen that draws the lasso, or a third finger.
    case "lassoing":
    case "pinching":
      return stay(state);
  }
}

const dropOf = ({ by, copies }: Extract<GestureState, { kind: "dragging" }>): GestureEffect => ({
  type: copies ? "drop-copies" : "drop",
  by,
});

const fingerOf = (pointer: number, screen: Finger["screen"]): Finger => ({ pointer, screen });

function move(
  state: GestureState,
  input: Omit<Extract<GestureInput, { type: "move" }>, "type">,
  context: GestureContext,
): GestureStep {
  const { sample } = input;
  if (!pointersOf(state).includes(sample.pointer)) return stay(state);
  if (!input.held) return lost(state, sample.pointer);
  const { screen, world } = sample;
  switch (state.kind) {
    case "idle":
      return stay(state);
    case "pressing": {
      const { start } = state;
      if (Math.hypot(screen.x - start.screen.x, screen.y - start.screen.y) <= tremble[sample.device]) {
        return stay({ ...state, at: screen });
      }
      return beginMoving(state, sample, context);
    }
    case "panning":
      return {
        state: { ...state, at: screen },
        effects: [{ type: "pan", dx: screen.x - state.at.x, dy: screen.y - state.at.y }],
      };
    case "pinching":
      return pinch(state, sample);
    case "dragging": {
      const by = { x: world.x - state.grab.x, y: world.y - state.grab.y };
      return { state: { ...state, by, screen }, effects: [{ type: "carry", by }] };
    }
    case "lassoing": {
      const area = rectBetween(state.from, world);
      return { state: { ...state, area, screen }, effects: [{ type: "lasso", area }] };
    }
    case "making":
      return goOn(state, input, context);
  }
}

function beginMoving(
  state: Extract<GestureState, { kind: "pressing" }>,
  sample: PointerSample,
  context: GestureContext,
): GestureStep {
  const { start, on, shift } = state;
  const { pointer, screen, world } = sample;
  switch (state.wish) {
    case "pan":
      return {
        state: { kind: "panning", pointer, at: screen },
        effects: [{ type: "pan", dx: screen.x - start.screen.x, dy: screen.y - start.screen.y }],
      };
    case "lasso": {
      const area = rectBetween(start.world, world);
      return {
        state: { kind: "lassoing", pointer, screen, from: start.world, area, adding: shift },
        effects: [{ type: "lasso", area }],
      };
    }
    case "drag": {
      if (on === null) return stay(idle);
      const others =
        context.selected.has(on) || shift ? [...context.selected].filter((key) => key !== on) : [];
      const keys = [on, ...others].filter((key) => !context.isFixed?.(key));
      const by = { x: world.x - start.world.x, y: world.y - start.world.y };
      const effects: GestureEffect[] = [
        { type: "lift", keys, grab: start.world, ...(state.alt && { copies: true }) },
        { type: "carry", by },
      ];
      if (!context.selected.has(on)) effects.unshift({ type: "select", keys });
      return {
        state: { kind: "dragging", pointer, keys, grab: start.world, by, screen, copies: state.alt },
        effects,
      };
    }
  }
}

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

/** One pointer is no more. */
function lost(state: GestureState, pointer: number): GestureStep {
  if (state.kind === "pinching") {
    const left = state.first.pointer === pointer ? state.second : state.first;
    return stay({ kind: "panning", pointer: left.pointer, at: left.screen });
  }
  return letGo(state);
}

function letGo(state: GestureState): GestureStep {
  switch (state.kind) {
    case "dragging":
      return { state: idle, effects: [dropOf(state)] };
    case "lassoing":
      return { state: idle, effects: [{ type: "lasso-end", area: state.area, adding: state.adding }] };
    case "making":
      return finish(state);
    case "idle":
      return stay(state);
    case "pressing":
    case "panning":
    case "pinching":
      return stay(idle);
  }
}

/** The one way to change one's mind. */
function escape(state: GestureState): GestureStep {
  switch (state.kind) {
    case "dragging":
      return { state: idle, effects: [{ type: "put-back" }] };
    case "lassoing":
      return { state: idle, effects: [{ type: "lasso-end", area: null, adding: state.adding }] };
    case "making":
      return giveUp();
    case "idle":
      return { state: idle, effects: [{ type: "select", keys: [] }] };
    case "pressing":
    case "panning":
    case "pinching":
      return stay(idle);
  }
}

/** The others in hand stay there. */
function without(state: GestureState, gone: ReadonlySet<ItemKey>): GestureStep {
  switch (state.kind) {
    case "dragging": {
      const keys = state.keys.filter((key) => !gone.has(key));
      if (keys.length === state.keys.length) return stay(state);
      if (keys.length === 0) return { state: idle, effects: [{ type: "put-back" }] };
      return stay({ ...state, keys });
    }
    case "pressing":
      return state.on !== null && gone.has(state.on) ? stay(idle) : stay(state);
    case "making":
      return withoutGone(state, gone);
    case "idle":
    case "panning":
    case "pinching":
    case "lassoing":
      return stay(state);
  }
}
