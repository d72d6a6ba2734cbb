import { type Camera, centredOn, centreOfView, type ViewSize } from "./camera.ts";
import { covers, type Point, type Rect } from "./rect.ts";

/**
 * What rests on a sheet is painted on a plate somewhat larger than the view. While the view moves, the plate is only shown elsewhere
 * or in another size, which costs hardly anything; it is painted anew when the view leaves it, and once the view has come to rest.
 */
export interface Plate {
  readonly zoom: number;
  /** Where the world's origin lies on the plate, whole device px from its top left corner. */
  readonly origin: Point;
  /** Device px per CSS px. */
  readonly ratio: number;
  /** CSS px. */
  readonly size: ViewSize;
}

/** How the plate is shown: CSS px from the view's top left corner, then scaled. */
export interface Showing extends Point {
  readonly scale: number;
}

/** Part of the view's sides that the plate reaches beyond it on each side. */
const margin = 0.25;
/** Device px of a plate: beyond it, its margin isn't worth its memory, and becomes the least that is of use. */
const mostPixels = 10_000_000;
const leastFactor = 1.2;
/** Shown larger than this it is plainly unsharp; smaller, its letters are only grey. */
const scaleLimits = { least: 0.6, most: 1.7 } as const;

/** While zooming, the plate is painted for where the view will be: shown so much smaller or larger than it is painted, it lasts longer. */
const ahead = { out: 1 / 1.5, in: 1.4 } as const;

/** The view to paint the plate for, when the view left a plate of another zoom on its way. */
export function cameraAhead(before: Plate, camera: Camera, view: ViewSize): Camera {
  if (before.zoom === camera.zoom) return camera;
  const factor = camera.zoom < before.zoom ? ahead.out : ahead.in;
  return centredOn(centreOfView(camera, view), camera.zoom * factor, view);
}

/** CSS px of the plate for a view. */
export function plateSize(view: ViewSize, ratio: number): ViewSize {
  const pixels = view.width * view.height * ratio * ratio;
  const most = Math.sqrt(mostPixels / Math.max(1, pixels));
  const factor = Math.max(leastFactor, Math.min(1 + 2 * margin, most));
  return { width: Math.ceil(view.width * factor), height: Math.ceil(view.height * factor) };
}

/** Where the plate is seen from so that the view lies in its middle. */
export function plateCamera({ x, y, zoom }: Camera, view: ViewSize, size: ViewSize): Camera {
  return {
    x: x - (size.width - view.width) / 2 / zoom,
    y: y - (size.height - view.height) / 2 / zoom,
    zoom,
  };
}

/** Where the world's origin is painted, in whole device px: so a painted view can be pushed along without blurring. */
export function originOf({ x, y, zoom }: Camera, ratio: number): Point {
  const scale = ratio * zoom;
  return { x: Math.round(-x * scale), y: Math.round(-y * scale) };
}

/** The part of the world that is on the plate. */
export function worldOnPlate({ zoom, origin, ratio, size }: Plate): Rect {
  const scale = ratio * zoom;
  return {
    x: -origin.x / scale,
    y: -origin.y / scale,
    width: size.width / zoom,
    height: size.height / zoom,
  };
}

/** How the plate must be shown for a view; null when it must be painted anew, since it doesn't fill the view or is too unsharp. */
export function showingOf(plate: Plate, camera: Camera, view: ViewSize): Showing | null {
  const { zoom, origin, ratio, size } = plate;
  const scale = camera.zoom / zoom;
  if (scale < scaleLimits.least || scale > scaleLimits.most) return null;
  // The same size stays on whole device px, and so as sharp as it was painted.
  const seen = originOf(camera, ratio);
  const at =
    scale === 1
      ? { x: (seen.x - origin.x) / ratio, y: (seen.y - origin.y) / ratio }
      : {
          x: -camera.x * camera.zoom - (origin.x / ratio) * scale,
          y: -camera.y * camera.zoom - (origin.y / ratio) * scale,
        };
  const shown = { ...at, width: size.width * scale, height: size.height * scale };
  return covers(shown, { x: 0, y: 0, ...view }) ? { ...at, scale } : null;
}
