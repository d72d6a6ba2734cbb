import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { priorityFields } from "@faelleskort/shared/method/fields.ts";
import type { UnitPoint } from "@faelleskort/shared/model/geometry.ts";
import { type ActorId, actorId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { boundsOf, centreOf, contains, inflate, type Point, rectAround } from "../canvas/geometry/rect.ts";
import { compactCard } from "../canvas/scene/card-layout.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import { createItemCache, createPileCache } from "../canvas/scene/item-cache.ts";
import type { Arrangement, Draft, Moved, Piles, Sheet } from "../canvas/scene/sheet.ts";
import type { Copy } from "../canvas/scene/copies.ts";
import { writeActor, writeNote } from "./copies.ts";
import { dropNotes, noteDraft, noteItems, nudgeNotes } from "./notes.ts";
import {
  cardLayer,
  type Layouts,
  placedCards,
  priorityLayouts,
  rememberRoom,
  waitingItems,
} from "./priority-cards.ts";
import {
  circleOf,
  fieldAt,
  fromSquare,
  square,
  toSquare,
  tray,
  trayArea,
  trayCapacity,
  trayEdge,
} from "./priority-geometry.ts";
import { paintPriorityGround, type PriorityGround } from "./priority-ground.ts";
import { takeTraySlots } from "./tray-slots.ts";

/** Arrow keys: parts of an axis. */
const step = { small: 0.02, big: 0.1, note: 10 } as const;

/** "Prioritering": the four circles, and the tray of actors nobody has placed. The square is 1000 × 1000 world units. */
export const prioritySheet: Sheet = {
  id: "priority",
  labelId: "canvas.label-priority",
  tidyOrders: [],
  tools: ["select", "hand", "card", "note"],
  startLayout() {
    const keep = createItemCache();
    const keepPiles = createPileCache();
    let slots = new Map<ActorId, number>();
    const spread = rememberRoom();
    let layouts: Layouts | null = null;
    return (input) => {
      layouts ??= priorityLayouts(input);
      const waiting = input.clusters.filter(({ placement }) => placement === null);
      slots = takeTraySlots(
        waiting.map(({ id }) => id),
        slots,
        trayCapacity,
        input.focusActor,
      );
      const lay = cardLayer(layouts, input);
      const placed = placedCards(spread, lay, input);
      const items = [
        ...waitingItems(waiting, slots, lay),
        ...placed.cards,
        ...noteItems("priority", input, layouts.note),
      ];
      const kept = keep([...items, ...placed.lying]);
      const lying = new Map(kept.slice(items.length).map((item) => [item.key, item]));
      const piles = { items: keepPiles(placed.piles), lying, pileOf: placed.pileOf };
      return priorityArrangement(kept.slice(0, items.length), piles, groundOf(input.clusters, slots));
    };
  },
};

function groundOf(clusters: readonly ActorCluster[], slots: ReadonlyMap<ActorId, number>): PriorityGround {
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0 };
  let waiting = 0;
  for (const { field } of clusters) {
    if (field) counts[field]++;
    else waiting++;
  }
  const lastSlot = Math.max(0, ...slots.values());
  const columns = Math.floor(lastSlot / tray.rows) + 1;
  return { counts, waiting, hidden: waiting - slots.size, columns, isEmpty: clusters.length === 0 };
}

