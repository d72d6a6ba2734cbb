import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { type Glide, glideAt, glideTo, isGliding, restingAt } from "../geometry/glide.ts";
import type { Point } from "../geometry/rect.ts";
import type { CanvasPeer } from "../props.ts";
import { type ItemKey, keyOfRef, type RecordItem } from "../scene/item.ts";

/** After a peer lets go, their presence and the board's change arrive apart: so long (ms) the thing waits where it was. */
const patience = 500;

export interface PeerCursor {
  readonly label: string;
  readonly color: string;
  readonly at: Point;
}

/** A thing in another's hand. */
export interface PeerHeld {
  readonly item: RecordItem;
  readonly at: Point;
  readonly label: string;
  readonly color: string;
}

export interface PeerWriting {
  readonly key: ItemKey;
  readonly label: string;
  readonly color: string;
}

/** The others' cursors, and what they drag, gliding between the samples their presence brings. */
export interface PeerMotion {
  update(
    peers: readonly CanvasPeer[],
    sheet: SheetId,
    find: (key: ItemKey) => RecordItem | undefined,
    now: number,
  ): void;
  /** Things whose board state changed or who waited too long are let go of; true when that changed anything. */
  settle(find: (key: ItemKey) => RecordItem | undefined, now: number): boolean;
  cursors(now: number): PeerCursor[];
  held(now: number): ReadonlyMap<ItemKey, PeerHeld>;
  readonly writing: readonly PeerWriting[];
  /** Whether the next frame will look different without anybody doing anything. */
  isMoving(now: number): boolean;
  readonly isSettling: boolean;
}

interface Moving {
  readonly glide: Glide;
  readonly sampledAt: number;
}

interface HeldMoving extends Moving {
  readonly peer: CanvasPeer;
  readonly item: RecordItem;
  /** Infinity while in the hand. */
  readonly until: number;
}

export function createPeerMotion(): PeerMotion {
  const cursors = new Map<number, Moving & { readonly peer: CanvasPeer }>();
  const things = new Map<ItemKey, HeldMoving>();
  let writing: readonly PeerWriting[] = [];
  /** What was last asked for: one frame asks several times. */
  let heldAt: { now: number; held: ReadonlyMap<ItemKey, PeerHeld> } | null = null;

  function advance(known: Moving | undefined, to: Point, now: number): Moving {
    if (!known) return { glide: restingAt(to), sampledAt: now };
    if (known.glide.to.x === to.x && known.glide.to.y === to.y) return known;
    return { glide: glideTo(known.glide, to, now, now - known.sampledAt), sampledAt: now };
  }

  return {
    update(peers, sheet, find, now) {
      heldAt = null;
      const here = peers.filter((peer) => peer.sheet === sheet);
      const seen = new Set<number>();
      const heldNow = new Set<ItemKey>();
      for (const peer of here) {
        if (peer.cursor) {
          seen.add(peer.clientId);
          cursors.set(peer.clientId, { ...advance(cursors.get(peer.clientId), peer.cursor, now), peer });
        }
        for (const { ref, x, y } of peer.drag?.items ?? []) {
          const key = keyOfRef(ref);
          const known = things.get(key);
          const item = find(key);
          if (!item || heldNow.has(key)) continue;
          heldNow.add(key);
          // It sets out from where it lies, not from where the first sample finds it.
          const from = known ?? { glide: restingAt(item.rect), sampledAt: now - 50 };
          things.set(key, { ...advance(from, { x, y }, now), peer, item, until: Infinity });
        }
      }
      for (const id of cursors.keys()) if (!seen.has(id)) cursors.delete(id);
      for (const [key, thing] of things) {
        if (!heldNow.has(key) && thing.until === Infinity)
          things.set(key, { ...thing, until: now + patience });
      }
      writing = here.flatMap(({ editing, label, color }) =>
        editing ? [{ key: keyOfRef(editing.ref), label, color }] : [],
      );
    },
    settle(find, now) {
      heldAt = null;
      let changed = false;
      for (const [key, thing] of things) {
        const current = find(key);
        if (current && thing.until === Infinity) {
          // Somebody changed its text, or dropped it too: it stays in this hand, with its new face.
          if (current !== thing.item) things.set(key, { ...thing, item: current });
          continue;
        }
        if (current === thing.item && now < thing.until) continue;
        things.delete(key);
        changed = true;
      }
      return changed;
    },
    cursors: (now) =>
      [...cursors.values()].map(({ peer, glide }) => ({
        // What they hold carries their name already.
        label: peer.drag ? "" : peer.label,
        color: peer.color,
        at: glideAt(glide, now),
      })),
    held(now) {
      if (heldAt?.now === now) return heldAt.held;
      const held = new Map(
        [...things].map(([key, { item, glide, peer }]): [ItemKey, PeerHeld] => [
          key,
          { item, at: glideAt(glide, now), label: peer.label, color: peer.color },
        ]),
      );
      heldAt = { now, held };
      return held;
    },
    get writing() {
      return writing;
    },
    isMoving: (now) => [...cursors.values(), ...things.values()].some(({ glide }) => isGliding(glide, now)),
    get isSettling() {
      return [...things.values()].some(({ until }) => until !== Infinity);
    },
  };
}
