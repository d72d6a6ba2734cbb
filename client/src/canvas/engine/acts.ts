import { centredOn, zoomedAt } from "../geometry/camera.ts";
import { neighbour } from "../geometry/neighbour.ts";
import { boundsOf, centreOf, type Point } from "../geometry/rect.ts";
import type { KeyAction } from "../gestures/key-action.ts";
import { pastedLines } from "../gestures/pasted-lines.ts";
import type { PasteOutcome } from "../props.ts";
import type { Draft, TidyOrder } from "../scene/sheet.ts";
import type { Desk } from "./desk.ts";
import { deleteSelection, duplicateSelection, looseItems, selectedItems } from "./copying.ts";
import { openMenuHere } from "./menu.ts";
import { turnPile } from "./piling.ts";
import { editItem } from "./editing.ts";
import { createdBy, openDraft, selectRefs, showSelection } from "./drafting.ts";

const zoomStep = 1.25;
/** Arrow keys without a selection, screen px. */
const panStep = 60;

/** Does what a key means. */
export function act(desk: Desk, action: KeyAction): void {
  const { props, scene, selection } = desk;
  switch (action.type) {
    case "nudge": {
      const commands = scene.arrangement?.nudge(looseItems(desk), action.direction, action.big) ?? [];
      if (commands.length > 0) props.dispatch(commands);
      desk.sync();
      return showSelection(desk);
    }
    case "pan":
      desk.viewport.panBy(-action.direction.x * panStep, -action.direction.y * panStep);
      return desk.viewMoved(true);
    case "go":
      return go(desk, action.direction);
    case "delete":
      return deleteSelection(desk);
    case "duplicate":
      return duplicateSelection(desk);
    case "card-beside":
      return openDraft(desk, besideSelected(desk));
    case "tool":
      return props.onTool?.(action.tool);
    case "menu":
      return openMenuHere(desk);
    case "edit": {
      const [item] = selectedItems(desk);
      if (item) editItem(desk, item, null);
      return;
    }
    case "pile":
      return turnPile(desk);
    case "open": {
      const [ref] = selection.refs;
      if (ref) props.onOpen(ref);
      return;
    }
    case "select-all": {
      const free = scene.arrangement?.free;
      const { items = [], piles } = scene.arrangement ?? {};
      const every = [...items, ...(piles?.lying.values() ?? [])];
      return selection.set(every.filter((item) => free?.isFixed(item) !== true));
    }
    case "group":
      return group(desk);
    case "ungroup":
      return ungroup(desk);
    case "new-card":
      return desk.pointer ? newCardAt(desk, desk.pointer, true) : newCardAtCentre(desk);
    case "digit": {
      const commands = scene.arrangement?.digit(selectedItems(desk), action.digit) ?? [];
      if (commands.length > 0) props.dispatch(commands);
      return;
    }
    case "fit":
      return fit(desk);
    case "fit-selection":
      return fitSelection(desk);
    case "zoom-100":
      return zoomTo(desk, 1);
    case "zoom-in":
      return zoomBy(desk, 1);
    case "zoom-out":
      return zoomBy(desk, -1);
    case "escape":
      return desk.gesture({ type: "escape" });
    case "space":
      desk.spaceHeld = true;
  }
}

/**
 * Leads from the selected thing, or else from the middle of the view, to the next; moves the paper where nothing lies. Where cards
 * are fanned out, from one of them to another.
 */
function go(desk: Desk, direction: Point): void {
  const { scene, selection, viewport, fanning } = desk;
  const [selected] = [...selection.keys].flatMap((key) => scene.shown(key) ?? []);
  const things = scene.shownItems.filter(
    ({ key }) => key !== selected?.key && (fanning.fan === null || fanning.isFanned(key)),
  );
  const from = selected ? centreOf(selected.rect) : viewport.view.centre;
  const next = neighbour(from, direction, things);
  if (next) {
    selection.set([next]);
    return showSelection(desk);
  }
  if (selected) return;
  viewport.panBy(-direction.x * panStep, -direction.y * panStep);
  desk.viewMoved(true);
}

/** A draft beside the one card that is selected. */
export function besideSelected(desk: Desk): Draft | null {
  const [selected, another] = selectedItems(desk);
  return selected && !another ? (desk.scene.arrangement?.draftBeside(selected) ?? null) : null;
}

