import type { BoardCommand, RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import { broughtIntoView, visibleWorld } from "../geometry/camera.ts";
import { boundsOf, covers, type Rect } from "../geometry/rect.ts";
import { keyOfRef } from "../scene/item.ts";
import type { Draft } from "../scene/sheet.ts";
import type { Desk } from "./desk.ts";

/** Opens a text field for something new, where it can be seen. */
export function openDraft(desk: Desk, draft: Draft | null): void {
  if (!draft) return;
  desk.selection.set([]);
  desk.setDraft(draft);
  if (desk.draft) showArea(desk, desk.draft.rect);
}

/** The field was left. What was written becomes a card; nothing written, nothing made. False: it couldn't be written down. */
export function finishDraft(desk: Desk, draft: Draft, text: string): boolean {
  const words = text.trim();
  const commands = words === "" ? [] : draft.commands(words, desk.props.newId);
  if (commands.length > 0 && !desk.props.dispatch(commands)) return false;
  if (desk.draft === draft) desk.setDraft(null);
  if (commands.length > 0) selectRefs(desk, commands.flatMap(createdBy));
  return true;
}

export function createdBy(command: BoardCommand): RecordRef[] {
  switch (command.type) {
    case "actor.write":
      return [{ record: "actor", id: command.id }];
    case "mark.add":
      return [{ record: "mark", id: command.id }];
    case "note.add":
      return [{ record: "note", id: command.id }];
    case "element.add":
      return [{ record: "element", id: command.element.id }];
    default:
      return [];
  }
}

/** Selects what is on this sheet of these; a merged card is found by any of its cards. */
export function selectRefs(desk: Desk, refs: readonly RecordRef[]): void {
  desk.sync();
  const wanted = new Set(refs.map(keyOfRef));
  const { items = [], piles } = desk.scene.arrangement ?? {};
  desk.selection.set(
    [...items, ...(piles?.lying.values() ?? [])].filter((item) => {
      if (wanted.has(item.key)) return true;
      return "cluster" in item && item.cluster.members.some(({ id }) => wanted.has(`actor:${id}`));
    }),
  );
}

export function showSelection(desk: Desk): void {
  const area = boundsOf([...desk.selection.keys].flatMap((key) => desk.scene.shown(key)?.rect ?? []));
  if (area) showArea(desk, area);
}

/** Screen px between the view's edges and what was brought into it: along head and foot, bars lie over the sheet. */
const shownMargin = { x: 28, y: 96 } as const;

/** Moves the view only if the area can't be seen whole, and then as little as it takes: it may lie under a hand. */
export function showArea(desk: Desk, area: Rect): void {
  const { viewport, clock } = desk;
  const { camera, size } = viewport;
  if (covers(visibleWorld(camera, size), area)) return;
  viewport.goTo(broughtIntoView(camera, size, area, shownMargin), clock.now(), desk.motion());
  desk.viewMoved(true);
}
