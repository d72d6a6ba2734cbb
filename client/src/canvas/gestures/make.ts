import type { Point } from "../geometry/rect.ts";
import { spanned } from "../geometry/resize.ts";
import type { ItemKey } from "../scene/item.ts";
import { type Maker, makerOf } from "../tool.ts";
import type { GestureContext, GestureInput, GestureState, GestureStep } from "./gesture.ts";
import { idle } from "./gesture.ts";
import type { Making, MakingEnd } from "./making.ts";

type MakingState = Extract<GestureState, { kind: "making" }>;

/** A hand that went this far (screen px) meant it: what it made stays when another finger lands. */
const meant = 30;
/** Less than this is a press, not a line. */
const leastLine = 6;

/** The pointer goes down with a tool that makes something, or on a handle; null when it means something else. */
export function begin(
  input: Extract<GestureInput, { type: "down" }>,
  context: GestureContext,
): GestureStep | null {
  const { sample, button, grip } = input;
  const { tool, mayWrite, lookOnly, spaceHeld, penSeen } = context;
  if (button !== 0 || !mayWrite || lookOnly || spaceHeld || tool === "hand") return null;
  const maker = makerOf(tool);
  if (maker === null && grip) {
    const to = { at: sample.world, on: null };
    return started(sample, { kind: "resizing", ...grip, by: { x: 0, y: 0 }, to, keepsShape: false });
  }
  if (maker === null) return null;
  if (sample.device === "touch" && penSeen === true) {
    const { pointer, device, screen } = sample;
    return { state: { kind: "panning", pointer, device, at: screen }, effects: [] };
  }
  return started(sample, firstOf(maker, input, context));
}

function firstOf(
  maker: Maker,
  { sample, on }: Extract<GestureInput, { type: "down" }>,
  { isFixed }: GestureContext,
): Making {
  const { world: at } = sample;
  switch (maker) {
    case "drawing":
      return { kind: "drawing", points: [at] };
    case "erasing":
      return { kind: "erasing", keys: new Set(on === null || isFixed?.(on) === true ? [] : [on]) };
    case "connecting":
      return { kind: "connecting", from: { at, on }, to: { at, on } };
    case "spanning":
      return { kind: "spanning", from: at, area: { ...at, width: 0, height: 0 } };
  }
}

function started(sample: MakingState["start"], making: Making): GestureStep {
  const { pointer, device, screen } = sample;
  return {
    state: { kind: "making", pointer, device, start: sample, screen, travelled: 0, making },
    effects: [{ type: "making", making }],
  };
}

/** The pointer moves on. */
export function goOn(
  state: MakingState,
  { sample, over = [], shift = false }: Omit<Extract<GestureInput, { type: "move" }>, "type">,
  { isFixed }: GestureContext,
): GestureStep {
  const { screen, world } = sample;
  const travelled = state.travelled + Math.hypot(screen.x - state.screen.x, screen.y - state.screen.y);
  const making = grown(
    state,
    world,
    over.filter((key) => isFixed?.(key) !== true || state.making.kind !== "erasing"),
    shift,
  );
  return { state: { ...state, screen, travelled, making }, effects: [{ type: "making", making }] };
}

function grown({ making, start }: MakingState, at: Point, over: readonly ItemKey[], shift: boolean): Making {
  switch (making.kind) {
    case "drawing":
      return { ...making, points: [...making.points, at] };
    case "erasing":
      return { ...making, keys: new Set([...making.keys, ...over]) };
    case "connecting":
      return { ...making, to: { at, on: over[0] ?? null } };
    case "spanning":
      return { ...making, area: spanned(making.from, at, shift) };
    case "resizing": {
      const by = { x: at.x - start.world.x, y: at.y - start.world.y };
      return { ...making, by, to: { at, on: over[0] ?? null }, keepsShape: shift };
    }
  }
}

/** Whether another finger that lands now means that both were to move the paper. */
export const isJustBegun = ({ travelled }: MakingState): boolean => travelled < meant;

/** The pointer was let go, or taken away: what was made is kept. */
export function finish({ making, travelled }: MakingState): GestureStep {
  const isNothing =
    (making.kind === "erasing" && making.keys.size === 0) ||
    ((making.kind === "connecting" || making.kind === "resizing") && travelled < leastLine);
  return {
    state: idle,
    effects: isNothing ? [{ type: "making", making: null }] : [{ type: "made", making }],
  };
}

export const giveUp = (): GestureStep => ({ state: idle, effects: [{ type: "making", making: null }] });

/** Somebody deleted things meanwhile: a line goes on from where it began, and what has no size any more isn't resized. */
export function withoutGone(state: MakingState, gone: ReadonlySet<ItemKey>): GestureStep {
  const { making } = state;
  const still = (end: MakingEnd): MakingEnd =>
    end.on !== null && gone.has(end.on) ? { ...end, on: null } : end;
  switch (making.kind) {
    case "drawing":
    case "spanning":
      return { state, effects: [] };
    case "erasing": {
      const keys = new Set([...making.keys].filter((key) => !gone.has(key)));
      return shown(state, { ...making, keys });
    }
    case "connecting":
      return shown(state, { ...making, from: still(making.from), to: still(making.to) });
    case "resizing":
      return gone.has(making.key) ? giveUp() : shown(state, { ...making, to: still(making.to) });
  }
}

const shown = (state: MakingState, making: Making): GestureStep => ({
  state: { ...state, making },
  effects: [{ type: "making", making }],
});
