import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { FanRoom } from "../geometry/fan.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import type { Brush } from "../painters/brush.ts";
import type { CanvasTool } from "../tool.ts";
import type { Copy } from "./copies.ts";
import type { DrawingStyle } from "./drawing-style.ts";
import type { FreeHand } from "./free-hand.ts";
import type { ItemKey, PileItem, RecordItem } from "./item.ts";
import type { TextSetter } from "./text-setter.ts";

/** What a sheet is laid out from. */
export interface SheetInput {
  readonly snapshot: BoardSnapshot;
  readonly clusters: readonly ActorCluster[];
  /** Pixels of the area picture. */
  readonly picture: { readonly width: number; readonly height: number } | null;
  readonly focusActor: ActorId | null;
  readonly text: TextSetter;
  /** The pile that is fanned out, and in what room; absent: none is. */
  readonly fan?: (FanRoom & { readonly pile: ItemKey }) | null;
}

/** The cards of piles, lying in them or fanned out of them. */
export interface Piles {
  /** All other things lie on them, but what is fanned out lies on all others. */
  readonly items: readonly PileItem[];
  /** Those that lie in a pile, as they look once somebody takes them: they are not among the sheet's items. */
  readonly lying: ReadonlyMap<ItemKey, RecordItem>;
  /** The pile of each card that has one. */
  readonly pileOf: ReadonlyMap<ItemKey, ItemKey>;
}

/** A thing that was dragged, and where its top left corner was let go. */
export interface Moved {
  readonly item: RecordItem;
  readonly to: Point;
}

/** A place that answers when something is held over it: a circle of the priority model, the tray. */
export interface DropZone {
  readonly key: string;
  readonly rect: Rect;
}

/** Something being written that is not on the board yet: an empty text in it writes nothing. */
export interface Draft {
  /** Where its text field lies, in world units. */
  readonly rect: Rect;
  readonly look: "card" | "compact" | "mark" | "note" | "text";
  readonly maxLength: number;
  /** Size of its letters in world units, where its look doesn't say it all. */
  readonly letters?: number;
  /** Catalogue id of what the empty field says, which is also its accessible name. */
  readonly promptId: string;
  /** Tab writes it down and begins the next beside it; elsewhere Tab leaves the field, as everywhere. */
  readonly goesOn?: true;
  /** Paints what is there besides the field. */
  paint(brush: Brush): void;
  commands(text: string, newId: () => string): BoardCommand[];
}

/** What "tidy up" puts together: what is of one category, field, colour or kind, or simply all by its words. */
export type TidyOrder = "category" | "field" | "colour" | "kind" | "name";

/** A sheet laid out at one moment, and what doing something to it there means. Immutable. */
export interface Arrangement {
  /** Undermost first. */
  readonly items: readonly RecordItem[];
  /** What "fit" shows. */
  readonly bounds: Rect;
  /** Says whether the ground must be painted anew: equal values, equal grounds. */
  readonly groundVersion: string;
  /** Paints everything under the items. `lit` is the zone something is held over. */
  paintGround(brush: Brush, lit: string | null): void;
  /** The zone that something whose middle is at the point would land in. */
  zoneAt(point: Point): DropZone | null;
  drop(moved: readonly Moved[]): BoardCommand[];
  /** Arrow keys: one step in the direction (−1, 0, 1), or a big one. */
  nudge(items: readonly RecordItem[], direction: Point, big: boolean): BoardCommand[];
  /** A digit pressed on a selection; empty when it means nothing here. */
  digit(items: readonly RecordItem[], digit: number): BoardCommand[];
  /** What writing something new at a point would make; null where nothing can be made. `exact` = a person pointed there. */
  draft(at: Point, tool: CanvasTool, exact: boolean, style?: DrawingStyle): Draft | null;
  /** Things dragged here are drawn into line with their neighbours. */
  readonly aligns: boolean;
  /** Lays things in order, where they lie; empty where a place says something. */
  tidy(items: readonly RecordItem[], order: TidyOrder): BoardCommand[];
  /** A new card beside one that lies here; null where nothing is written beside it. */
  draftBeside(item: RecordItem): Draft | null;
  /**
   * Writes copies down as new things of this sheet: what this sheet doesn't have becomes what it has. \`exact\` = a person put
   * them just there.
   */
  write(copies: readonly Copy[], exact: boolean, newId: () => string): BoardCommand[];
  /** One thing per line, round a point, covering nothing. */
  paste(lines: readonly string[], centre: Point, tool: CanvasTool, newId: () => string): BoardCommand[];
  /** On sheets where anything may lie anywhere. */
  readonly free?: FreeHand;
  /** On sheets where cards lie in piles when there are too many of them. */
  readonly piles?: Piles;
}

/** One kind of sheet. Stateless: what a layout remembers between snapshots lives in what `startLayout` returns. */
export interface Sheet {
  readonly id: SheetId;
  /** Catalogue id of the canvas element's accessible name. */
  readonly labelId: string;
  /** What can be chosen here, in the order it is shown. */
  readonly tools: readonly CanvasTool[];
  /** How things can be tidied up here, the first is the usual way; none where a place says something. */
  readonly tidyOrders: readonly TidyOrder[];
  /** Starts an incremental layout: things whose records did not change are the same objects as the time before. */
  startLayout(): (input: SheetInput) => Arrangement;
}
