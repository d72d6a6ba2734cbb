import type { Grip } from "../geometry/resize.ts";
import {
  type Device,
  type GestureContext,
  type GestureEffect,
  type GestureInput,
  type GestureState,
  idle,
} from "./gesture.ts";
import { step } from "./step.ts";

interface PointerOptions {
  readonly pointer?: number;
  readonly device?: Device;
  readonly button?: number;
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly held?: boolean;
  readonly over?: readonly string[];
  readonly grip?: Grip;
}

/** Plays events, for tests; the world is the screen moved by 1,000, so that mixing them up is seen. */
export function play(overrides: Partial<GestureContext> = {}) {
  let state: GestureState = idle;
  let context: GestureContext = {
    tool: "select",
    mayWrite: true,
    lookOnly: false,
    spaceHeld: false,
    selected: new Set(),
    ...overrides,
  };
  let time = 0;
  const sample = (x: number, y: number, pointer: number, device: Device) => ({
    pointer,
    device,
    screen: { x, y },
    world: { x: x + 1_000, y: y + 1_000 },
  });
  const send = (input: GestureInput): readonly GestureEffect[] => {
    const next = step(state, input, context);
    state = next.state;
    for (const effect of next.effects) {
      if (effect.type === "select") context = { ...context, selected: new Set(effect.keys) };
    }
    return next.effects;
  };
  return {
    kind: () => state.kind,
    selected: () => [...context.selected],
    wait: (ms: number) => void (time += ms),
    send,
    down: (
      x: number,
      y: number,
      on: string | null = null,
      { pointer = 1, device = "mouse", button = 0, shift = false, alt = false, grip }: PointerOptions = {},
    ) =>
      send({
        type: "down",
        sample: sample(x, y, pointer, device),
        button,
        shift,
        alt,
        on,
        time,
        grip: grip && on !== null ? { key: on, grip } : null,
      }),
    move: (
      x: number,
      y: number,
      { pointer = 1, device = "mouse", held = true, shift = false, over = [] }: PointerOptions = {},
    ) => send({ type: "move", sample: sample(x, y, pointer, device), held, shift, over }),
    up: (x: number, y: number, { pointer = 1, device = "mouse" }: PointerOptions = {}) =>
      send({ type: "up", sample: sample(x, y, pointer, device), time: (time += 50) }),
  };
}
