import type { ItemKey } from "../scene/item.ts";
import { type GestureEffect, type GestureState, type GestureStep, idle, stay } from "./gesture.ts";
import { finish, giveUp, withoutGone } from "./make.ts";

/** What lets go of what is carried, where it is. */
export const dropOf = ({ by, copies }: Extract<GestureState, { kind: "dragging" }>): GestureEffect => ({
  type: copies ? "drop-copies" : "drop",
  by,
});

/** One pointer is no more. */
export function lost(state: GestureState, pointer: number): GestureStep {
  if (state.kind === "pinching") {
    const left = state.first.pointer === pointer ? state.second : state.first;
    return stay({ kind: "panning", pointer: left.pointer, device: "touch", at: left.screen });
  }
  return letGo(state);
}

/** All pointers are no more: what was begun is kept. */
export function letGo(state: GestureState): GestureStep {
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
export function escape(state: GestureState): GestureStep {
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
export function without(state: GestureState, gone: ReadonlySet<ItemKey>): GestureStep {
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
