import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardPoint } from "@faelleskort/shared/model/geometry.ts";
import { type ActorId, actorId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { boundsOf, inflate, type Point, type Rect, rectAround } from "../canvas/geometry/rect.ts";
import { paintWallGround } from "../canvas/painters/wall-ground.ts";
import { actorCard, layoutActorCard } from "../canvas/scene/card-layout.ts";
import { freePlaceNear } from "../canvas/scene/free-place.ts";
import { type ActorCardItem, keyOfRef, type SceneItem, type WhoCardItem } from "../canvas/scene/item.ts";
import { createItemCache, rememberLayout } from "../canvas/scene/item-cache.ts";
import { layoutNote } from "../canvas/scene/note-layout.ts";
import { type SeatGrid, takeSeats } from "../canvas/scene/seats.ts";
import type { Arrangement, Draft, Moved, Sheet, SheetInput } from "../canvas/scene/sheet.ts";
import { fanOutStacks } from "../canvas/scene/stacks.ts";
import { layoutWhoCard, whoCard } from "../canvas/scene/who-layout.ts";
import { boardPoint, dropNotes, noteDraft, noteItems, nudgeNotes } from "./notes.ts";

/** Where cards wait that were sent from phones: loose cards to the right of the middle, those on who-cards to the left. */
const cardSeats: SeatGrid = { origin: { x: 0, y: 0 }, pitch: { x: 220, y: 148 }, towards: 1 };
const whoSeats: SeatGrid = { origin: { x: -40, y: 0 }, pitch: { x: 340, y: 252 }, towards: -1 };

/** What an empty wall shows, world units. */
const emptyBounds: Rect = { x: -560, y: -320, width: 1120, height: 640 };
const step = { small: 10, big: 100 } as const;

type WallCard = ActorCardItem | WhoCardItem;

/** "Aktører": an endless wall of actor cards and "Hvem er de?" cards. World units are board units. */
export const wallSheet: Sheet = {
  id: "wall",
  labelId: "canvas.label-wall",
  startLayout() {
    const keep = createItemCache();
    const seats = { loose: new Map<ActorId, Rect>(), who: new Map<ActorId, Rect>() };
    let layouts: ReturnType<typeof wallLayouts> | null = null;
    return (input) => {
      layouts ??= wallLayouts(input);
      return wallArrangement(keep(arrangeWall(input, layouts, seats)));
    };
  },
};

function wallLayouts({ text }: SheetInput) {
  return {
    card: rememberLayout((cluster: ActorCluster) => layoutActorCard(cluster, text)),
    who: rememberLayout((cluster: ActorCluster) => layoutWhoCard(cluster, text)),
    note: rememberLayout((note: Parameters<typeof layoutNote>[0]) => layoutNote(note, text)),
  };
}

/** Where a merged card lies: where its lead does, or else any of its cards. */
function wallPointOf({ members }: ActorCluster): BoardPoint | null {
  return members.find(({ wall }) => wall !== null)?.wall ?? null;
}

function arrangeWall(
  input: SheetInput,
  layouts: ReturnType<typeof wallLayouts>,
  seats: { loose: Map<ActorId, Rect>; who: Map<ActorId, Rect> },
): SceneItem[] {
  const laid: { cluster: ActorCluster; at: BoardPoint }[] = [];
  const seekers: ActorCluster[] = [];
  for (const cluster of input.clusters) {
    const at = wallPointOf(cluster);
    if (at) laid.push({ cluster, at });
    else seekers.push(cluster);
  }
  laid.sort((a, b) => a.at.z - b.at.z);

  const cardItem = (cluster: ActorCluster, { x, y }: Point): WallCard => {
    const ref = { record: "actor", id: cluster.id } as const;
    const base = { key: keyOfRef(ref), ref, cluster, focused: cluster.id === input.focusActor };
    if (cluster.lead.onWhoCard) {
      const layout = layouts.who(cluster);
      return {
        ...base,
        kind: "who-card",
        layout,
        rect: { x, y, width: layout.width, height: layout.height },
      };
    }
    const layout = layouts.card(cluster);
    return {
      ...base,
      kind: "actor-card",
      layout,
      rect: { x, y, width: layout.width, height: layout.height },
    };
  };

  const spots = fanOutStacks(laid, ({ at }) => at);
  const lying = laid.map(({ cluster, at }, index) => ({
    item: cardItem(cluster, spots[index] ?? at),
    z: at.z,
  }));
  const notes = noteItems("wall", input, layouts.note).map((item) => ({ item, z: item.note.position.z }));
  const seated = seatCards(
    seekers,
    [...lying, ...notes].map(({ item }) => item.rect),
    cardItem,
    seats,
  );
  const inOrder: { item: SceneItem; z: number }[] = [...lying, ...notes].sort((a, b) => a.z - b.z);
  return [...seated, ...inOrder.map(({ item }) => item)];
}

function seatCards(
  seekers: readonly ActorCluster[],
  lying: readonly Rect[],
  cardItem: (cluster: ActorCluster, at: Point) => WallCard,
  seats: { loose: Map<ActorId, Rect>; who: Map<ActorId, Rect> },
): WallCard[] {
  if (seekers.length === 0) return [];
  const seekerOf = (cluster: ActorCluster) => {
    const { width, height } = cardItem(cluster, { x: 0, y: 0 }).rect;
    return { key: cluster.id, width, height };
  };
  const loose = seekers.filter(({ lead }) => !lead.onWhoCard);
  const stuck = seekers.filter(({ lead }) => lead.onWhoCard);
  seats.loose = takeSeats(loose.map(seekerOf), lying, cardSeats, seats.loose);
  seats.who = takeSeats(stuck.map(seekerOf), [...lying, ...seats.loose.values()], whoSeats, seats.who);
  return seekers.map((cluster) =>
    cardItem(cluster, seats.loose.get(cluster.id) ?? seats.who.get(cluster.id) ?? { x: 0, y: 0 }),
  );
}

function wallArrangement(items: readonly SceneItem[]): Arrangement {
  const bounds = boundsOf(items.map(({ rect }) => rect));
  const isEmpty = items.length === 0;
  const topZ = () => items.reduce((top, item) => Math.max(top, zOf(item)), 0) + 1;
  const writeCard = (id: string, name: string, wall: BoardPoint): BoardCommand => ({
    type: "actor.write",
    id: actorId(id),
    name,
    category: null,
    wall,
  });

  return {
    items,
    bounds: bounds ? inflate(bounds, 24) : emptyBounds,
    groundVersion: isEmpty ? "empty" : "cards",
    paintGround: (brush) => paintWallGround(brush, isEmpty),
    zoneAt: () => null,
    drop: (moved) => dropOnWall(moved, topZ()),
    nudge(moving, direction, big) {
      const by = big ? step.big : step.small;
      const moves = moving.flatMap((item) =>
        isCard(item)
          ? [
              {
                id: item.cluster.id,
                to: boardPoint(
                  { x: item.rect.x + direction.x * by, y: item.rect.y + direction.y * by },
                  wallPointOf(item.cluster)?.z ?? 0,
                ),
              },
            ]
          : [],
      );
      const notes = nudgeNotes(
        moving.filter((item) => item.kind === "note"),
        direction,
        by,
      );
      return moves.length > 0 ? [{ type: "actor.move", moves }, ...notes] : notes;
    },
    digit: () => [],
    draft(at, tool, exact): Draft | null {
      switch (tool) {
        case "note":
          return noteDraft("wall", at, topZ());
        case "resource":
        case "challenge":
        case "hand":
          return null;
        case "select":
        case "card": {
          const { width, height } = actorCard;
          const lying = items.map(({ rect }) => rect);
          const rect = exact ? rectAround(at, width, height) : freePlaceNear(at, width, height, lying);
          return {
            rect,
            look: "card",
            maxLength: contentLimits.actorName,
            promptId: "canvas.prompt-card",
            paint: () => {},
            commands: (name, newId) => [writeCard(newId(), name, boardPoint(rect, topZ()))],
          };
        }
      }
    },
    paste(lines, centre, _tool, newId) {
      const side = Math.ceil(Math.sqrt(lines.length));
      const { pitch } = cardSeats;
      const origin = { x: centre.x - (side * pitch.x) / 2, y: centre.y - (side * pitch.y) / 2 };
      const seekers = lines.map((_line, key) => ({ key, width: actorCard.width, height: actorCard.height }));
      const lying = items.map(({ rect }) => rect);
      const free = takeSeats(seekers, lying, { ...cardSeats, origin }, new Map());
      const z = topZ();
      return lines.map((line, index) => writeCard(newId(), line, boardPoint(free.get(index) ?? centre, z)));
    },
  };
}

const isCard = (item: SceneItem): item is WallCard => item.kind === "actor-card" || item.kind === "who-card";

function zOf(item: SceneItem): number {
  if (isCard(item)) return wallPointOf(item.cluster)?.z ?? 0;
  return item.kind === "note" ? item.note.position.z : 0;
}

/** What was let go lies on top, in the order it lay. */
function dropOnWall(moved: readonly Moved[], topZ: number): BoardCommand[] {
  const moves = moved.flatMap(({ item, to }, index) =>
    isCard(item) ? [{ id: item.cluster.id, to: boardPoint(to, topZ + index) }] : [],
  );
  const notes = dropNotes(moved, topZ);
  return moves.length > 0 ? [{ type: "actor.move", moves }, ...notes] : notes;
}

/** A free place for a "Hvem er de?" card near a point, for buttons that stick a card without pointing. */
export function freeWhoPlace(near: Point, items: readonly SceneItem[]): Rect {
  return freePlaceNear(
    near,
    whoCard.width,
    whoCard.height,
    items.map(({ rect }) => rect),
  );
}
