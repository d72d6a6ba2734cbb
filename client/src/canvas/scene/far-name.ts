import { inflate, type Rect } from "../geometry/rect.ts";
import type { RecordItem } from "./item.ts";
import { whoCard } from "./who-layout.ts";
import type { Font, TextSetter } from "./text-setter.ts";

/** What a thing says when seen from far away, and the room it has for that; the box from the thing's top left corner. */
export interface FarName {
  readonly text: string;
  readonly box: Rect;
}

/** Width of the category's stripe on a card seen from far away: the rest is the name's. */
export const farStripe = 14;
const margin = 4;
export const farLineHeight = 1.12;

/** Letters on the screen (CSS px): below the least nobody reads them, and beyond the most nobody reads better. */
const letters = { least: 7, most: 16 } as const;
/** A card narrower than this many letters says nothing: "Bi…" is no name. */
const leastLetters = 6;
/** World sizes go in steps, so that line breaks are remembered from one zoom to the next. */
const sizeStep = 1.2;
/** Enough things to know what fits most, few enough to ask at every change. */
const sampled = 48;
/** The part of the things that must fit whole for a size to be the one for all. */
const most = 0.75;

export const farFont = (size: number): Font => ({ weight: 600, size });

/** null for things that look the same from near and far: hearts and stars, what is drawn and written on free sheets. */
export function farNameOf(item: RecordItem): FarName | null {
  const { width, height } = item.rect;
  const face = { x: 0, y: 0, width, height };
  switch (item.kind) {
    case "actor-card":
      return { text: item.cluster.lead.name, box: besideStripe(face, farStripe) };
    case "compact-card": {
      const scale = width / item.layout.width;
      return { text: item.cluster.lead.name, box: besideStripe(face, farStripe * 0.75 * scale, 3 * scale) };
    }
    case "who-card":
      return { text: item.cluster.lead.name, box: besideStripe(whoFace(face), farStripe) };
    case "note":
      return { text: item.note.text, box: inflate(face, -2 * margin) };
    case "mark":
    case "element":
      return null;
  }
}

/** A "Hvem er de?" card keeps a rim of paper round the actor's colour. */
export const whoFace = (face: Rect): Rect => inflate(face, -whoCard.padding);

function besideStripe({ x, y, width, height }: Rect, stripe: number, by = margin): Rect {
  return { x: x + stripe + by, y: y + by, width: width - stripe - 2 * by, height: height - 2 * by };
}

/** How many lines of letters of a size the box holds; letters that are too large for it are made smaller. */
export function farFit({ height }: Rect, size: number): { readonly size: number; readonly lines: number } {
  const lines = Math.floor(height / (size * farLineHeight));
  return lines >= 1 ? { size, lines } : { size: height / farLineHeight, lines: 1 };
}

/**
 * The one size (world units) in which everything on a sheet is named from far away: the largest that most names fit in whole, and
 * never unreadable; names it is too large for are cut. null when hardly anything has room for letters: then nothing is named.
 */
export function farSize(items: readonly RecordItem[], zoom: number, text: TextSetter): number | null {
  const every = Math.max(1, Math.floor(items.length / sampled));
  const sample = items.flatMap((item, index) => (index % every === 0 ? (farNameOf(item) ?? []) : []));
  const steps = stepsBetween(letters.least / zoom, letters.most / zoom);
  const [least] = steps;
  if (least === undefined || sample.length === 0) return least ?? null;
  const withRoom = sample.filter(({ box }) => box.height >= least && box.width >= leastLetters * least * 0.5);
  if (withRoom.length < sample.length / 2) return null;
  const fitsMost = (size: number) =>
    withRoom.filter((name) => isWhole(name, size, text)).length >= withRoom.length * most;
  return steps.findLast(fitsMost) ?? least;
}

function isWhole({ text: name, box }: FarName, size: number, text: TextSetter): boolean {
  const { lines } = farFit(box, size);
  if (lines * farLineHeight * size > box.height) return false;
  const set = text.lines(name, farFont(size), box.width, lines);
  return !set.cut && !set.broken;
}

/** Powers of the step within the limits, smallest first; there is always one at or just above the least. */
function stepsBetween(least: number, largest: number): number[] {
  const first = Math.ceil(Math.log(least) / Math.log(sizeStep) - 1e-9);
  const last = Math.max(first, Math.floor(Math.log(largest) / Math.log(sizeStep)));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number((sizeStep ** (first + index)).toFixed(2)),
  );
}
