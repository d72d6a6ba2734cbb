import { createGridIndex } from "../geometry/grid-index.ts";
import { inflate, type Rect, sameRect, translate } from "../geometry/rect.ts";
import type { ItemKey, MarkItem, RecordItem } from "./item.ts";
import { markSize } from "./mark-layout.ts";
import type { Font, SetText, TextSetter } from "./text-setter.ts";

/** A mark's title as it stands when seen from far away; the box in world units from the mark's top left corner. */
export interface FarTitle {
  readonly set: SetText;
  readonly font: Font;
  readonly lineHeight: number;
  readonly box: Rect;
}

/** Titles that have room, by their mark. */
export type FarTitles = ReadonlyMap<ItemKey, FarTitle>;

/** Letters on the screen (CSS px): smaller ones nobody reads. The slips' own letters are 18 units. */
const letters = 10;
export const farTitlesBelow = 0.55;
/** In letters. */
const shape = { width: 11, lineHeight: 1.2, padding: 0.35, gap: 0.2 } as const;

/**
 * Titles of marks seen from far away: as large on the screen as at the least legible size, beside their mark where they cover neither
 * a mark nor another title. Where marks lie close, the newer title gives way and is read from nearer. null from near.
 */
export function farTitlesOf(items: readonly RecordItem[], zoom: number, text: TextSetter): FarTitles | null {
  if (zoom >= farTitlesBelow) return null;
  const marks = items.filter((item): item is MarkItem => item.kind === "mark");
  if (marks.length === 0) return null;
  const size = letters / zoom;
  const font: Font = { weight: 600, size };
  const lineHeight = size * shape.lineHeight;
  const taken = createGridIndex<ItemKey>();
  for (const { key, rect, layout } of marks) {
    const { x, y } = layout.anchor;
    taken.set(
      key,
      translate(
        { x: -markSize / 2, y: -markSize / 2, width: markSize, height: markSize },
        rect.x + x,
        rect.y + y,
      ),
    );
  }
  const titles = new Map<ItemKey, FarTitle>();
  for (const { key, rect, layout, mark } of marks) {
    const title = mark.title.trim();
    if (title === "") continue;
    const set = text.lines(title, font, size * shape.width, 2);
    const widest = Math.max(...set.lines.map((line) => text.width(line, font)));
    const width = widest + 2 * shape.padding * size;
    const height = set.lines.length * lineHeight + shape.padding * size;
    const box = placesRound(layout.anchor, width, height, shape.gap * size).find(
      (place) => taken.within(inflate(translate(place, rect.x, rect.y), -1)).length === 0,
    );
    if (!box) continue;
    titles.set(key, { set, font, lineHeight, box });
    taken.set(`title of ${key}`, translate(box, rect.x, rect.y));
  }
  return titles;
}

/** Below the mark, above it, to its right, to its left. */
function placesRound({ x, y }: { x: number; y: number }, width: number, height: number, gap: number): Rect[] {
  const half = markSize / 2 + gap;
  return [
    { x: x - width / 2, y: y + half, width, height },
    { x: x - width / 2, y: y - half - height, width, height },
    { x: x + half, y: y - height / 2, width, height },
    { x: x - half - width, y: y - height / 2, width, height },
  ];
}

/** Whether both look alike. */
export function sameTitles(a: FarTitles | null, b: FarTitles | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.size !== b.size) return false;
  return [...a].every(([key, { set, box, font }]) => {
    const other = b.get(key);
    return other?.set === set && other.font.size === font.size && sameRect(other.box, box);
  });
}
