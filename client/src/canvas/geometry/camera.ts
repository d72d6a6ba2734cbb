import { overlaps, type Point, type Rect } from "./rect.ts";

/** Where the sheet is seen from: the world point in the view's top left corner, and screen px per world unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The view's size in CSS px. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

export const zoomLimits = { least: 0.04, most: 4 } as const;

export const clampZoom = (zoom: number): number =>
  zoom > zoomLimits.least ? Math.min(zoomLimits.most, zoom) : zoomLimits.least;

export function toWorld(camera: Camera, screen: Point): Point {
  return { x: camera.x + screen.x / camera.zoom, y: camera.y + screen.y / camera.zoom };
}

export function toScreen(camera: Camera, world: Point): Point {
  return { x: (world.x - camera.x) * camera.zoom, y: (world.y - camera.y) * camera.zoom };
}

export function rectToScreen(camera: Camera, area: Rect): Rect {
  const { x, y } = toScreen(camera, area);
  return { x, y, width: area.width * camera.zoom, height: area.height * camera.zoom };
}

/** The part of the world in view. */
export function visibleWorld(camera: Camera, size: ViewSize): Rect {
  return { x: camera.x, y: camera.y, width: size.width / camera.zoom, height: size.height / camera.zoom };
}

/** Moves the paper under the view by screen px: dragging to the right shows what lies to the left. */
export function pannedBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
}

/** Zooms so that what is at a point of the screen stays there. */
export function zoomedAt(camera: Camera, screen: Point, zoom: number): Camera {
  const fixed = toWorld(camera, screen);
  const next = clampZoom(zoom);
  return { x: fixed.x - screen.x / next, y: fixed.y - screen.y / next, zoom: next };
}

export function centredOn(centre: Point, zoom: number, size: ViewSize): Camera {
  const next = clampZoom(zoom);
  return { x: centre.x - size.width / 2 / next, y: centre.y - size.height / 2 / next, zoom: next };
}

export function centreOfView(camera: Camera, size: ViewSize): Point {
  return toWorld(camera, { x: size.width / 2, y: size.height / 2 });
}

/** Shows an area whole with a margin round it, in screen px; never larger than `mostZoom`. */
export function fitted(area: Rect, size: ViewSize, margin: number, mostZoom = 1): Camera {
  const width = Math.max(1, size.width - 2 * margin);
  const height = Math.max(1, size.height - 2 * margin);
  const zoom = Math.min(width / Math.max(1, area.width), height / Math.max(1, area.height), mostZoom);
  return centredOn({ x: area.x + area.width / 2, y: area.y + area.height / 2 }, zoom, size);
}

/**
 * Moves the paper no further than it takes to see an area whole, this far (screen px) from the view's sides and ends. What is wholly out of
 * sight comes to the middle; what is too large for the view, too, and then smaller.
 */
export function broughtIntoView(camera: Camera, size: ViewSize, area: Rect, margin: Point): Camera {
  const shown = rectToScreen(camera, area);
  const isPartlySeen = overlaps(shown, { x: 0, y: 0, ...size });
  const hasRoom = shown.width + 2 * margin.x <= size.width && shown.height + 2 * margin.y <= size.height;
  if (isPartlySeen && hasRoom) {
    const dx = inward(shown.x, shown.width, size.width, margin.x);
    return pannedBy(camera, dx, inward(shown.y, shown.height, size.height, margin.y));
  }
  const part = 0.8;
  const largest = Math.min((size.width * part) / area.width, (size.height * part) / area.height);
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  return centredOn(middle, Math.min(camera.zoom, largest), size);
}

const inward = (at: number, length: number, room: number, margin: number): number =>
  Math.max(0, margin - at) - Math.max(0, at + length + margin - room);

/** The camera part of the way between two; `part` 0…1. Zoom goes by equal ratios, so that the motion looks even. */
export function between(from: Camera, to: Camera, part: number, size: ViewSize): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const start = centreOfView(from, size);
  const end = centreOfView(to, size);
  // Along the way the centre moves as much on the screen at every moment, hence weighted by the zoom passed through.
  const weight = from.zoom === to.zoom ? part : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  return centredOn(
    { x: start.x + (end.x - start.x) * weight, y: start.y + (end.y - start.y) * weight },
    zoom,
    size,
  );
}

export function sameCamera(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom;
}