function priorityArrangement(
  items: readonly RecordItem[],
  piles: Piles,
  ground: PriorityGround,
): Arrangement {
  const area = trayArea(ground.columns);
  // What is fanned out is there for a while only: the sheet is no larger for it.
  const inPlace = items.filter(({ key }) => !piles.pileOf.has(key));
  const topZ = () =>
    items.reduce((top, item) => (item.kind === "note" ? Math.max(top, item.note.position.z) : top), 0) + 1;
  return {
    items,
    piles,
    // The axis ends are written below the square.
    bounds: inflate(
      boundsOf([area, { ...square, height: square.height + 48 }, ...inPlace.map(({ rect }) => rect)]) ?? area,
      12,
    ),
    groundVersion: JSON.stringify(ground),
    paintGround: (brush, lit) => paintPriorityGround(brush, ground, lit),
    zoneAt(point) {
      if (point.x < trayEdge) return { key: "tray", rect: area };
      const field = fieldAt(point);
      const { centre, radius } = circleOf(field);
      return { key: `field-${field}`, rect: rectAround(centre, 2 * radius, 2 * radius) };
    },
    drop: (moved) => dropInModel(moved, piles, topZ()),
    nudge(moving, { x, y }, big) {
      const by = big ? step.big : step.small;
      const moves = moving.flatMap((item) => {
        if (item.kind !== "compact-card") return [];
        // From the tray, a card starts in the middle of the model: from there it is as near to every circle.
        const from = item.cluster.placement ?? { x: 0.5, y: 0.5 };
        return [{ id: item.cluster.id, to: roundedUnit({ x: from.x + x * by, y: from.y - y * by }) }];
      });
      const notes = nudgeNotes(
        moving.filter((item) => item.kind === "note"),
        { x, y },
        big ? step.note * 10 : step.note,
      );
      return moves.length > 0 ? [{ type: "actor.place", moves }, ...notes] : notes;
    },
    digit(chosen, digit) {
      const field = priorityFields.find((candidate) => candidate === digit);
      if (!field) return [];
      return chosen.flatMap((item): BoardCommand[] =>
        item.kind === "compact-card" ? [{ type: "actor.place-in-field", id: item.cluster.id, field }] : [],
      );
    },
    draft(at, tool, exact): Draft | null {
      if (tool === "note") return noteDraft("priority", at, topZ());
      if (tool !== "select" && tool !== "card") return null;
      const middle = exact ? at : { x: area.x + area.width / 2, y: area.y + 120 };
      return {
        rect: rectAround(middle, compactCard.width * 1.25, compactCard.height * 1.25),
        look: "compact",
        maxLength: contentLimits.actorName,
        promptId: "canvas.prompt-card",
        paint: () => {},
        // A new card waits in the tray: whether and where it belongs is for all to say.
        commands: (name, newId) => [writeCard(newId(), name)],
      };
    },
    aligns: false,
    tidy: () => [],
    draftBeside: () => null,
    write: (copies, exact, newId) => copies.flatMap((copy) => writeCopy(copy, exact, newId(), topZ())),
    paste: (lines, _centre, _tool, newId) => lines.map((line) => writeCard(newId(), line)),
  };
}

const writeCard = (id: string, name: string): BoardCommand => ({
  type: "actor.write",
  id: actorId(id),
  name,
  category: null,
  wall: null,
});

/** A copy put somewhere is placed there; any other is placed beside what it was copied of, or waits with it in the tray. */
function writeCopy(copy: Copy, exact: boolean, id: string, topZ: number): BoardCommand[] {
  if (copy.kind !== "actor") return [writeNote(copy, "priority", id, topZ)];
  const card = writeActor(copy, id, null);
  const middle = centreOf(copy.rect);
  const pointed = middle.x >= trayEdge ? fromSquare(middle) : null;
  const beside =
    copy.placement && roundedUnit({ x: copy.placement.x + step.small, y: copy.placement.y - step.small });
  const to = exact ? pointed : beside;
  return to ? [card, { type: "actor.place", moves: [{ id: actorId(id), to }] }] : [card];
}

const roundedUnit = (point: UnitPoint): UnitPoint => fromSquare(toSquare(point));

/**
 * Into the square places; back over the tray takes the place away; from the tray to the tray, and from a pile back onto it, changes
 * nothing.
 */
function dropInModel(moved: readonly Moved[], piles: Piles, topZ: number): BoardCommand[] {
  const places: { id: ActorId; to: UnitPoint }[] = [];
  const returned: ActorId[] = [];
  for (const { item, to } of moved) {
    if (item.kind !== "compact-card") continue;
    const middle: Point = centreOf({ ...item.rect, ...to });
    const pile = piles.items.find(({ key }) => key === piles.pileOf.get(item.key));
    if (pile && contains(pile.rect, middle)) continue;
    if (middle.x >= trayEdge) places.push({ id: item.cluster.id, to: fromSquare(middle) });
    else if (item.cluster.placement) returned.push(item.cluster.id);
  }
  const commands: BoardCommand[] = [];
  if (places.length > 0) commands.push({ type: "actor.place", moves: places });
  if (returned.length > 0) commands.push({ type: "actor.unplace", ids: returned });
  return [...commands, ...dropNotes(moved, topZ)];
}
