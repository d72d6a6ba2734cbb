import type { Guide } from "../geometry/align.ts";
import type { Rect } from "../geometry/rect.ts";
import type { GestureInput } from "../gestures/gesture.ts";
import type { Making } from "../gestures/making.ts";
import type { BoardCanvasProps, CanvasPoint } from "../props.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Scene } from "../scene/scene.ts";
import type { Draft } from "../scene/sheet.ts";
import type { CanvasClock } from "./clock.ts";
import type { DamageBook } from "./damage.ts";
import type { EditingSlot } from "./editing-slot.ts";
import type { Fanning } from "./fanning.ts";
import type { FrameLoop } from "./frame-loop.ts";
import type { Hand } from "./held.ts";
import type { PeerMotion } from "./peer-motion.ts";
import type { Selection } from "./selection.ts";
import type { Viewport } from "./viewport.ts";

/** What the parts of the engine share: the canvas as it is at this moment. Made and owned by `engine.ts`. */
export interface Desk {
  readonly clock: CanvasClock;
  readonly damage: DamageBook;
  readonly loop: FrameLoop;
  readonly viewport: Viewport;
  readonly hand: Hand;
  readonly peers: PeerMotion;
  readonly selection: Selection;
  readonly fanning: Fanning;
  /** What the page last passed in. */
  readonly props: BoardCanvasProps;
  readonly scene: Scene;
  /** The pointer in world units; null when it isn't over the canvas. */
  pointer: CanvasPoint | null;
  lasso: Rect | null;
  draft: Draft | null;
  /** What is being drawn, connected, spanned, erased or resized. */
  making: Making | null;
  /** Zone of the sheet that something is held over. */
  lit: string | null;
  litArea: Rect | null;
  spaceHeld: boolean;
  /** Alt, Ctrl or Cmd is down: nothing is drawn into line. */
  isLoose: boolean;
  /** What the things in my hand are in line with. */
  guides: readonly Guide[];
  /** ms a motion of the view takes; 0 when reduced motion is asked for. */
  motion(): number;
  /** Lays out what the source says now, so that what was just written can be found. */
  sync(): void;
  gesture(input: GestureInput): void;
  /** False: the words of another can't be written down yet, and its field is shown again instead. */
  setDraft(draft: Draft | null): boolean;
  readonly editing: EditingSlot;
  /** This person moved the view. */
  viewMoved(byHand: boolean): void;
  tellPresence(): void;
  /** Where a thing is shown: in a hand, or where it lies. */
  readonly shownAt: (key: ItemKey) => Rect | null;
}
