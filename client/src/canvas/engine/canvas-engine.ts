import type { Guide } from "../geometry/align.ts";
import type { ViewSize } from "../geometry/camera.ts";
import type { Showing } from "../geometry/plate.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import type { BoardCanvasProps, Source } from "../props.ts";
import type { Grip } from "../geometry/resize.ts";
import type { Device } from "../gestures/gesture.ts";
import type { ItemKey } from "../scene/item.ts";
import type { MeasureText } from "../scene/text-setter.ts";
import type { CanvasClock } from "./clock.ts";
import type { Damage } from "../scene/scene.ts";
import type { BusyLayer, LayerName } from "./damage.ts";
import type { Desk } from "./desk.ts";
import type { DraftSlot } from "./draft-slot.ts";
import type { Editing } from "./editing-slot.ts";
import type { LoadPicture } from "./pictures.ts";
import type { PointerShape } from "./pointer-shape.ts";

/** Where the layers are shown. */
export interface Surface {
  /** Has the layer painted, now: calls back `paint` of the engine. */
  draw(layer: LayerName): void;
  /** Shows the resting layer, which is a plate larger than the view, elsewhere or in another size. */
  show(showing: Showing): void;
  /** The plate was painted: shows what is on it now. `changed`: where, CSS px of the plate. */
  present(changed: Damage): void;
  /**
   * Where a layer's canvas lies, CSS px of the view that are whole device px, before the layer is drawn. null takes it away: the browser
   * handles every canvas at every frame, bare ones too.
   */
  lay(layer: BusyLayer, part: Rect | null): void;
  /** What something in the hand is in line with, CSS px of the view. */
  showGuides(guides: readonly Guide[], colour: string): void;
  setPointerShape(shape: PointerShape): void;
}

export interface EngineParts {
  readonly clock: CanvasClock;
  readonly surface: Surface;
  readonly measure: MeasureText;
  /** Fetches a picture; returns how to stop. A broken one never comes. */
  readonly loadPicture: LoadPicture;
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
  hit(screen: Point, device?: Device): ItemKey | null;
  /** The handle of what is selected alone at a point of the screen. */
  grip(screen: Point, device: Device): { readonly key: ItemKey; readonly grip: Grip } | null;
  /** What the pointer has passed since it was seen last, topmost first; only while the gesture asks. */
  passed(world: Point, device: Device): ItemKey[];
  /** Every sample of the pointer counts now. */
  readonly isDrawing: boolean;
  /** The pointer is here, or has left. */
  pointAt(screen: Point | null): void;
  /** What is being written; for the text field over it. */
  readonly draft: Omit<DraftSlot, "set" | "turn" | "close">;
  /** What is being changed where it stands. */
  readonly editing: Source<Editing | null>;
  /** Called after every move of the view. */
  onCamera(listener: () => void): () => void;
  /** Called after every frame in which the sheet or the view changed. */
  onFrame(listener: () => void): () => void;
  screenRect(area: Rect): Rect;
  /** Things painted at rest so far, each as often as it was painted. */
  thingsPainted(): number;
  close(): void;
}
