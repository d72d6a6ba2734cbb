import { centreOf, type Point, type Rect } from "./rect.ts";
import type { ViewSize } from "./camera.ts";

/** What the cards of a pile may be fanned out in: the part of the sheet (world) that was in view, and screen px per world unit. */
export interface FanRoom {
  readonly area: Rect;
  readonly zoom: number;
}

/** Cards fanned out: what they lie on, the height of the bar above them, and each card's place; world units. */
export interface FanLayout {
  readonly panel: Rect;
  readonly head: number;
  readonly places: readonly Rect[];
}

/** Screen px: the bar is as high as a finger needs, and the edge is beside and below the cards. */
const head = 48;
const edge = 12;
const gap = 8;
/** Screen px per unit of a card: below the least, names of 12 units and more can't be read any more. */
const least = 0.6;

/**
 * Lays cards of one size beside each other, near a point, as large as the room allows (never smaller than can be read: then
 * they reach beyond its foot), row by row in the order given.
 */
export function fanOut(count: number, card: ViewSize, near: Point, { area, zoom }: FanRoom): FanLayout {
  const width = Math.max(1, area.width * zoom - 2 * edge);
  const height = Math.max(1, area.height * zoom - head - edge);
  const { columns, scale } = best(count, card, { width, height }, Math.max(1, zoom));
  const rows = Math.ceil(count / columns);
  const step = { x: card.width * scale + gap, y: card.height * scale + gap };
  const size = {
    width: (columns * step.x - gap + 2 * edge) / zoom,
    height: (rows * step.y - gap + head + edge) / zoom,
  };
  const panel = within(area, near, size);
  const places = Array.from({ length: count }, (_, index) => ({
    x: panel.x + (edge + (index % columns) * step.x) / zoom,
    y: panel.y + (head + Math.floor(index / columns) * step.y) / zoom,
    width: (card.width * scale) / zoom,
    height: (card.height * scale) / zoom,
  }));
  return { panel, head: head / zoom, places };
}

/** How many columns show the cards largest; of equals, those that need the least paper. */
function best(
  count: number,
  card: ViewSize,
  room: ViewSize,
  most: number,
): { columns: number; scale: number } {
  let found = { columns: 1, scale: 0, around: Infinity };
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const rows = Math.ceil(count / columns);
    const scale = Math.min(
      (room.width - (columns - 1) * gap) / (columns * card.width),
      (room.height - (rows - 1) * gap) / (rows * card.height),
      most,
    );
    const around = columns * card.width + rows * card.height;
    if (scale > found.scale || (scale === found.scale && around < found.around)) {
      found = { columns, scale, around };
    }
  }
  if (found.scale >= least) return found;
  // All of them have no room: as many columns as can be read, as wide as there is room for.
  const readable = Math.floor((room.width + gap) / (card.width * least + gap));
  const columns = Math.min(count, Math.max(1, readable));
  const widest = (room.width - (columns - 1) * gap) / (columns * card.width);
  return { columns, scale: Math.max(least, Math.min(widest, most)) };
}

/** As near to the point as the area allows; what is too wide for it lies across its middle, what is too high begins at its top. */
function within(area: Rect, near: Point, { width, height }: ViewSize): Rect {
  const held = (middle: number, start: number, whole: number, length: number) =>
    Math.min(Math.max(middle - length / 2, start), start + whole - length);
  return {
    x: width > area.width ? centreOf(area).x - width / 2 : held(near.x, area.x, area.width, width),
    y: height > area.height ? area.y : held(near.y, area.y, area.height, height),
    width,
    height,
  };
}