/** One step for undo. What is selected is laid in order where it lies; nothing selected = everything. */
export function tidy(desk: Desk, order?: TidyOrder): void {
  const { props, scene } = desk;
  const by = order ?? props.sheets(props.sheet).tidyOrders[0];
  if (by === undefined) return;
  const chosen = selectedItems(desk);
  const commands = scene.arrangement?.tidy(chosen.length > 1 ? chosen : scene.arrangement.items, by) ?? [];
  if (commands.length === 0 || !props.mayWrite) return;
  props.dispatch(commands);
  desk.sync();
  if (chosen.length > 1) return showSelection(desk);
  fit(desk);
}

function fitSelection(desk: Desk): void {
  const area = boundsOf(selectedItems(desk).map(({ rect }) => rect));
  if (!area) return fit(desk);
  desk.viewport.fit(area, desk.clock.now(), desk.motion());
  desk.viewMoved(true);
}

export function newCardAtCentre(desk: Desk): void {
  newCardAt(desk, desk.viewport.view.centre, false);
}

function newCardAt(desk: Desk, at: Point, exact: boolean): void {
  const { arrangement } = desk.scene;
  const { tool, style } = desk.props;
  // On a free sheet, what is new is a note, whatever tool is in the hand.
  openDraft(desk, arrangement?.draft(at, arrangement.free ? "note" : tool, exact, style) ?? null);
}

/** Makes one group of what is selected. */
export function group(desk: Desk): void {
  const { props, scene } = desk;
  const commands = scene.arrangement?.free?.group(looseItems(desk), props.newId) ?? [];
  if (commands.length > 0 && props.mayWrite) props.dispatch(commands);
}

export function ungroup(desk: Desk): void {
  const { props, scene } = desk;
  const commands = scene.arrangement?.free?.ungroup(looseItems(desk)) ?? [];
  if (commands.length > 0 && props.mayWrite) props.dispatch(commands);
}

export function fit(desk: Desk): void {
  const bounds = desk.scene.arrangement?.bounds;
  if (bounds) desk.viewport.fit(bounds, desk.clock.now(), desk.motion());
  desk.viewMoved(true);
}

export function zoomTo(desk: Desk, zoom: number): void {
  const { viewport, clock } = desk;
  viewport.goTo(centredOn(viewport.view.centre, zoom, viewport.size), clock.now(), desk.motion());
  desk.viewMoved(true);
}

export function zoomBy(desk: Desk, steps: 1 | -1): void {
  const { viewport, clock } = desk;
  const { camera, size } = viewport;
  const middle = { x: size.width / 2, y: size.height / 2 };
  viewport.goTo(zoomedAt(camera, middle, camera.zoom * zoomStep ** steps), clock.now(), desk.motion());
  desk.viewMoved(true);
}

export function wheel(
  desk: Desk,
  { dx, dy, zooms, at }: { dx: number; dy: number; zooms: boolean; at: { x: number; y: number } },
): void {
  const { viewport } = desk;
  // A trackpad pinches in steps of a few units, a mouse wheel turns by a hundred at once.
  if (zooms) viewport.zoomAt(at, viewport.camera.zoom * Math.exp(-Math.max(-25, Math.min(25, dy)) * 0.01));
  else viewport.panBy(-dx, -dy);
  desk.viewMoved(true);
}

export function paste(desk: Desk, text: string): PasteOutcome {
  const { props, scene, viewport } = desk;
  const { lines, leftOut } = pastedLines(text);
  const arrangement = scene.arrangement;
  if (!props.mayWrite || !arrangement) {
    return { written: 0, leftOut: [...lines, ...leftOut], asOneNote: null };
  }
  const { centre } = viewport.view;
  let asOneNote: PasteOutcome["asOneNote"] = null;
  if (lines.length > 0) {
    const commands = arrangement.paste(lines, centre, props.tool, props.newId);
    // The page has said why; that something was written would be a second, wrong word.
    if (!props.dispatch(commands)) return { written: 0, leftOut: [...lines, ...leftOut], asOneNote: null };
    const refs = commands.flatMap(createdBy);
    selectRefs(desk, refs);
    showSelection(desk);
    const note = arrangement.draft(centre, "note", true);
    const words = text.trim();
    if (note && lines.length > 1 && words.length <= note.maxLength) {
      asOneNote = () =>
        void props.dispatch([
          { type: "records.delete", records: refs },
          ...note.commands(words, props.newId),
        ]);
    }
  }
  const outcome = { written: lines.length, leftOut, asOneNote };
  props.onPasted?.(outcome);
  return outcome;
}
