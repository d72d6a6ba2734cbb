import type { Rect } from "@faelleskort/client/canvas/geometry/rect.ts";
import type { Page } from "playwright";

export const canvasSubjectNames = ["ours", "tldraw", "excalidraw"] as const;
export type CanvasSubjectName = (typeof canvasSubjectNames)[number];

/** A card as it is shown: its number among the cards, and where, in CSS px of the page. */
export interface ShownCard extends Rect {
  readonly index: number;
}

/** One whiteboard with its cards, open in a browser of its own. */
export interface OpenCanvas {
  readonly page: Page;
  /** ms from following the link: the first card on the screen; NaN where the page can't tell. */
  readonly firstCardMs: number;
  /** ms from following the link until all cards are on the screen and it can be used. */
  readonly usableMs: number;
  /** Where cards are drawn, CSS px of the page. */
  readonly paper: Rect;
  /** Units of one Ctrl + wheel step that zoom about 5 %: each has its own measure. */
  readonly zoomStep: number;
  /** Shows all cards, or some 35 at zoom 1 about the middle; at once. */
  look(where: "fit" | "work"): Promise<void>;
  zoom(): Promise<number>;
  /** All cards wholly in view. */
  inView(): Promise<ShownCard[]>;
  /** Has others move these cards 20 times a second; returns how to stop. */
  moveOthers(indexes: readonly number[]): Promise<() => Promise<void>>;
  /**
   * Whether a pointer event is painted in the frame it belongs to. Where it waits for a later one, the browser takes it for done before
   * it is seen, and its latency means nothing.
   */
  readonly paintsWithItsEvent: boolean;
  /** Things painted since the page opened; null where nobody counts. */
  thingsPainted(): Promise<number | null>;
  /** One card is changed by another person: resolves when that has arrived and been painted. Null where it can't be told. */
  changeOne: ((index: number) => Promise<void>) | null;
  close(): Promise<void>;
}

export interface Opening {
  readonly cards: number;
}
