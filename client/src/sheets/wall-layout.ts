import type { BoardPoint } from "@faelleskort/shared/model/geometry.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { Note } from "@faelleskort/shared/model/note.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { Point, Rect } from "../canvas/geometry/rect.ts";
import { layoutActorCard } from "../canvas/scene/card-layout.ts";
import { type ActorCardItem, keyOfRef, type RecordItem, type WhoCardItem } from "../canvas/scene/item.ts";
import { createItemCache, rememberLayout } from "../canvas/scene/item-cache.ts";
import { layoutNote } from "../canvas/scene/note-layout.ts";
import { type SeatGrid, takeSeats } from "../canvas/scene/seats.ts";
import type { SheetInput } from "../canvas/scene/sheet.ts";
import { fanOutStacks } from "../canvas/scene/stacks.ts";
import type { TextSetter } from "../canvas/scene/text-setter.ts";
import { layoutWhoCard } from "../canvas/scene/who-layout.ts";
import { noteItems } from "./notes.ts";

export type WallCard = ActorCardItem | WhoCardItem;

/** Where cards wait that were sent from phones: loose cards to the right of the middle, those on who-cards to the left. */
export const cardSeats: SeatGrid = { origin: { x: 0, y: 0 }, pitch: { x: 220, y: 148 }, towards: 1 };
const whoSeats: SeatGrid = { origin: { x: -40, y: 0 }, pitch: { x: 340, y: 252 }, towards: -1 };

/** Where a merged card lies: where its lead does, or else any of its cards. */
export function wallPointOf({ members }: ActorCluster): BoardPoint | null {
  return members.find(({ wall }) => wall !== null)?.wall ?? null;
}

/** Starts laying the wall out; what did not change since the time before is the same object. */
export function startWall(): (input: SheetInput) => RecordItem[] {
  const keep = createItemCache();
  const takeCardSeats = startSeating();
  let seats: ReadonlyMap<ActorId, Rect> = new Map();
  let face: ReturnType<typeof startFaces> | null = null;
  return (input) => {
    face ??= startFaces(input.text);
    const { cards, noteLayout } = face;
    const itemAt = (cluster: ActorCluster, at: Point) =>
      cards.itemAt(cluster, at, cluster.id === input.focusActor);

    const laid: { cluster: ActorCluster; at: BoardPoint }[] = [];
    const seekers: ActorCluster[] = [];
    for (const cluster of input.clusters) {
      const at = wallPointOf(cluster);
      if (at) laid.push({ cluster, at });
      else seekers.push(cluster);
    }
    laid.sort((a, b) => a.at.z - b.at.z);
    const spots = fanOutStacks(laid, ({ at }) => at);
    const lying: { item: RecordItem; z: number }[] = laid.map(({ cluster, at }, index) => ({
      item: itemAt(cluster, spots[index] ?? at),
      z: at.z,
    }));
    for (const item of noteItems("wall", input, noteLayout)) lying.push({ item, z: item.note.position.z });
    const seatOf = ({ id }: ActorCluster): Point => seats.get(id) ?? { x: 0, y: 0 };
    // Asked for at their old seats, cards that keep them need not be made anew.
    seats = takeCardSeats(
      seekers.map((cluster) => itemAt(cluster, seatOf(cluster))),
      lying.map(({ item }) => item.rect),
    );
    const seated = seekers.map((cluster) => itemAt(cluster, seatOf(cluster)));
    lying.sort((a, b) => a.z - b.z);
    return keep([...seated, ...lying.map(({ item }) => item)]);
  };
}

/** Makes cards' items; one for the same cluster at the same place is made once. */
function startFaces(text: TextSetter) {
  const cardLayout = rememberLayout((cluster: ActorCluster) => layoutActorCard(cluster, text));
  const whoLayout = rememberLayout((cluster: ActorCluster) => layoutWhoCard(cluster, text));
  const made = new WeakMap<ActorCluster, WallCard>();

  function make(cluster: ActorCluster, { x, y }: Point, focused: boolean): WallCard {
    const ref = { record: "actor", id: cluster.id } as const;
    const base = { key: keyOfRef(ref), ref, cluster, focused };
    if (cluster.lead.onWhoCard) {
      const layout = whoLayout(cluster);
      return {
        ...base,
        kind: "who-card",
        layout,
        rect: { x, y, width: layout.width, height: layout.height },
      };
    }
    const layout = cardLayout(cluster);
    return {
      ...base,
      kind: "actor-card",
      layout,
      rect: { x, y, width: layout.width, height: layout.height },
    };
  }

  return {
    noteLayout: rememberLayout((note: Note) => layoutNote(note, text)),
    cards: {
      itemAt: (cluster: ActorCluster, at: Point, focused: boolean): WallCard => {
        const known = made.get(cluster);
        if (known && known.rect.x === at.x && known.rect.y === at.y && known.focused === focused)
          return known;
        const item = make(cluster, at, focused);
        made.set(cluster, item);
        return item;
      },
    },
  };
}

/** Gives cards that nobody has laid anywhere their seats, and keeps the answer while nothing it rests on changes. */
function startSeating(): (
  seekers: readonly WallCard[],
  lying: readonly Rect[],
) => ReadonlyMap<ActorId, Rect> {
  let loose = new Map<ActorId, Rect>();
  let who = new Map<ActorId, Rect>();
  let before: { seekers: readonly WallCard[]; lying: readonly Rect[] } = { seekers: [], lying: [] };
  let seats = new Map<ActorId, Rect>();
  return (seekers, lying) => {
    if (seekers.length + before.seekers.length === 0) return seats;
    if (sameSizes(seekers, before.seekers) && sameObjects(lying, before.lying)) return seats;
    before = { seekers, lying };
    const seekersOn = (kind: WallCard["kind"]) =>
      seekers.flatMap((item) => {
        const { width, height } = item.rect;
        return item.kind === kind ? [{ key: item.cluster.id, width, height }] : [];
      });
    loose = takeSeats(seekersOn("actor-card"), lying, cardSeats, loose);
    who = takeSeats(seekersOn("who-card"), [...lying, ...loose.values()], whoSeats, who);
    seats = new Map([...loose, ...who]);
    return seats;
  };
}

const sameObjects = (a: readonly object[], b: readonly object[]): boolean =>
  a.length === b.length && a.every((thing, index) => thing === b[index]);

function sameSizes(a: readonly WallCard[], b: readonly WallCard[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ key, kind, rect: { width, height } }, index) => {
      const other = b[index];
      return (
        key === other?.key &&
        kind === other.kind &&
        width === other.rect.width &&
        height === other.rect.height
      );
    })
  );
}
