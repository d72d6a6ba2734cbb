import { visibleWorld } from "../geometry/camera.ts";
import { align, type Alignment } from "../geometry/align.ts";
import { type Point, translate } from "../geometry/rect.ts";
import type { Desk } from "./desk.ts";

/** How near (screen px) an edge or middle must come to a neighbour's to be drawn to it. */
const reach = 6;
/** From further away everything is near everything. */
const leastZoom = 0.25;

/** Where what is in the hand lies when it was carried this far, and what it is in line with there. Alt, Ctrl and Cmd switch it off. */
export function inLine(desk: Desk, by: Point): Alignment {
  const free: Alignment = { by, guides: [] };
  const { scene, hand, viewport } = desk;
  const { camera, size } = viewport;
  const area = hand.area;
  if (!scene.arrangement?.aligns || !area || desk.isLoose || camera.zoom < leastZoom) return free;
  const others = scene.within(visibleWorld(camera, size)).filter(({ key }) => !hand.isLifted(key));
  const moved = translate(area, by.x, by.y);
  const { by: nudge, guides } = align(
    moved,
    others.map(({ rect }) => rect),
    reach / camera.zoom,
  );
  return { by: { x: by.x + nudge.x, y: by.y + nudge.y }, guides };
}
