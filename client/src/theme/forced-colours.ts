import type { Colours, PaletteTints } from "./tokens.ts";

/** The system's colours by their CSS names. */
export type SystemColour =
  | "Canvas"
  | "CanvasText"
  | "GrayText"
  | "Highlight"
  | "HighlightText"
  | "LinkText"
  | "ButtonBorder";

/**
 * The sheet's colours for somebody who has chosen their own for everything (forced colours): few, and all theirs. What colour
 * tells elsewhere, words, signs and shapes tell, too.
 * @param system a system colour as the browser computes it
 */
export function forcedColours(system: (name: SystemColour) => string): Colours {
  const paper = system("Canvas");
  const ink = system("CanvasText");
  const highlight = system("Highlight");
  const card = { fill: paper, stripe: ink };
  const tints: PaletteTints = { fill: paper, line: ink, marker: system("GrayText") };
  return {
    paper,
    surface: paper,
    ink,
    quietInk: ink,
    line: system("ButtonBorder"),
    edge: ink,
    action: system("LinkText"),
    onAction: paper,
    actionTint: paper,
    focusOuter: ink,
    focusInner: highlight,
    danger: ink,
    onDanger: paper,
    categories: { institution: card, association: card, enthusiast: card, place: card, none: card },
    marks: { resource: ink, challenge: highlight },
    onMark: paper,
    note: paper,
    noteEdge: ink,
    relevance: { red: ink, yellow: ink, green: ink },
    shadow: ink,
    palette: {
      yellow: tints,
      green: tints,
      blue: tints,
      pink: tints,
      orange: tints,
      violet: tints,
      grey: tints,
      ink: tints,
    },
  };
}
