import { rectBetween } from "../geometry/rect.ts";
import { lost } from "./ending.ts";
import {
  type GestureContext,
  type GestureEffect,
  type GestureInput,
  type GestureState,
  type GestureStep,
  idle,
  type PointerSample,
  pointersOf,
  stay,
} from "./gesture.ts";
import { goOn } from "./make.ts";
import { pinch } from "./pinch.ts";

/** How far (screen px) a press may tremble and still be a press. */
const tremble = { mouse: 4, pen: 6, touch: 10 } as const;

/** A pointer moves on. */
export function move(
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
  const { pointer, device, screen, world } = sample;
  switch (state.wish) {
    case "pan":
      return {
        state: { kind: "panning", pointer, device, at: screen },
        effects: [{ type: "pan", dx: screen.x - start.screen.x, dy: screen.y - start.screen.y }],
      };
    case "lasso": {
      const area = rectBetween(start.world, world);
      return {
        state: { kind: "lassoing", pointer, device, screen, from: start.world, area, adding: shift },
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
        state: { kind: "dragging", pointer, device, keys, grab: start.world, by, screen, copies: state.alt },
        effects,
      };
    }
  }
}
