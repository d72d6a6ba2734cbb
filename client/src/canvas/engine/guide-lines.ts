import type { Guide } from "../geometry/align.ts";

/** Lines that show what something in the hand is in line with. */
export interface GuideLines {
  /** CSS px from the view's corner; each is upright or level. */
  show(guides: readonly Guide[], colour: string): void;
  close(): void;
}

/** CSS px. */
const thickness = 1.5;

/**
 * Elements of their own, over the layers: they reach across the view, and a canvas for what is in the hand that reaches as far costs
 * several times what it costs without them.
 */
export function createGuideLines(paper: HTMLElement): GuideLines {
  const lines: HTMLElement[] = [];
  return {
    show(guides, colour) {
      while (lines.length < guides.length) {
        const line = paper.appendChild(paper.ownerDocument.createElement("div"));
        line.setAttribute("data-guide", "");
        lines.push(line);
      }
      for (const [index, { style }] of lines.entries()) {
        const guide = guides[index];
        style.display = guide ? "block" : "none";
        if (!guide) continue;
        const { from, to } = guide;
        style.width = `${Math.max(thickness, to.x - from.x)}px`;
        style.height = `${Math.max(thickness, to.y - from.y)}px`;
        style.transform = `translate(${from.x}px, ${from.y}px)`;
        style.backgroundColor = colour;
      }
    },
    close() {
      for (const line of lines) line.remove();
    },
  };
}
