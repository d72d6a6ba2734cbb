import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { ElementId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { Point, Rect } from "../canvas/geometry/rect.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import type { Moved } from "../canvas/scene/sheet.ts";
import { frameIdOf, frameUnder, refOf, storedCorner, thingOf } from "./free-things.ts";

type Moves = Extract<BoardCommand, { type: "free.move" }>["moves"];

/** Keeps a value within what the model allows, to a tenth of a unit. */
export function coordinate(value: number): number {
  const { coordinate: most } = contentLimits;
  return Math.round(Math.min(most, Math.max(-most, value)) * 10) / 10;
}

/** A box as the model takes it. */
export function storedBox({ x, y, width, height }: Rect): Rect {
  return { x: coordinate(x), y: coordinate(y), width: coordinate(width), height: coordinate(height) };
}

/** Moves what was dragged. What comes to lie in a frame is carried by it from now on; what is carried along stays with its own. */
export function dropFree(items: readonly RecordItem[], moved: readonly Moved[]): BoardCommand[] {
  const inHand = new Set(moved.flatMap(({ item }) => frameIdOf(item) ?? []));
  const resting = items.filter((item) => {
    const frame = frameIdOf(item);
    return frame === null || !inHand.has(frame);
  });
  const moves: Moves = moved.flatMap(({ item, to }) => {
    const by = { x: to.x - item.rect.x, y: to.y - item.rect.y };
    return moveBy(item, by, (frame) => {
      if (frame !== null && inHand.has(frame)) return frame;
      const under = frameUnder(resting, { ...item.rect, ...to });
      return under && frameIdOf(under);
    });
  });
  return moves.length > 0 ? [{ type: "free.move", moves }] : [];
}

/** Moves by steps of the keyboard; into and out of frames, too. */
export function nudgeFree(
  items: readonly RecordItem[],
  chosen: readonly RecordItem[],
  direction: Point,
  step: number,
): BoardCommand[] {
  return dropFree(
    items,
    chosen.map((item) => ({
      item,
      to: { x: item.rect.x + direction.x * step, y: item.rect.y + direction.y * step },
    })),
  );
}

/** A thing laid elsewhere, as it is stored; null for what has no place of its own. */
export function movedBy(item: RecordItem, by: Point): Moves[number] | null {
  const ref = refOf(item);
  const corner = storedCorner(item);
  if (!ref || !corner) return null;
  return { ref, to: { x: coordinate(corner.x + by.x), y: coordinate(corner.y + by.y) } };
}

function moveBy(
  item: RecordItem,
  by: Point,
  frameFor: (present: ElementId | null) => ElementId | null,
): Moves {
  const moved = movedBy(item, by);
  const thing = thingOf(item);
  if (!moved || !thing) return [];
  const frame = frameIdOf(item) === null ? frameFor(thing.frame) : null;
  return [{ ...moved, ...(frame !== thing.frame && { frame }) }];
}
