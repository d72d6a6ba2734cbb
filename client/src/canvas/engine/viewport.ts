import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import {
  between,
  type Camera,
  centredOn,
  centreOfView,
  fitted,
  pannedBy,
  sameCamera,
  type ViewSize,
  zoomedAt,
} from "../geometry/camera.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import type { CanvasView, ViewRequest } from "../props.ts";

/** Screen px round what is fitted. */
export const fitMargin = 28;

/** Where each sheet is seen from, and the way to where it shall be seen from next. */
export interface Viewport {
  readonly camera: Camera;
  readonly size: ViewSize;
  readonly view: CanvasView;
  setSheet(sheet: SheetId): void;
  /** Keeps what is in the middle there. */
  resize(size: ViewSize): void;
  panBy(dx: number, dy: number): void;
  zoomAt(at: Point, zoom: number): void;
  /** `ms` 0 goes there at once. */
  goTo(camera: Camera, now: number, ms: number): void;
  fit(area: Rect, now: number, ms: number): void;
  obey(request: ViewRequest, area: Rect, now: number, ms: number): void;
  /** One step on the way; false when at rest. */
  animate(now: number): boolean;
  readonly isMoving: boolean;
}

interface Way {
  readonly from: Camera;
  readonly to: Camera;
  readonly start: number;
  readonly ms: number;
}

/** The largest zoom at which so much (world units) is in view. */
const zoomToShow = (seen: ViewSize, size: ViewSize): number =>
  Math.min(size.width / seen.width, size.height / seen.height);

const easeOut = (part: number) => 1 - (1 - part) ** 3;

export function createViewport(sheet: SheetId): Viewport {
  const cameras = new Map<SheetId, Camera>();
  let current = sheet;
  let size: ViewSize = { width: 1, height: 1 };
  let way: Way | null = null;
  const start: Camera = { x: 0, y: 0, zoom: 1 };
  const camera = () => cameras.get(current) ?? start;
  const set = (next: Camera) => void cameras.set(current, next);

  function goTo(to: Camera, now: number, ms: number): void {
    if (ms <= 0 || !cameras.has(current) || sameCamera(to, camera())) {
      way = null;
      set(to);
    } else way = { from: camera(), to, start: now, ms };
  }

  return {
    get camera() {
      return camera();
    },
    get size() {
      return size;
    },
    get view() {
      const { zoom } = camera();
      const seen = { width: size.width / zoom, height: size.height / zoom };
      return { centre: centreOfView(camera(), size), zoom, seen };
    },
    get isMoving() {
      return way !== null;
    },
    setSheet(next) {
      if (way) set(way.to);
      way = null;
      current = next;
    },
    resize(next) {
      if (next.width === size.width && next.height === size.height) return;
      for (const [id, seen] of cameras) {
        cameras.set(id, centredOn(centreOfView(seen, size), seen.zoom, next));
      }
      way = null;
      size = next;
    },
    panBy(dx, dy) {
      way = null;
      set(pannedBy(camera(), dx, dy));
    },
    zoomAt(at, zoom) {
      way = null;
      set(zoomedAt(camera(), at, zoom));
    },
    goTo,
    fit: (area, now, ms) => goTo(fitted(area, size, fitMargin), now, ms),
    obey({ centre, zoom, seen }, area, now, ms) {
      if (centre && seen) goTo(centredOn(centre, zoomToShow(seen, size), size), now, ms);
      else if (centre) goTo(centredOn(centre, zoom ?? camera().zoom, size), now, ms);
      else if (zoom !== null) goTo(centredOn(centreOfView(camera(), size), zoom, size), now, ms);
      else goTo(fitted(area, size, fitMargin), now, ms);
    },
    animate(now) {
      if (!way) return false;
      const part = Math.min(1, Math.max(0, (now - way.start) / way.ms));
      set(part >= 1 ? way.to : between(way.from, way.to, easeOut(part), size));
      if (part >= 1) way = null;
      return true;
    },
  };
}
