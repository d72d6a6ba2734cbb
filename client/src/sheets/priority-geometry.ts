import { fieldCentre, fieldOf, fieldRadius, type PriorityField } from "@faelleskort/shared/method/fields.ts";
import { type UnitPoint, unitPoint } from "@faelleskort/shared/model/geometry.ts";
import { type Point, type Rect, rectAround } from "../canvas/geometry/rect.ts";
import { compactCard } from "../canvas/scene/card-layout.ts";

/** The priority model's square in world units. In the model y grows upwards, in the world downwards. */
export const square = { x: 0, y: 0, width: 1000, height: 1000 } as const;

/** Left of this, a card is back in the tray. */
export const trayEdge = -45;

/** The tray: columns of cards left of the square and its axis; it grows to the left. */
export const tray = { right: -90, top: 0, head: 56, gap: 10, padding: 12, rows: 13, mostColumns: 4 } as const;

export const trayCapacity = tray.rows * tray.mostColumns;

export function toSquare({ x, y }: UnitPoint): Point {
  return { x: square.x + x * square.width, y: square.y + (1 - y) * square.height };
}

/** The model's point under a world point; outside the square, the nearest edge. */
export function fromSquare({ x, y }: Point): UnitPoint {
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return unitPoint(round((x - square.x) / square.width), round(1 - (y - square.y) / square.height));
}

/** The circle of a field: its middle and radius in world units. */
export function circleOf(field: PriorityField): { readonly centre: Point; readonly radius: number } {
  return { centre: toSquare(fieldCentre(field)), radius: fieldRadius * square.width };
}

/** Where the middles of a field's cards may be shown, so that a card stays in its quarter and in the square. */
export function homeOf(field: PriorityField, width: number, height: number): Rect {
  const half = { width: square.width / 2, height: square.height / 2 };
  const { x, y } = fieldCentre(field);
  const isRight = x > 0.5;
  const isTop = y > 0.5;
  const sliver = 0.5;
  return {
    x: square.x + (isRight ? half.width + sliver : width / 2),
    y: square.y + (isTop ? height / 2 : half.height + sliver),
    width: half.width - width / 2 - sliver,
    height: half.height - height / 2 - sliver,
  };
}

/** So many cards of one field are shown one by one: more would cover each other, or be too small to be read from a screen's distance. */
export const mostApart = 40;

export const isCrowded = (count: number): boolean => count > mostApart;

/** How much a field's cards shrink so that they find room: 1 up to 16 of them. */
export const crowdScale = (count: number): number => (count <= 16 ? 1 : Math.sqrt(16 / count));

/** Where the pile of a crowded field lies: large enough for a finger when all of the model is on a phone. */
export const pileArea = (field: PriorityField): Rect => rectAround(circleOf(field).centre, 250, 190);

/** Where a card lies that was taken out of a pile for all to look at. */
export function besidePile(field: PriorityField): Rect {
  const { centre, radius } = circleOf(field);
  return rectAround({ x: centre.x, y: centre.y + radius * 0.62 }, compactCard.width, compactCard.height);
}

/** A place in the tray: down the column beside the square first, then the next to the left. */
export function traySlot(index: number): Rect {
  const column = Math.floor(index / tray.rows);
  const row = index % tray.rows;
  const { width, height } = compactCard;
  return {
    x: tray.right - tray.padding - width - column * (width + tray.gap),
    y: tray.top + tray.head + row * (height + tray.gap),
    width,
    height,
  };
}

export function trayArea(columns: number): Rect {
  const width = columns * (compactCard.width + tray.gap) - tray.gap + 2 * tray.padding;
  return { x: tray.right - width, y: tray.top, width, height: square.height };
}

export const fieldAt = (point: Point): PriorityField => fieldOf(fromSquare(point));
