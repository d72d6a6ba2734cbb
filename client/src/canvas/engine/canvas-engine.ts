import type { ViewSize } from "../geometry/camera.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import type { BoardCanvasProps, Source } from "../props.ts";
import type { ItemKey } from "../scene/item.ts";
import type { MeasureText } from "../scene/text-setter.ts";
import type { CanvasClock } from "./clock.ts";
import type { LayerName } from "./damage.ts";
import type { Desk } from "./desk.ts";
import type { OpenDraft } from "./draft-slot.ts";
import type { PointerShape } from "./pointer-shape.ts";

/** Where the layers are shown. */
export interface Surface {
  /** Has the layer painted, now: calls back `paint` of the engine. */
  draw(layer: LayerName): void;
  setPointerShape(shape: PointerShape): void;
}

export interface EngineParts {
  readonly clock: CanvasClock;
  readonly surface: Surface;
  readonly measure: MeasureText;
  /** ms a motion of the view takes; 0 when reduced motion is asked for. */
  readonly motion: () => number;
}

/** The canvas without a screen: everything it knows and does. `BoardCanvas.tsx` gives it one. */
export interface CanvasEngine {
  readonly desk: Desk;
  setProps(props: BoardCanvasProps): void;
  setPicture(picture: CanvasImageSource | null): void;
  resize(size: ViewSize, pixelRatio: number): void;
  /** The typeface has arrived: everything is measured and painted anew. */
  fontsChanged(): void;
  paint(layer: LayerName, ctx: CanvasRenderingContext2D): void;
  /** What lies topmost at a point of the screen. */
  hit(screen: Point): ItemKey | null;
  /** The pointer is here, or has left. */
  pointAt(screen: Point | null): void;
  /** What is being written; for the text field over it. */
  readonly draft: Source<OpenDraft | null>;
  /** Called after every move of the view. */
  onCamera(listener: () => void): () => void;
  /** Called after every frame in which the sheet or the view changed. */
  onFrame(listener: () => void): () => void;
  screenRect(area: Rect): Rect;
  close(): void;
}
