import { toWorld } from "../geometry/camera.ts";
import { contains, type Point } from "../geometry/rect.ts";
import type { Grip } from "../geometry/resize.ts";
import type { Device, GestureState } from "../gestures/gesture.ts";
import type { GripAt } from "../scene/free-hand.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Desk } from "./desk.ts";

/** How near (screen px) a pointer must come to a line, and to a handle's middle. */
export const reachOf: Readonly<Record<Device, number>> = { mouse: 6, pen: 8, touch: 14 };
const gripReach: Readonly<Record<Device, number>> = { mouse: 10, pen: 12, touch: 22 };

/** Screen px that a thing must measure to show its handles. */
const roomForBend = 72;
const roomForSide = 64;
const roomForCorner = 28;

/** What lies topmost at a point of the world, in another's hand before anything else. */
export function hitAt({ peers, clock, scene, viewport }: Desk, world: Point, device: Device): ItemKey | null {
  const inAnothersHand = [...peers.held(clock.now())].find(([, { item, at }]) =>
    contains({ ...item.rect, x: at.x, y: at.y }, world),
  );
  const reach = reachOf[device] / viewport.camera.zoom;
  return inAnothersHand?.[0] ?? scene.topmostAt(world, reach)?.key ?? null;
}

/** The handles to be shown: of the one thing that is selected, when it may be changed. */
export function shownGrips({ scene, selection, props, viewport }: Desk): {
  readonly key: ItemKey;
  readonly grips: readonly GripAt[];
} | null {
  const [key, another] = selection.keys;
  const free = scene.arrangement?.free;
  if (!free || key === undefined || another !== undefined || !props.mayWrite || props.readOnly) return null;
  const item = scene.item(key);
  if (!item || free.isFixed(item)) return null;
  const { zoom } = viewport.camera;
  const across = item.rect.width * zoom;
  const down = item.rect.height * zoom;
  // What is small on the screen must still be taken hold of itself.
  const hasRoom = ({ grip }: GripAt): boolean => {
    if (grip.type === "end") return true;
    if (grip.type === "bend") return Math.hypot(across, down) >= roomForBend;
    if (grip.x === 0) return across >= roomForSide;
    return grip.y === 0
      ? down >= roomForSide || across >= roomForSide
      : Math.max(across, down) >= roomForCorner;
  };
  return { key, grips: free.grips(item).filter(hasRoom) };
}

/** The handle at a point of the world; the nearest, where they lie close together. */
export function gripAt(
  desk: Desk,
  at: Point,
  device: Device,
): { readonly key: ItemKey; readonly grip: Grip } | null {
  const shown = shownGrips(desk);
  if (!shown) return null;
  const away = (grip: GripAt) => Math.hypot(grip.at.x - at.x, grip.at.y - at.y);
  const reach = gripReach[device] / desk.viewport.camera.zoom;
  const [nearest] = shown.grips.filter((grip) => away(grip) <= reach).sort((a, b) => away(a) - away(b));
  return nearest ? { key: shown.key, grip: nearest.grip } : null;
}

/** What the pointer has passed on its way to a point, when that matters to what is being made. */
export function passedBy(desk: Desk, state: GestureState, world: Point, device: Device): ItemKey[] {
  if (state.kind !== "making") return [];
  const { scene, viewport } = desk;
  const reach = reachOf[device] / viewport.camera.zoom;
  switch (state.making.kind) {
    case "erasing":
      return scene.crossed(toWorld(viewport.camera, state.screen), world, reach).map(({ key }) => key);
    case "connecting":
    case "resizing": {
      const under = scene.topmostAt(world, reach);
      return under ? [under.key] : [];
    }
    case "drawing":
    case "spanning":
      return [];
  }
}
