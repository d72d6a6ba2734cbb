import type { PictureId } from "@faelleskort/shared/model/ids.ts";
import type { Colours } from "../../theme/tokens.ts";
import type { FarTitles } from "../scene/far-titles.ts";
import type { TextSetter } from "../scene/text-setter.ts";
import type { Translate } from "../translate.ts";

/** How much of a thing is worth drawing at the present zoom. */
export type Detail =
  /** Everything. */
  | "near"
  /** The name alone, over the whole thing, in one size for all: `farSize`. */
  | "far"
  /** Colour only: no text could be read. */
  | "speck";

/** What a painter draws with. The context is scaled so that one unit is one world unit. */
export interface Brush {
  readonly ctx: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly fontFamily: string;
  /** Screen px (CSS) per world unit. */
  readonly zoom: number;
  readonly detail: Detail;
  /** Size of names seen from far away, world units; null when they have no room. */
  readonly farSize: number | null;
  /** Where marks' titles stand when seen from far away; null from near, where each stands on its own slip. */
  readonly farTitles: FarTitles | null;
  readonly text: TextSetter;
  readonly t: Translate;
  /** False on a screen that only shows: what can be pressed elsewhere doesn't say so there. */
  readonly pressable: boolean;
  /** The area picture once it has loaded. */
  readonly picture: CanvasImageSource | null;
  /** A picture that lies on the sheet; null until it has loaded, and asking for it has it loaded. */
  readonly pictureOf: (id: PictureId) => CanvasImageSource | null;
}

/** From here on card names, 14 to 20 units, can be read as they are set. */
const nearZoom = 0.6;

export function detailAt(zoom: number, farSize: number | null): Detail {
  if (zoom >= nearZoom) return "near";
  return farSize === null ? "speck" : "far";
}
