import { centreOf, contains, covers, overlaps, type Point, type Rect } from "../geometry/rect.ts";
import type { GestureEffect } from "../gestures/gesture.ts";
import type { ActorCardItem, ItemKey, RecordItem, SceneItem, WhoCardItem } from "../scene/item.ts";
import { inflate } from "../geometry/rect.ts";
import type { Desk } from "./desk.ts";
import { inLine } from "./aligning.ts";
import { dropCopies } from "./copying.ts";
import { openDraft } from "./drafting.ts";
import { editItem } from "./editing.ts";
import { writeMade } from "./made.ts";
import { lyingIn } from "./piling.ts";

/** Carries out what a gesture decided. */
export function carryOut(desk: Desk, effect: GestureEffect): void {
  switch (effect.type) {
    case "select":
      // Pressed elsewhere, or Escape: what was fanned out is folded up.
      if (!effect.keys.some(desk.fanning.isFanned)) desk.fanning.fold();
      return desk.selection.set(withGroups(desk, itemsOf(desk, effect.keys)));
    case "toggle":
      for (const item of withGroups(desk, itemsOf(desk, [effect.key]))) desk.selection.toggle(item);
      return;
    case "pan":
      desk.viewport.panBy(effect.dx, effect.dy);
      return desk.viewMoved(true);
    case "zoom":
      desk.viewport.zoomAt(effect.at, desk.viewport.camera.zoom * effect.factor);
      return desk.viewMoved(true);
    case "lift":
      desk.hand.lift(
        withCarried(desk, effect.keys),
        (key) => desk.shownAt(key),
        effect.copies ?? false,
        effect.grab,
      );
      desk.fanning.putAside(effect.keys);
      return heldChanged(desk);
    case "carry": {
      const { by, guides } = inLine(desk, effect.by);
      desk.guides = guides;
      desk.hand.carry(by);
      light(desk);
      return heldChanged(desk);
    }
    case "drop":
      return drop(desk, inLine(desk, effect.by).by);
    case "drop-copies": {
      const moved = desk.hand.drop(inLine(desk, effect.by).by, desk.clock.now());
      desk.guides = [];
      desk.hand.forget();
      dropCopies(desk, moved);
      light(desk);
      return heldChanged(desk);
    }
    case "menu":
      return desk.props.onMenu?.({ at: effect.at, refs: desk.selection.refs });
    case "put-back": {
      const keys = [...desk.hand.held.keys()];
      desk.guides = [];
      desk.hand.putBack();
      desk.fanning.takeUp(keys);
      light(desk);
      return heldChanged(desk);
    }
    case "lasso":
      desk.lasso = effect.area;
      return desk.damage.hand();
    case "lasso-end":
      desk.lasso = null;
      desk.damage.hand();
      if (effect.area) selectWithin(desk, effect.area, effect.adding);
      return;
    case "open": {
      const [item] = itemsOf(desk, [effect.key]);
      if (item) editItem(desk, item, desk.pointer);
      return;
    }
    case "pile":
      desk.selection.set([]);
      return desk.fanning.press(effect.key, effect.at);
    case "making":
      desk.making = effect.making;
      return desk.damage.hand();
    case "made":
      desk.making = null;
      desk.damage.hand();
      return writeMade(desk, effect.making);
    case "create": {
      const { tool, style } = desk.props;
      openDraft(desk, desk.scene.arrangement?.draft(effect.at, tool, true, style) ?? null);
      if (tool !== "select" && tool !== "hand") desk.props.onToolUsed?.();
    }
  }
}

function itemsOf({ scene }: Desk, keys: readonly ItemKey[]): RecordItem[] {
  return keys.flatMap((key) => scene.item(key) ?? []);
}

/** One of a group stands for all of it. */
const withGroups = ({ scene }: Desk, items: readonly RecordItem[]): readonly RecordItem[] =>
  scene.arrangement?.free?.together(items) ?? items;

function withCarried(desk: Desk, keys: readonly ItemKey[]): readonly RecordItem[] {
  const items = itemsOf(desk, keys);
  return desk.scene.arrangement?.free?.carried(items) ?? items;
}

function heldChanged(desk: Desk): void {
  desk.damage.hand();
  desk.tellPresence();
}

function drop(desk: Desk, by: Point): void {
  const moved = desk.hand.drop(by, desk.clock.now());
  desk.guides = [];
  const commands = desk.scene.arrangement?.drop(moved) ?? [];
  if (commands.length > 0) desk.props.dispatch(commands);
  else desk.hand.forget();
  light(desk);
  heldChanged(desk);
  desk.fanning.takeUp(moved.map(({ item }) => item.key));
  const [only] = moved;
  if (moved.length === 1 && only) selectPair(desk, only.item, { ...only.item.rect, ...only.to });
}

const isWallCard = (item: SceneItem): item is ActorCardItem | WhoCardItem =>
  item.kind === "actor-card" || item.kind === "who-card";

/** A card let go on another may mean that they are the same actor: both are selected, and the page can offer to merge. */
function selectPair(desk: Desk, dropped: RecordItem, area: Rect): void {
  if (!isWallCard(dropped)) return;
  const middle = centreOf(area);
  const under = desk.scene
    .within(area)
    .filter(isWallCard)
    .findLast((item) => item.key !== dropped.key && contains(item.rect, middle));
  if (under) desk.selection.set([dropped, under]);
}

function selectWithin(desk: Desk, area: Rect, adding: boolean): void {
  const { scene } = desk;
  const free = scene.arrangement?.free;
  const caught = scene.within(area).flatMap((item): readonly RecordItem[] => {
    if (!overlaps(item.rect, area)) return [];
    if (item.kind === "pile") return item.head === null ? lyingIn(desk, item.key) : [];
    // One draws a lasso inside a frame to catch what lies in it.
    const isFrame = item.kind === "element" && item.layout.kind === "frame";
    return (isFrame && !covers(area, item.rect)) || free?.isFixed(item) === true ? [] : [item];
  });
  const before = adding ? itemsOf(desk, [...desk.selection.keys]) : [];
  desk.selection.set(withGroups(desk, [...before, ...caught]));
}

/** Lights the place that the thing pressed would land in, if it were let go now. */
function light(desk: Desk): void {
  const [pressed] = [...desk.hand.held.values()].filter(({ lifted }) => lifted);
  const zoneAt = (point: Point) => desk.scene.arrangement?.zoneAt(point) ?? null;
  const zone = pressed ? zoneAt(centreOf({ ...pressed.item.rect, ...pressed.at })) : null;
  if (zone?.key === desk.lit) return;
  desk.lit = zone?.key ?? null;
  desk.damage.rest(desk.litArea ? [desk.litArea] : []);
  desk.litArea = zone && inflate(zone.rect, 8);
  desk.damage.rest(desk.litArea ? [desk.litArea] : []);
}
