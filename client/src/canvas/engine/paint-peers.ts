import { type Camera, type ViewSize, visibleWorld } from "../geometry/camera.ts";
import { inflate, overlaps, type Point, type Rect } from "../geometry/rect.ts";
import { bleed, paintItem, paintLifted } from "../painters/item.ts";
import { paintClaim, paintCursor } from "../painters/peers.ts";
import type { ItemKey, SceneItem } from "../scene/item.ts";
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

/** What the others do. Returns whether anything was painted. */
export function paintPeers(easel: Easel, picture: PeersPicture): boolean {
  const { held, cursors, writing, shownAt, lines, sprites } = picture;
  clear(easel);
  enterWorld(easel);
  const brush = worldBrush(easel);
  const view = visibleWorld(easel.camera, easel.size);
  let painted = false;
  for (const { key, label, color } of writing) {
    const area = shownAt(key);
    if (!area || !overlaps(area, view)) continue;
    paintClaim(brush, area, brush.t("canvas.peer-writes", { label }), color);
    painted = true;
  }
  for (const line of lines) {
    if (!overlaps(line.rect, view)) continue;
    paintItem(brush, line);
    painted = true;
  }
  for (const { item, at, label, color } of held) {
    const area = { ...item.rect, ...at };
    if (!overlaps(inflate(area, heldReach / easel.camera.zoom + bleed), view)) continue;
    painted = true;
    if (sprites.lay(easel, { item, at, label, color })) {
      enterWorld(easel);
      continue;
    }
    paintLifted(brush, item, at);
    paintClaim(brush, area, label, color);
  }
  sprites.endFrame(easel);
  for (const { at, label, color } of cursors) {
    if (!isCursorIn(view, at, easel.camera.zoom)) continue;
    paintCursor(brush, at, label, color);
    painted = true;
  }
  return painted;
}

/** A cursor reaches so far from its point, CSS px: its arrow and the slip with the name. */
const cursorReach = 200;

/** Whether anything of what others do is in view: nothing else needs their layer. */
export function arePeersInView(
  { camera, size }: { readonly camera: Camera; readonly size: ViewSize },
  { held, cursors, writing, shownAt, lines }: Omit<PeersPicture, "sprites">,
): boolean {
  const view = visibleWorld(camera, size);
  if (cursors.some(({ at }) => isCursorIn(view, at, camera.zoom))) return true;
  for (const { item, at } of held) {
    if (overlaps(inflate({ ...item.rect, ...at }, heldReach / camera.zoom + bleed), view)) return true;
  }
  if (lines.some(({ rect }) => overlaps(rect, view))) return true;
  return writing.some(({ key }) => {
    const area = shownAt(key);
    return area !== null && overlaps(inflate(area, heldReach / camera.zoom), view);
  });
}

/** The ring and the slip with the name reach so far from what is held, CSS px. */
const heldReach = 40;

const isCursorIn = (view: Rect, { x, y }: Point, zoom: number): boolean =>
  overlaps(inflate({ x, y, width: 0, height: 0 }, cursorReach / zoom), view);
