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
