import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import type { Grip } from "../geometry/resize.ts";
import type { Making } from "../gestures/making.ts";
import type { Brush } from "../painters/brush.ts";
import type { CanvasTool } from "../tool.ts";
import type { DrawingStyle } from "./drawing-style.ts";
import type { ElementItem, ItemKey, RecordItem } from "./item.ts";

/** A handle, and where it is. */
export interface GripAt {
  readonly grip: Grip;
  readonly at: Point;
}

/** What something being made is made with. */
export interface MakingTool {
  readonly tool: CanvasTool;
  readonly style: DrawingStyle;
}

/** What can be done on sheets where anything may lie anywhere, besides what can be done on all. */
export interface FreeHand {
  /** With the rest of their groups. */
  together(items: readonly RecordItem[]): RecordItem[];
  /** With what frames among them carry. */
  carried(items: readonly RecordItem[]): RecordItem[];
  /** Locked to the paper. */
  isFixed(item: RecordItem): boolean;
  /** The handles of a thing that is selected alone. */
  grips(item: RecordItem): readonly GripAt[];
  /** What finished making something comes to; erasing is the same on all sheets. */
  make(making: Making, tool: MakingTool, newId: () => string): BoardCommand[];
  paintMaking(brush: Brush, making: Making, tool: MakingTool): void;
  /** Lines that end at one of these. */
  boundTo(keys: ReadonlySet<ItemKey>): ElementItem[];
  /** A line as it runs while things are shown elsewhere than where they lie. */
  rerouted(line: ElementItem, shownAt: (key: ItemKey) => Rect | null): ElementItem;
  group(items: readonly RecordItem[], newId: () => string): BoardCommand[];
  ungroup(items: readonly RecordItem[]): BoardCommand[];
}
