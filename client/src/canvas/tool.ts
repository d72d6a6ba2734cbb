/**
 * What a press on empty paper does. `select`: lasso (mouse) or pan (touch). `hand`: pan. The makers (`makerOf`) draw, connect,
 * erase or span an area wherever they are pressed. The others write the thing on the spot; a double click writes it with `select`, too.
 */
export type CanvasTool =
  | "select"
  | "hand"
  | "card"
  | "resource"
  | "challenge"
  | "note"
  | "text"
  | "pen"
  | "marker"
  | "eraser"
  | "arrow"
  | "line"
  | "rectangle"
  | "ellipse"
  | "frame";

export type Maker = "drawing" | "erasing" | "connecting" | "spanning";

/** What pressing and moving makes with a tool; null for those that press, select or pan. */
export function makerOf(tool: CanvasTool): Maker | null {
  switch (tool) {
    case "pen":
    case "marker":
      return "drawing";
    case "eraser":
      return "erasing";
    case "arrow":
    case "line":
      return "connecting";
    case "rectangle":
    case "ellipse":
    case "frame":
      return "spanning";
    case "select":
    case "hand":
    case "card":
    case "resource":
    case "challenge":
    case "note":
    case "text":
      return null;
  }
}
