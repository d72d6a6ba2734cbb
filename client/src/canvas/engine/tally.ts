import type { CanvasEngine } from "./canvas-engine.ts";

/**
 * How much a canvas paints can't be seen from outside: the bench asks with this event on the canvas element. The answer is put into
 * `detail.tally`: things on the sheet, and things painted at rest since the page opened, each as often as it was painted.
 */
export const tallyEvent = "faelleskort:tally";

/** Answers such questions; returns how to stop. */
export function answerTally(paper: HTMLElement, engine: CanvasEngine): () => void {
  const answer = (event: Event) => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    if (typeof detail !== "object" || detail === null) return;
    const things = engine.desk.scene.arrangement?.items.length ?? 0;
    Object.assign(detail, { tally: { things, painted: engine.thingsPainted() } });
  };
  paper.addEventListener(tallyEvent, answer);
  return () => paper.removeEventListener(tallyEvent, answer);
}
