import { type Colours, tokens } from "../theme/tokens.ts";
import type { BoardCanvasProps } from "./props.ts";

/** What the sheet is painted in: the person's own colours when they have forced them on everything, else the scheme's. */
export const coloursOf = ({
  colours,
  scheme = "light",
}: Pick<BoardCanvasProps, "colours" | "scheme">): Colours => colours ?? tokens.colours[scheme];
