import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { paletteColours, type PaletteColour } from "@faelleskort/shared/model/colour.ts";
import { boundsOf, covers, type Rect } from "../canvas/geometry/rect.ts";
import { frameTitle } from "../canvas/scene/element-layout.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import type { TidyOrder } from "../canvas/scene/sheet.ts";
import { type Block, type ColumnRules, inColumns } from "./columns.ts";
import { together } from "./free-grouping.ts";
import { movedBy } from "./free-move.ts";
import { frameIdOf, thingOf } from "./free-things.ts";

const roomy = { between: 20, groups: 60 } as const;
/** In a frame there may be less room. */
const gaps = [roomy, { between: 12, groups: 24 }, { between: 6, groups: 6 }] as const;
const framePadding = 16;
/** A few things make one column, not a row; world units. */
const leastColumn = 600;

/** A thing, or all of a group, with the frame it lies in. */
interface Piece extends Block {
  readonly items: readonly RecordItem[];
  readonly rect: Rect;
  /** By which it is ordered. */
  readonly lead: RecordItem;
  readonly frame: RecordItem | null;
}

/**
 * Lays what stands by itself (notes, texts, shapes, pictures) in columns, where it lies. A group keeps together; what lies in a frame is
 * tidied in it, and stays as it is where the frame has no room; frames, drawings and what is locked stay, and nothing is laid on
 * them. Lines follow what they are bound to.
 */
export function tidyFree(
  all: readonly RecordItem[],
  chosen: readonly RecordItem[],
  order: TidyOrder,
): BoardCommand[] {
  const pieces = piecesOf(all, together(all, chosen));
  const moving = new Set(pieces.flatMap(({ items }) => items));
  const resting = all.filter((item) => !moving.has(item) && standsAlone(item));
  const moves = [...Map.groupBy(pieces, ({ frame }) => frame)].flatMap(([frame, inside]) => {
    const groups = groupsOf(inside, order);
    return (frame ? inFrame(groups, frame, resting) : onPaper(groups, resting)).flatMap(({ block, at }) => {
      const by = { x: at.x - block.rect.x, y: at.y - block.rect.y };
      return Math.abs(by.x) + Math.abs(by.y) < 0.1
        ? []
        : block.items.flatMap((item) => movedBy(item, by) ?? []);
    });
  });
  return moves.length > 0 ? [{ type: "free.move", moves }] : [];
}

/** Lines and drawings belong to what is round them. */
function standsAlone(item: RecordItem): boolean {
  return (
    item.kind === "note" || (item.kind === "element" && !["stroke", "connector"].includes(item.layout.kind))
  );
}

function piecesOf(all: readonly RecordItem[], chosen: readonly RecordItem[]): Piece[] {
  const frames = new Map(
    all.flatMap((item) => {
      const id = frameIdOf(item);
      return id === null ? [] : [[id, item] as const];
    }),
  );
  const parts = Map.groupBy(chosen, (item) => thingOf(item)?.group ?? item.key);
  return [...parts.values()].flatMap((items): Piece[] => {
    const stays = items.some((item) => thingOf(item)?.locked === true || frameIdOf(item) !== null);
    const lead = items.filter(standsAlone).toSorted(byPlace)[0];
    const rect = boundsOf(items.map((item) => item.rect));
    if (stays || !lead || !rect) return [];
    const frame = thingOf(lead)?.frame ?? null;
    const { width, height } = rect;
    return [{ items, rect, lead, width, height, frame: (frame && frames.get(frame)) ?? null }];
  });
}

/** Column by column: what is tidy stays in its order. */
const byPlace = (a: RecordItem, b: RecordItem): number =>
  a.rect.x - b.rect.x || a.rect.y - b.rect.y || (a.key < b.key ? -1 : 1);

function groupsOf(pieces: readonly Piece[], order: TidyOrder): Piece[][] {
  const inOrder = pieces.toSorted((a, b) => byPlace(a.lead, b.lead));
  switch (order) {
    case "colour":
      return ranked(inOrder, ({ lead }) => rankOfColour(colourOf(lead)));
    case "kind":
      return ranked(inOrder, ({ lead }) => kinds.indexOf(kindOf(lead)));
    case "name":
    case "category":
    case "field":
      return [inOrder.toSorted((a, b) => wordsOf(a.lead).localeCompare(wordsOf(b.lead)))];
  }
}

function ranked(pieces: readonly Piece[], rankOf: (piece: Piece) => number): Piece[][] {
  return [...Map.groupBy(pieces, rankOf)].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

const kinds: readonly string[] = ["note", "text", "shape", "picture"];
const kindOf = (item: RecordItem): string => (item.kind === "element" ? item.layout.kind : item.kind);

/** What one sees of it: a shape's filling, if it has one. */
function colourOf(item: RecordItem): PaletteColour | null {
  if (item.kind === "note") return item.note.colour;
  if (item.kind !== "element") return null;
  const { element } = item.layout;
  if (element.kind === "picture") return null;
  return (element.kind === "shape" ? element.fill : null) ?? element.colour;
}

const rankOfColour = (colour: PaletteColour | null): number =>
  colour === null ? paletteColours.length : paletteColours.indexOf(colour);

const wordsOf = (item: RecordItem): string => thingOf(item)?.text ?? "";

type Placed = ReturnType<typeof inColumns<Piece>>;

function onPaper(groups: readonly Piece[][], resting: readonly RecordItem[]): Placed {
  const pieces = groups.flat();
  const bounds = boundsOf(pieces.map(({ rect }) => rect));
  if (!bounds) return [];
  const area = pieces.reduce((sum, { width, height }) => sum + (width + 20) * (height + 20), 0);
  const height = Math.max(leastColumn, Math.sqrt(area));
  const taken = resting.map(({ rect }) => rect);
  return inColumns(groups, { origin: bounds, height, gap: roomy, taken });
}

function inFrame(
  groups: readonly Piece[][],
  { rect, key }: RecordItem,
  resting: readonly RecordItem[],
): Placed {
  const room = {
    x: rect.x + framePadding,
    y: rect.y + frameTitle.height + framePadding,
    width: rect.width - 2 * framePadding,
    height: rect.height - frameTitle.height - 2 * framePadding,
  };
  const taken = resting.filter((item) => item.key !== key).map((item) => item.rect);
  for (const gap of gaps) {
    const rules: ColumnRules = { origin: room, height: room.height, gap, taken };
    const placed = inColumns(groups, rules);
    const fits = placed.every(({ block: { width, height }, at }) => covers(room, { ...at, width, height }));
    if (fits) return placed;
  }
  return [];
}
