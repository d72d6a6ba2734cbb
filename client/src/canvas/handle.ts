import { fit, group, newCardAtCentre, paste, tidy, ungroup, zoomBy, zoomTo } from "./engine/acts.ts";
import { deleteSelection, duplicateSelection } from "./engine/copying.ts";
import { selectRefs, showSelection } from "./engine/drafting.ts";
import { editRef } from "./engine/editing.ts";
import { turnPile } from "./engine/piling.ts";
import type { CanvasEngine } from "./engine/canvas-engine.ts";
import type { BoardCanvasHandle } from "./props.ts";
import { keyOfRef } from "./scene/item.ts";

/** What buttons outside do to the canvas. */
export function handleOf(engine: CanvasEngine, focus: () => void): BoardCanvasHandle {
  const { desk } = engine;
  return {
    zoomIn: () => zoomBy(desk, 1),
    zoomOut: () => zoomBy(desk, -1),
    zoomTo100: () => zoomTo(desk, 1),
    fit: () => fit(desk),
    view: () => desk.viewport.view,
    newCardAtCentre: () => newCardAtCentre(desk),
    select(refs) {
      selectRefs(desk, refs);
      showSelection(desk);
    },
    tidy: (order) => tidy(desk, order),
    duplicateSelection: () => duplicateSelection(desk),
    deleteSelection: () => deleteSelection(desk),
    group: () => group(desk),
    ungroup: () => ungroup(desk),
    pasteLines: (text) => paste(desk, text),
    screenRectOf(ref) {
      const area = desk.shownAt(keyOfRef(ref));
      return area && engine.screenRect(area);
    },
    turnPile: () => turnPile(desk),
    edit: (ref) => editRef(desk, ref),
    focus,
  };
}
