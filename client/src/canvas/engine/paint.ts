import type { Camera, ViewSize } from "../geometry/camera.ts";
import { rectToScreen, toWorld, visibleWorld } from "../geometry/camera.ts";
import { originOf } from "../geometry/plate.ts";
import { overlaps, type Point, type Rect } from "../geometry/rect.ts";
import { type Brush, detailAt } from "../painters/brush.ts";
import { paintGhost, paintItems } from "../painters/item.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Damage, Scene } from "../scene/scene.ts";

/** What every layer is painted with. */
export interface Easel {
  readonly ctx: CanvasRenderingContext2D;
  /** Device px per CSS px. */
  readonly pixelRatio: number;
  readonly camera: Camera;
  readonly size: ViewSize;
  readonly brush: Omit<Brush, "ctx" | "zoom" | "detail">;
}

export function worldBrush({ ctx, camera, brush }: Easel): Brush {
  return { ...brush, ctx, zoom: camera.zoom, detail: detailAt(camera.zoom, brush.farSize) };
}

/** Sets the context so that one unit is one world unit. */
export function enterWorld(easel: Easel): void {
  const scale = easel.pixelRatio * easel.camera.zoom;
  const { x, y } = originOf(easel.camera, easel.pixelRatio);
  easel.ctx.setTransform(scale, 0, 0, scale, x, y);
}

export function clear({ ctx, pixelRatio, size }: Easel): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, Math.ceil(size.width * pixelRatio), Math.ceil(size.height * pixelRatio));
}

export interface RestPicture {
  readonly scene: Scene;
  readonly lit: string | null;
  /** Things in somebody's hand: a ghost lies where they lay. */
  readonly ghosts: ReadonlySet<ItemKey>;
  /** Things shown on another layer that left no ghost. */
  readonly hidden: ReadonlySet<ItemKey>;
}

/** The ground and everything at rest on it; only the damaged parts. Returns how many things were painted. */
export function paintRest(easel: Easel, picture: RestPicture, damage: Damage): number {
  const { ctx, camera, size } = easel;
  const view = visibleWorld(camera, size);
  if (damage === "all") return paintPart(easel, picture, { x: 0, y: 0, ...size }, view);
  let painted = 0;
  for (const area of damage) {
    if (!overlaps(area, view)) continue;
    ctx.save();
    const part = wholePixels(rectToScreen(camera, area), easel.pixelRatio);
    ctx.setTransform(easel.pixelRatio, 0, 0, easel.pixelRatio, 0, 0);
    ctx.beginPath();
    ctx.rect(part.x, part.y, part.width, part.height);
    ctx.clip();
    painted += paintPart(easel, picture, part, area);
    ctx.restore();
  }
  return painted;
}

/**
 * Pushes what is painted by device px, as the view moved, and paints what came into view besides what is damaged.
 * The zoom must be the one it was painted with.
 */
export function pushRest(easel: Easel, picture: RestPicture, by: Point, damage: readonly Rect[]): number {
  if (by.x === 0 && by.y === 0) return paintRest(easel, picture, damage);
  const { ctx, pixelRatio, camera, size } = easel;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalCompositeOperation = "copy";
  ctx.drawImage(ctx.canvas, by.x, by.y);
  ctx.restore();
  const dx = by.x / pixelRatio;
  const dy = by.y / pixelRatio;
  const bare: Rect[] = [];
  if (dx !== 0)
    bare.push({ x: dx > 0 ? 0 : size.width + dx, y: 0, width: Math.abs(dx), height: size.height });
  if (dy !== 0)
    bare.push({ x: 0, y: dy > 0 ? 0 : size.height + dy, width: size.width, height: Math.abs(dy) });
  const inWorld = bare.map((strip) => ({
    ...toWorld(camera, strip),
    width: strip.width / camera.zoom,
    height: strip.height / camera.zoom,
  }));
  return paintRest(easel, picture, [...inWorld, ...damage]);
}

/** Grown to whole device px and one more: the edge of a clip must not leave a half-painted line. */
function wholePixels({ x, y, width, height }: Rect, ratio: number): Rect {
  const left = (Math.floor(x * ratio) - 1) / ratio;
  const top = (Math.floor(y * ratio) - 1) / ratio;
  return {
    x: left,
    y: top,
    width: (Math.ceil((x + width) * ratio) + 1) / ratio - left,
    height: (Math.ceil((y + height) * ratio) + 1) / ratio - top,
  };
}

function paintPart(
  easel: Easel,
  { scene, lit, ghosts, hidden }: RestPicture,
  screen: Rect,
  world: Rect,
): number {
  const { ctx, pixelRatio, brush: paints } = easel;
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  ctx.fillStyle = paints.colours.paper;
  ctx.fillRect(screen.x, screen.y, screen.width, screen.height);
  enterWorld(easel);
  const brush = worldBrush(easel);
  scene.arrangement?.paintGround(brush, lit);
  const items = scene.within(world);
  for (const item of items) if (ghosts.has(item.key)) paintGhost(brush, item);
  const present =
    ghosts.size + hidden.size === 0 ? items : items.filter(({ key }) => !ghosts.has(key) && !hidden.has(key));
  paintItems(brush, present);
  return items.length;
}
