import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { ElementOf, FreeRef } from "@faelleskort/shared/model/element.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { type FreeThing, thingsOn } from "@faelleskort/shared/views/free-sheet.ts";

/** A free sheet as one reads it: each frame with what it carries, then what no frame carries, then what was drawn by hand. */
export interface FreeGroups {
  readonly frames: readonly { readonly frame: ElementOf<"frame">; readonly things: readonly FreeThing[] }[];
  readonly loose: readonly FreeThing[];
  /** Strokes without a description: there may be hundreds. Those with one stand among the others. */
  readonly strokes: readonly FreeThing[];
}

/** Where a thing begins, in board units; lines begin at their first end. */
export function cornerOf({ record }: FreeThing): { readonly x: number; readonly y: number } {
  if (!("kind" in record)) return record.position;
  if (record.kind !== "connector") return record.box;
  return record.from.type === "free" ? record.from : record.from.at;
}

/** Lines lie beside each other when their tops differ by less than this. */
const lineHeight = 80;

/** As one reads: downwards, and from left to right what lies side by side; lines between things come last. */
function byReading(a: FreeThing, b: FreeThing): number {
  const isLine = ({ record }: FreeThing) => Number("kind" in record && record.kind === "connector");
  const [from, to] = [cornerOf(a), cornerOf(b)];
  const rows = Math.floor(from.y / lineHeight) - Math.floor(to.y / lineHeight);
  return isLine(a) - isLine(b) || rows || from.x - to.x;
}

export function freeGroups(board: BoardSnapshot, sheet: SheetId): FreeGroups {
  const things = thingsOn(board, sheet).sort(byReading);
  const frames = new Map<string, { frame: ElementOf<"frame">; things: FreeThing[] }>();
  for (const { record } of things) {
    if ("kind" in record && record.kind === "frame") frames.set(record.id, { frame: record, things: [] });
  }
  const loose: FreeThing[] = [];
  const strokes: FreeThing[] = [];
  for (const thing of things) {
    const { record } = thing;
    if ("kind" in record && record.kind === "frame") continue;
    const isMute = "kind" in record && record.kind === "stroke" && record.text.trim() === "";
    (isMute ? strokes : (frames.get(record.frame ?? "")?.things ?? loose)).push(thing);
  }
  return { frames: [...frames.values()], loose, strokes };
}

/** What a line joins: the two ends' things, null for an end that lies on the paper. */
export function joinedBy(
  board: BoardSnapshot,
  { from, to }: Pick<ElementOf<"connector">, "from" | "to">,
): readonly [FreeThing | null, FreeThing | null] {
  const thing = (ref: FreeRef): FreeThing | null => {
    if (ref.record === "note") {
      const note = board.notesById.get(ref.id);
      return note && !note.deleted ? { ref, record: note } : null;
    }
    const element = board.elementsById.get(ref.id);
    return element && !element.deleted ? { ref, record: element } : null;
  };
  return [from, to].map((end) => (end.type === "bound" ? thing(end.target) : null)) as [
    FreeThing | null,
    FreeThing | null,
  ];
}

/** A seat of the grid that new things take when nobody points: room for a note, and some air. */
const seat = { width: 220, height: 220, perRow: 6 } as const;

/** A free place on the sheet for something that was written without pointing, in board units. */
export function freePlace(board: BoardSnapshot, sheet: SheetId): { x: number; y: number } {
  const corners = thingsOn(board, sheet).flatMap((thing) => {
    const { record } = thing;
    const { x, y } = cornerOf(thing);
    if ("kind" in record && record.kind === "frame") return [];
    const size = "kind" in record && record.kind !== "connector" ? record.box : { width: 180, height: 120 };
    return [{ x, y, right: x + size.width, bottom: y + size.height }];
  });
  const left = corners.reduce((least, { x }) => Math.min(least, x), corners[0]?.x ?? 0);
  const top = corners.reduce((least, { y }) => Math.min(least, y), corners[0]?.y ?? 0);
  for (let index = 0; ; index += 1) {
    const x = left + (index % seat.perRow) * seat.width;
    const y = top + Math.floor(index / seat.perRow) * seat.height;
    const isTaken = corners.some(
      (other) => other.x < x + seat.width && x < other.right && other.y < y + seat.height && y < other.bottom,
    );
    if (!isTaken) return { x, y };
  }
}
