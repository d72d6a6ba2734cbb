import type { CanvasTool } from "../tool.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import type { Grip } from "../geometry/resize.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Making } from "./making.ts";

export type Device = "mouse" | "touch" | "pen";

/** Where a pointer is: on the screen (CSS px from the canvas' corner), and what of the sheet lies under it. */
export interface PointerSample {
  readonly pointer: number;
  readonly device: Device;
  readonly screen: Point;
  readonly world: Point;
}

export type GestureInput =
  | {
      readonly type: "down";
      readonly sample: PointerSample;
      /** As in PointerEvent: 0 main, 1 middle, 2 right. */
      readonly button: number;
      readonly shift: boolean;
      /** Dragging with Alt makes copies. */
      readonly alt: boolean;
      readonly on: ItemKey | null;
      /** A handle of the one thing that is selected, when the pointer is on it. */
      readonly grip?: { readonly key: ItemKey; readonly grip: Grip } | null;
      /** Milliseconds, any origin: tells a double press. */
      readonly time: number;
    }
  /** `held` false: no button is down any more, so the release was never seen (outside the window). */
  | {
      readonly type: "move";
      readonly sample: PointerSample;
      readonly held: boolean;
      readonly shift?: boolean;
      /** What the pointer has passed since it was seen last, topmost first; asked for while erasing and connecting. */
      readonly over?: readonly ItemKey[];
    }
  | { readonly type: "up"; readonly sample: PointerSample; readonly time: number }
  /** The pointer has lain still for as long as \`longPress\`. */
  | { readonly type: "hold"; readonly pointer: number }
  /** The browser took the pointer away. */
  | { readonly type: "cancel"; readonly pointer: number }
  /** The tab was hidden, the window lost focus, the sheet was changed or the board locked. */
  | { readonly type: "interrupt" }
  | { readonly type: "escape" }
  /** Things that are no longer on the sheet: deleted or merged by somebody. */
  | { readonly type: "gone"; readonly keys: ReadonlySet<ItemKey> };

/** What the gesture must know of the canvas. */
export interface GestureContext {
  readonly tool: CanvasTool;
  readonly mayWrite: boolean;
  /** A projector: nothing can be selected or opened. */
  readonly lookOnly: boolean;
  readonly spaceHeld: boolean;
  readonly selected: ReadonlySet<ItemKey>;
  /** Fast to the paper: can be selected, and nothing else. */
  readonly isFixed?: (key: ItemKey) => boolean;
  /** A pile of cards: paper to a hand that moves, and fanned out by a press. */
  readonly isPile?: (key: ItemKey) => boolean;
  /** A pen has been used here: fingers and palms only move the paper. */
  readonly penSeen?: boolean;
}

/** What is to be done; carried out by the engine, in order. */
export type GestureEffect =
  | { readonly type: "select"; readonly keys: readonly ItemKey[] }
  | { readonly type: "toggle"; readonly key: ItemKey }
  /** Move the paper by screen px. */
  | { readonly type: "pan"; readonly dx: number; readonly dy: number }
  | { readonly type: "zoom"; readonly at: Point; readonly factor: number }
  /** Take things in hand; the first is the one pressed. */
  | {
      readonly type: "lift";
      readonly keys: readonly ItemKey[];
      /** Where they were taken hold of (world). */
      readonly grab: Point;
      readonly copies?: true;
    }
  /** Hold them this far (world units) from where they lay. */
  | { readonly type: "carry"; readonly by: Point }
  | { readonly type: "drop"; readonly by: Point }
  /** Leave what was lifted where it lay, and lay copies of it this far away. */
  | { readonly type: "drop-copies"; readonly by: Point }
  | { readonly type: "put-back" }
  /** What can be done here: what is selected, or empty paper. */
  | { readonly type: "menu"; readonly at: Point }
  | { readonly type: "lasso"; readonly area: Rect }
  | { readonly type: "lasso-end"; readonly area: Rect | null; readonly adding: boolean }
  | { readonly type: "open"; readonly key: ItemKey }
  /** Fan a pile out, or fold it up. */
  | { readonly type: "pile"; readonly key: ItemKey; readonly at: Point }
  | { readonly type: "create"; readonly at: Point }
  /** Show what is being made or resized; null: nothing any more. */
  | { readonly type: "making"; readonly making: Making | null }
  /** It is finished: write it down. */
  | { readonly type: "made"; readonly making: Making };

interface Tap {
  readonly time: number;
  readonly screen: Point;
  readonly on: ItemKey | null;
}

export type GestureState =
  | { readonly kind: "idle"; readonly lastTap: Tap | null }
  | {
      readonly kind: "pressing";
      readonly start: PointerSample;
      readonly at: Point;
      readonly on: ItemKey | null;
      readonly shift: boolean;
      readonly alt: boolean;
      /** What it becomes once the pointer moves. */
      readonly wish: "drag" | "pan" | "lasso";
      /** A short press means something: main button, and not just space or hand on the way to a pan. */
      readonly taps: boolean;
      readonly lastTap: Tap | null;
    }
  | { readonly kind: "panning"; readonly pointer: number; readonly device: Device; readonly at: Point }
  | { readonly kind: "pinching"; readonly first: Finger; readonly second: Finger }
  | {
      readonly kind: "dragging";
      readonly pointer: number;
      readonly device: Device;
      readonly keys: readonly ItemKey[];
      readonly grab: Point;
      readonly by: Point;
      readonly screen: Point;
      readonly copies: boolean;
    }
  | {
      readonly kind: "lassoing";
      readonly pointer: number;
      readonly device: Device;
      readonly screen: Point;
      readonly from: Point;
      readonly area: Rect;
      readonly adding: boolean;
    }
  | {
      readonly kind: "making";
      readonly pointer: number;
      readonly device: Device;
      readonly start: PointerSample;
      readonly screen: Point;
      /** Screen px along the way: something just begun is given up when a second finger lands. */
      readonly travelled: number;
      readonly making: Making;
    };

export interface Finger {
  readonly pointer: number;
  readonly screen: Point;
}

export interface GestureStep {
  readonly state: GestureState;
  readonly effects: readonly GestureEffect[];
}

export const idle: GestureState = { kind: "idle", lastTap: null };

/** It goes on, and nothing comes of it. */
export const stay = (state: GestureState): GestureStep => ({ state, effects: [] });

/** The pointers that take part. */
export function pointersOf(state: GestureState): number[] {
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

/** What does it; null when nothing is going on. */
export function deviceOf(state: GestureState): Device | null {
  switch (state.kind) {
    case "idle":
      return null;
    case "pressing":
      return state.start.device;
    case "pinching":
      return "touch";
    case "panning":
    case "dragging":
    case "lassoing":
    case "making":
      return state.device;
  }
}

/** ms until a finger or pen that lies still asks for the menu. */
export const longPress = 500;
