import { originOf } from "../geometry/plate.ts";
import { paintLifted } from "../painters/item.ts";
import { paintClaim } from "../painters/peers.ts";
import { type Easel, worldBrush } from "./paint.ts";
import type { PeerHeld } from "./peer-motion.ts";

/**
 * Pictures of what others hold: painted once, and then only laid elsewhere at each frame. Not while the zoom changes: then each
 * would be painted for one frame only.
 */
export interface Sprites {
  /** Lays the thing's picture; false when there is none and the thing must be painted itself. */
  lay(easel: Easel, thing: PeerHeld): boolean;
  /** The frame is over: pictures that weren't laid are forgotten. */
  endFrame(easel: Easel): void;
}

interface Sprite {
  readonly canvas: HTMLCanvasElement;
  /** Device px from the picture's corner to the thing's. */
  readonly left: number;
  readonly top: number;
  readonly item: PeerHeld["item"];
  readonly look: string;
}

/** Device px of all pictures together; things beyond it are painted themselves. */
const mostPixels = 6_000_000;
/** Room round a thing: its shadow and badges (world units), the ring and the slip with the name (CSS px). */
const around = { world: 20, ring: 8, slipHeight: 32, slipWidth: 200 } as const;

export function createSprites(): Sprites {
  const spriteByKey = new Map<string, Sprite>();
  const laid = new Set<string>();
  let steadyZoom: number | null = null;
  let pixels = 0;

  function forget(key: string, { canvas }: Sprite): void {
    pixels -= canvas.width * canvas.height;
    spriteByKey.delete(key);
  }

  /** Everything it looks like that isn't the thing itself. */
  const lookOf = ({ pixelRatio, camera, brush }: Easel, { label, color }: PeerHeld): string =>
    `${camera.zoom} ${pixelRatio} ${brush.farSize} ${brush.colours.paper} ${color} ${label}`;

  function make(easel: Easel, thing: PeerHeld, look: string): Sprite | null {
    const { item, label, color } = thing;
    const { ctx, camera, pixelRatio: ratio } = easel;
    const side = around.world * camera.zoom + around.ring;
    const left = Math.ceil(side * ratio);
    const top = Math.ceil(Math.max(side, around.slipHeight) * ratio);
    const scale = camera.zoom * ratio;
    const width = Math.ceil(Math.max(item.rect.width * scale, around.slipWidth * ratio)) + 2 * left;
    const height = Math.ceil(item.rect.height * scale) + top + left;
    if (pixels + width * height > mostPixels) return null;
    const canvas = ctx.canvas.ownerDocument.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const own = canvas.getContext("2d");
    if (!own) return null;
    own.setTransform(scale, 0, 0, scale, left, top);
    const brush = worldBrush({ ...easel, ctx: own });
    paintLifted(brush, item, { x: 0, y: 0 });
    paintClaim(brush, { ...item.rect, x: 0, y: 0 }, label, color);
    pixels += width * height;
    return { canvas, left, top, item, look };
  }

  return {
    lay(easel, thing) {
      const { ctx, camera, pixelRatio: ratio } = easel;
      if (camera.zoom !== steadyZoom) return false;
      const { key } = thing.item;
      const look = lookOf(easel, thing);
      const known = spriteByKey.get(key);
      const isSame = known?.item === thing.item && known.look === look;
      if (known && !isSame) forget(key, known);
      const sprite = isSame ? known : make(easel, thing, look);
      if (!sprite) return false;
      spriteByKey.set(key, sprite);
      laid.add(key);
      const origin = originOf(camera, ratio);
      const scale = camera.zoom * ratio;
      // Whole device px: as sharp as it was painted.
      const x = Math.round(origin.x + thing.at.x * scale) - sprite.left;
      const y = Math.round(origin.y + thing.at.y * scale) - sprite.top;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.drawImage(sprite.canvas, x, y);
      return true;
    },
    endFrame({ camera }) {
      steadyZoom = camera.zoom;
      for (const [key, sprite] of spriteByKey) if (!laid.has(key)) forget(key, sprite);
      laid.clear();
    },
  };
}
