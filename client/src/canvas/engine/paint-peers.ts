import { type Camera, type ViewSize, visibleWorld } from "../geometry/camera.ts";
import { boundsOf, inflate, overlaps, type Point, type Rect, union } from "../geometry/rect.ts";
import { extentOf, paintItem, paintLifted } from "../painters/item.ts";
import { paintClaim, paintCursor } from "../painters/peers.ts";
import type { ItemKey, SceneItem } from "../scene/item.ts";
import { liftedExtent, strokeReach } from "./extent.ts";
import { clear, type Easel, enterWorld, worldBrush } from "./paint.ts";
import type { PeerCursor, PeerHeld, PeerWriting } from "./peer-motion.ts";
import type { Sprites } from "./sprites.ts";

export interface PeersPicture {
  readonly held: Iterable<PeerHeld>;
  readonly cursors: readonly PeerCursor[];
  readonly writing: readonly PeerWriting[];
  /** Where a thing is shown; null when it isn't on this sheet. */
  readonly shownAt: (key: ItemKey) => Rect | null;
  /** Lines that end at what they hold, as they run now. */
  readonly lines: readonly SceneItem[];
  readonly sprites: Sprites;
}

/** What the others do. */
export function paintPeers(easel: Easel, picture: PeersPicture): void {
  const { held, cursors, writing, shownAt, lines, sprites } = picture;
  clear(easel);
  enterWorld(easel);
  const brush = worldBrush(easel);
  const view = visibleWorld(easel.camera, easel.size);
  for (const { key, label, color } of writing) {
    const area = shownAt(key);
    if (!area || !overlaps(area, view)) continue;
    paintClaim(brush, area, brush.t("canvas.peer-writes", { label }), color);
  }
  for (const line of lines) {
    if (!overlaps(line.rect, view)) continue;
    paintItem(brush, line);
  }
  for (const { item, at, label, color } of held) {
    if (!overlaps(heldArea(item, at, easel.camera.zoom), view)) continue;
    const area = { ...item.rect, ...at };
    if (sprites.lay(easel, { item, at, label, color })) {
      enterWorld(easel);
      continue;
    }
    paintLifted(brush, item, at);
    paintClaim(brush, area, label, color);
  }
  sprites.endFrame(easel);
  for (const { at, label, color } of cursors) {
    if (!overlaps(cursorArea(at, easel.camera.zoom), view)) continue;
    paintCursor(brush, at, label, color);
  }
}

/** What of the world in view others' doings are painted on; null when nothing of them is in view: then nothing needs their layer. */
export function peersArea(
  { camera, size }: { readonly camera: Camera; readonly size: ViewSize },
  { held, cursors, writing, shownAt, lines }: Omit<PeersPicture, "sprites">,
): Rect | null {
  const view = visibleWorld(camera, size);
  const { zoom } = camera;
  const areas = [
    ...cursors.map(({ at }) => cursorArea(at, zoom)),
    ...[...held].map(({ item, at }) => heldArea(item, at, zoom)),
    ...lines.map((line) => inflate(extentOf(line), strokeReach / zoom)),
    ...writing.flatMap(({ key }) => {
      const area = shownAt(key);
      return area ? [withSlip(area, zoom)] : [];
    }),
  ];
  return boundsOf(areas.filter((area) => overlaps(area, view)));
}

/** CSS px: an arrow and the slip with the name below it, from the point. */
const cursorSize = { before: 4, width: 224, height: 52 } as const;
/** CSS px: the ring round what is held, and the slip with the name above it, which may be wider than the thing. */
const claim = { ring: 8, slipHeight: 32, slipWidth: 204 } as const;

function cursorArea({ x, y }: Point, zoom: number): Rect {
  const { before, width, height } = cursorSize;
  return { x: x - before / zoom, y: y - before / zoom, width: width / zoom, height: height / zoom };
}

function withSlip({ x, y, width, height }: Rect, zoom: number): Rect {
  const ring = claim.ring / zoom;
  const slip = claim.slipHeight / zoom;
  return {
    x: x - ring,
    y: y - slip,
    width: Math.max(width, claim.slipWidth / zoom) + 2 * ring,
    height: height + slip + ring,
  };
}

const heldArea = (item: SceneItem, at: Point, zoom: number): Rect =>
  union(withSlip({ ...item.rect, ...at }, zoom), liftedExtent(item, at, zoom));
