import { priorityFields, type PriorityField } from "@faelleskort/shared/method/fields.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { type PriorityList, priorityList } from "@faelleskort/shared/views/priority.ts";
import { fanOut } from "../canvas/geometry/fan.ts";
import { type Point, type Rect, rectAround } from "../canvas/geometry/rect.ts";
import { compactCard, layoutCompactCard } from "../canvas/scene/card-layout.ts";
import { type CompactCardItem, type ItemKey, keyOfRef, type PileItem } from "../canvas/scene/item.ts";
import { rememberLayout } from "../canvas/scene/item-cache.ts";
import { type Lying, makeRoom } from "../canvas/scene/make-room.ts";
import { layoutNote } from "../canvas/scene/note-layout.ts";
import type { SheetInput } from "../canvas/scene/sheet.ts";
import {
  besidePile,
  circleOf,
  crowdScale,
  homeOf,
  isCrowded,
  pileArea,
  toSquare,
  traySlot,
} from "./priority-geometry.ts";

const roomBetween = 6;

export function priorityLayouts({ text }: SheetInput) {
  return {
    card: rememberLayout((cluster: ActorCluster) => layoutCompactCard(cluster, text)),
    note: rememberLayout((note: Parameters<typeof layoutNote>[0]) => layoutNote(note, text)),
  };
}

export type Layouts = ReturnType<typeof priorityLayouts>;

type LayCard = (cluster: ActorCluster, rect: Rect) => CompactCardItem;

/** How an actor is laid down somewhere in the model or its tray. */
export const cardLayer =
  (layouts: Layouts, { focusActor }: SheetInput): LayCard =>
  (cluster, rect) => {
    const ref = { record: "actor", id: cluster.id } as const;
    const focused = cluster.id === focusActor;
    const layout = layouts.card(cluster);
    return { kind: "compact-card", key: keyOfRef(ref), ref, rect, cluster, focused, layout };
  };

export function waitingItems(
  waiting: readonly ActorCluster[],
  slots: ReadonlyMap<ActorId, number>,
  lay: LayCard,
): CompactCardItem[] {
  return waiting.flatMap((cluster) => {
    const slot = slots.get(cluster.id);
    return slot === undefined ? [] : [lay(cluster, traySlot(slot))];
  });
}

/** The placed cards of a model, and the piles of those that can't be shown one by one. */
export interface PlacedCards {
  readonly cards: readonly CompactCardItem[];
  /** In the pile, as they look once they are taken. */
  readonly lying: readonly CompactCardItem[];
  readonly piles: readonly PileItem[];
  readonly pileOf: ReadonlyMap<ItemKey, ItemKey>;
}

export const pileKey = (field: PriorityField): ItemKey => `pile:${field}`;

/**
 * Cards in a full field shrink, and those that would cover each other make room; where they can't, they lie in a pile,
 * and are fanned out of it in the order of the list.
 */
export function placedCards(
  spread: typeof makeRoom,
  lay: LayCard,
  { clusters, focusActor, fan }: SheetInput,
): PlacedCards {
  const list = priorityList(clusters);
  const crowded = priorityFields.filter((field) => isCrowded(list[field].length));
  const cards = looseCards(clusters, crowded, spread, lay);
  const lying: CompactCardItem[] = [];
  const piles: PileItem[] = [];
  const pileOf = new Map<ItemKey, ItemKey>();
  for (const field of crowded) {
    const key = pileKey(field);
    const members = inPile(list, field, focusActor);
    const focused = list[field].find(({ id }) => id === focusActor);
    if (focused) cards.push(lay(focused, besidePile(field)));
    for (const { id } of members) pileOf.set(keyOfRef({ record: "actor", id }), key);
    const count = list[field].length;
    if (fan?.pile !== key) {
      const { centre } = circleOf(field);
      lying.push(
        ...members.map((one) => lay(one, rectAround(centre, compactCard.width, compactCard.height))),
      );
      piles.push({ kind: "pile", key, rect: pileArea(field), field, count, head: null });
      continue;
    }
    const { panel, head, places } = fanOut(members.length, compactCard, circleOf(field).centre, fan);
    cards.push(...members.flatMap((one, index) => (places[index] ? [lay(one, places[index])] : [])));
    piles.push({ kind: "pile", key, rect: panel, field, count, head });
  }
  return { cards, lying, piles, pileOf };
}

/** The actor everybody looks at never lies in a pile. */
const inPile = (list: PriorityList, field: PriorityField, focus: ActorId | null): readonly ActorCluster[] =>
  list[field].filter(({ id }) => id !== focus);

function looseCards(
  clusters: readonly ActorCluster[],
  crowded: readonly PriorityField[],
  spread: typeof makeRoom,
  lay: LayCard,
): CompactCardItem[] {
  const placed = priorityFields.flatMap((field) => {
    if (crowded.includes(field)) return [];
    const inField = clusters.filter((cluster) => cluster.field === field);
    const scale = crowdScale(inField.length);
    const width = compactCard.width * scale;
    const height = compactCard.height * scale;
    const home = homeOf(field, width, height);
    return inField.flatMap((cluster) =>
      cluster.placement ? [{ cluster, width, height, home, centre: toSquare(cluster.placement) }] : [],
    );
  });
  const spots = spread(placed, roomBetween);
  return placed.map(({ cluster, centre, width, height }, index) =>
    lay(cluster, rectAround(spots[index] ?? centre, width, height)),
  );
}

/** The room cards made last time holds until one of them is moved: most changes on a board move nothing here. */
export function rememberRoom(): typeof makeRoom {
  let before: readonly Lying[] = [];
  let spots: Point[] = [];
  const isSame = (a: Lying, b: Lying | undefined) =>
    a.centre.x === b?.centre.x && a.centre.y === b.centre.y && a.width === b.width;
  return (cards, gap) => {
    const isKnown =
      cards.length === before.length && cards.every((card, index) => isSame(card, before[index]));
    if (!isKnown) spots = makeRoom(cards, gap);
    before = cards;
    return spots;
  };
}
