import type { Colours } from "../../theme/tokens.ts";
import type { TextSetter } from "../scene/text-setter.ts";
import type { Translate } from "../translate.ts";

/** How much of a thing is worth drawing at the present zoom. */
export type Detail =
  /** Everything. */
  | "near"
  /** The name alone, as large as the card allows. */
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
  readonly text: TextSetter;
  readonly t: Translate;
  /** The area picture once it has loaded. */
  readonly picture: CanvasImageSource | null;
}

/** Card names are set at about 18 units: 8 px is the least that reads, and below 3.5 even enlarged ones don't. */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.45) return "near";
  return zoom >= 0.16 ? "far" : "speck";
}
