import { openLink } from "@faelleskort/client/session/provider.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { Point } from "@faelleskort/client/canvas/geometry/rect.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { eventually } from "../../kit/eventually.ts";
import { seatedSocket } from "../../kit/seated-socket.ts";

/** A way into a workshop's board. */
export interface Seat {
  /** `ws://…/sync/<workshop>` */
  readonly base: string;
  readonly cookie: string;
  readonly origin: string;
  readonly participantId: Presence["participantId"];
  readonly label: string;
}

/** A card in somebody's hand, and where it lay. */
export interface HandCard extends Point {
  readonly id: ActorId;
}

/** Somebody else in the workshop: the product's own connection, without a screen. */
export interface OtherPerson {
  /** Drags the cards round their places, telling it 20 times a second, and lays them down about once a second. */
  drag(cards: readonly HandCard[]): () => void;
  /** Writes that a card lies elsewhere. */
  put(id: ActorId, to: Point, z: number): void;
  leave(): void;
}

const everyMs = 50;
/** Samples from taking cards up until they are laid down. */
const samplesPerDrop = 20;

export async function seatOther(seat: Seat, color: number): Promise<OtherPerson> {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const { base, cookie, origin, participantId, label } = seat;
  const resting: Presence = {
    participantId,
    role: "participant",
    label,
    color,
    device: "board",
    sheet: "wall",
    cursor: { x: 0, y: 0 },
    drag: [],
    editing: null,
    drafts: 0,
  };
  awareness.setLocalState(resting);
  const socket = seatedSocket({ cookie, origin });
  const link = openLink({ base, name: "board", doc, awareness, WebSocket: socket });
  await eventually(`${label} to have the board`, () => link.state.get().synced);
  const timers = new Set<NodeJS.Timeout>();
  let top = 1_000;

  function put(id: ActorId, { x, y }: Point, z: number): void {
    applyChanges(doc, [{ kind: "patch-actor", id, patch: { wall: { x, y, z } } }], "put");
  }

  return {
    drag(cards) {
      let sample = 0;
      const places = () =>
        cards.map(({ id, x, y }) => {
          const angle = sample / 8;
          return { id, x: x + 60 * Math.sin(angle), y: y - 40 + 40 * Math.cos(angle) };
        });
      const timer = setInterval(() => {
        sample += 1;
        const [first] = places();
        const cursor = first ? { x: first.x + 40, y: first.y + 40 } : null;
        const isDrop = sample % samplesPerDrop === 0;
        const drag = isDrop ? [] : places().map((place) => ({ record: "actor" as const, ...place }));
        awareness.setLocalState({ ...resting, cursor, drag });
        if (!isDrop) return;
        doc.transact(() => {
          for (const place of places()) put(place.id, place, (top += 1));
        });
      }, everyMs);
      timers.add(timer);
      return () => {
        clearInterval(timer);
        timers.delete(timer);
        awareness.setLocalState(resting);
      };
    },
    put,
    leave() {
      for (const timer of timers) clearInterval(timer);
      link.close();
      awareness.destroy();
      doc.destroy();
    },
  };
}
