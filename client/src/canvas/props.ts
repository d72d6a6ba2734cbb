import type { BoardCommand, RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { TextTarget } from "@faelleskort/shared/commands/change.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { ActorId, PictureId } from "@faelleskort/shared/model/ids.ts";
import type { PriorityField } from "@faelleskort/shared/method/fields.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ReactNode } from "react";
import type { Colours, SchemeName } from "../theme/tokens.ts";
import type { DrawingStyle } from "./scene/drawing-style.ts";
import type { ItemKey } from "./scene/item.ts";
import type { Sheet, TidyOrder } from "./scene/sheet.ts";
import type { CanvasTool } from "./tool.ts";
import type { Translate } from "./translate.ts";

/**
 * A value that changes over time. The canvas subscribes outside React and reads `get()` at the next frame, so a change
 * of one card never makes React render.
 */
export interface Source<T> {
  get(): T;
  /** Calls the listener after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A point in the sheet's own units ("world"): see `sheets/*.ts` for what they are on each sheet. y grows downwards. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** World units. */
export interface CanvasExtent {
  readonly width: number;
  readonly height: number;
}

/** Which part of the sheet is in view: the point in the middle, screen px per world unit (1 = 100 %), and how much is seen. */
export interface CanvasView {
  readonly centre: CanvasPoint;
  readonly zoom: number;
  readonly seen: CanvasExtent;
}

/** Something in a person's hand: the top left corner of the thing, in world units. */
export interface DraggedItem {
  readonly ref: RecordRef;
  readonly x: number;
  readonly y: number;
}

/** What the canvas tells the others while I work on it. */
export interface CanvasPresence {
  /** null when the pointer is not over the canvas. */
  readonly cursor: CanvasPoint | null;
  readonly drag: { readonly items: readonly DraggedItem[] } | null;
}

/** Another person, as their presence tells. */
export interface CanvasPeer extends CanvasPresence {
  readonly clientId: number;
  /** What is written at their cursor and on cards in their hand; may be empty. */
  readonly label: string;
  /** A CSS colour, dark enough for white text. */
  readonly color: string;
  /** null: they are not looking at a sheet. */
  readonly sheet: SheetId | null;
  /** The text they have the caret in. */
  readonly editing: { readonly ref: RecordRef; readonly field: string } | null;
}

/**
 * "Everyone here", and somebody who is followed: obeyed once per serial. null centre = fit all; null zoom = keep the zoom. `seen`: so
 * much round the centre must be in view, whatever the zoom, until this person moves.
 */
export interface ViewRequest {
  readonly serial: number;
  readonly centre: CanvasPoint | null;
  readonly zoom: number | null;
  readonly seen?: CanvasExtent | null;
}

export interface CanvasPicture {
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What came of a pasted list. */
export interface PasteOutcome {
  readonly written: number;
  /** Lines not written, for being longer than a card takes or beyond `contentLimits.pastedLines`. */
  readonly leftOut: readonly string[];
  /** Makes one note of the whole text instead of what was written; null for a single line, or for more than a note takes. */
  readonly asOneNote: (() => void) | null;
}

export interface CanvasMenu {
  /** CSS px from the canvas' top left corner. */
  readonly at: CanvasPoint;
  readonly refs: readonly RecordRef[];
}

/** A field for one text, to be filled by the page; the canvas has laid out its place, letters and lines. */
export interface TextFieldProps {
  readonly target: TextTarget;
  /** A `line` is finished by Enter. */
  readonly kind: "line" | "area";
  /** The writer is done: the keyboard goes `back` to the canvas, or has gone `away` elsewhere. */
  readonly onClose: (how: "away" | "back") => void;
}
export type WriteText = (field: TextFieldProps) => ReactNode;

/** A pile of cards that is fanned out, or selected alone. */
export interface CanvasPile {
  readonly field: PriorityField;
  readonly count: number;
  readonly isOpen: boolean;
}

export interface BoardCanvasProps {
  /** Pass `sheetOf` of `sheets/sheets-by-id.ts` (the canvas knows none of them by name). */
  readonly sheets: (id: SheetId) => Sheet;
  readonly sheet: SheetId;
  readonly source: Source<BoardSnapshot>;
  /** The area picture, shown on the map. */
  readonly picture: CanvasPicture | null;
  readonly tool: CanvasTool;
  /** How new things on a free sheet look. */
  readonly style?: DrawingStyle;
  /** Where a picture that lies on a sheet is to be had. */
  readonly pictureUrl?: (id: PictureId) => string;
  /** Pictures were pasted or dropped, to lie with their middle at a point (world). */
  readonly onPictures?: (files: readonly File[], at: CanvasPoint) => void;
  /** A picture was pasted that lies in another workshop, at this address of our server. */
  readonly onPictureFrom?: (url: string, at: CanvasPoint) => void;
  /** False while locked or for observers: one can look, zoom, select and open, but nothing moves. */
  readonly mayWrite: boolean;
  /** Projector: no selection, no cursors of one's own, no keyboard. */
  readonly readOnly?: boolean;
  /** Default: what the system asks for. */
  readonly scheme?: SchemeName;
  /** Instead of the scheme's: forced colours. */
  readonly colours?: Colours;
  /** The actor everybody looks at: highlighted, and never among those the tray has no room for. */
  readonly focusActor: ActorId | null;
  /** Everybody else (never oneself). */
  readonly peers: Source<readonly CanvasPeer[]>;
  /**
   * One call is one step for undo. Must apply the commands to `source` before the next frame, or leave them out (rejected);
   * the canvas shows what `source` says. Returns whether they were applied; when not, the page says why.
   */
  readonly dispatch: (commands: readonly BoardCommand[]) => boolean;
  /** The field that words are changed in where they stand; without it, things are opened large instead. */
  readonly writeText?: WriteText;
  /**
   * Asked before something newly written is sent: what to show beside its field instead of sending it; null lets it go.
   * `retry` sends it after all.
   */
  readonly objectionTo?: (commands: readonly BoardCommand[], retry: () => void) => ReactNode;
  /** Words of something new wait in a field and can't be written down, or no longer do. */
  readonly onHeld?: (isHeld: boolean) => void;
  /** At most 20 times a second; at most 60 dragged things are named. */
  readonly onPresence: (presence: CanvasPresence) => void;
  /** Double click or Enter on one thing: show it large, to be read and written in. */
  readonly onOpen: (ref: RecordRef) => void;
  /** Merged cards are named by their lead. After dropping a card on another, both are selected. */
  readonly onSelect: (refs: readonly RecordRef[]) => void;
  /** A pile was selected, fanned out or folded up; null: there is none to speak of. */
  readonly onPile?: (pile: CanvasPile | null) => void;
  /** The pile that somebody followed has fanned out, or null; each change is obeyed once. */
  readonly pile?: ItemKey | null;
  /** A long press, or the right button: what can be done with what is selected now (nothing: with the sheet). */
  readonly onMenu?: (menu: CanvasMenu) => void;
  /** Shows the whole sheet small in a corner, where there is room. */
  readonly minimap?: boolean;
  /** A key chose a tool. */
  readonly onTool?: (tool: CanvasTool) => void;
  /** Shortcuts of one letter or digit; default true. */
  readonly singleKeys?: boolean;
  readonly viewRequest: ViewRequest | null;
  /** At most ten times a second while moving, and once at rest. `byHand` = this person moved, so they left "everyone here". */
  readonly onView?: (view: CanvasView, byHand: boolean) => void;
  /** A tool other than select and hand has done its one thing. */
  readonly onToolUsed?: () => void;
  readonly onPasted?: (outcome: PasteOutcome) => void;
  /** A fresh id of `shared/model/ids.ts`' alphabet (nanoid). */
  readonly newId: () => string;
  readonly t: Translate;
}

/** `ref` of BoardCanvas: what buttons outside the canvas do to it. */
export interface BoardCanvasHandle {
  zoomIn(): void;
  zoomOut(): void;
  zoomTo100(): void;
  fit(): void;
  view(): CanvasView;
  /** Opens an empty card with the caret in it in the middle of the view (wall, priority) or a mark (map). */
  newCardAtCentre(): void;
  /** Selects, and moves the view so that they can be seen. */
  select(refs: readonly RecordRef[]): void;
  /** Lays what is selected, or all when nothing is, in order; nothing on sheets where the place means something. */
  tidy(order?: TidyOrder): void;
  duplicateSelection(): void;
  deleteSelection(): void;
  /** Makes one group of what is selected on a free sheet, or takes groups apart. */
  group(): void;
  ungroup(): void;
  /** One card (or mark) per line. */
  pasteLines(text: string): PasteOutcome;
  /** Where a thing is shown, in CSS px from the canvas' top left corner: to put a bubble beside it. */
  screenRectOf(ref: RecordRef): { x: number; y: number; width: number; height: number } | null;
  /** Fans the pile out that is selected, or folds up what is fanned out. */
  turnPile(): void;
  /** Opens a field over the thing's own words, or the thing large where that can't be. */
  edit(ref: RecordRef): void;
  focus(): void;
}
