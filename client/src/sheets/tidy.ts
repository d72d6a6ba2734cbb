import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { type ActorCategory, actorCategories } from "@faelleskort/shared/model/actor.ts";
import { type PriorityField, priorityFields } from "@faelleskort/shared/method/fields.ts";
import { boundsOf, type Point } from "../canvas/geometry/rect.ts";
import type { NoteItem, RecordItem } from "../canvas/scene/item.ts";
import type { TidyOrder } from "../canvas/scene/sheet.ts";
import { boardPoint } from "./notes.ts";
import type { WallCard } from "./wall-layout.ts";

const gap = { between: 20, groups: 60 } as const;
/** How high columns are: as high as the square that all would fill; what is left over at their ends makes the whole wider. */
const shape = 1;
/** A few things make one column, not a row; world units. */
const leastColumn = 600;

/** What lies together: a card, and the notes that were beside it. */
interface Block {
  readonly items: readonly (WallCard | NoteItem)[];
  readonly width: number;
  readonly height: number;
}

/**
 * Lays cards in columns, from the top left corner of where they lie; those on "Hvem er de?" cards beside the others of their group,
 * within a group by name, so that equal names come to lie together. A note stays with the card it lay nearest to, below it.
 */
export function tidyWall(items: readonly RecordItem[], order: TidyOrder, topZ: number): BoardCommand[] {
  const bounds = boundsOf(items.map(({ rect }) => rect));
  if (!bounds) return [];
  const placed: { item: WallCard | NoteItem; at: Point }[] = [];
  const area = items.reduce((sum, { rect }) => sum + (rect.width + 20) * (rect.height + 20), 0);
  const columnHeight = Math.max(leastColumn, Math.sqrt(area * shape));
  let { x } = bounds;
  for (const group of groupsOf(items, order)) {
    let y = bounds.y;
    let width = 0;
    for (const block of group) {
      if (y > bounds.y && y + block.height > bounds.y + columnHeight) {
        x += width + gap.between;
        y = bounds.y;
        width = 0;
      }
      for (const item of block.items) {
        placed.push({ item, at: { x, y } });
        y += item.rect.height + gap.between;
      }
      width = Math.max(width, block.width);
    }
    x += width + gap.groups;
  }
  const moves = placed.flatMap(({ item, at }, index) =>
    item.kind === "note" ? [] : [{ id: item.cluster.id, to: boardPoint(at, topZ + index) }],
  );
  const notes = placed.flatMap(({ item, at }, index) =>
    item.kind === "note" ? [{ id: item.note.id, to: boardPoint(at, topZ + index) }] : [],
  );
  const commands: BoardCommand[] = [];
  if (moves.length > 0) commands.push({ type: "actor.move", moves });
  if (notes.length > 0) commands.push({ type: "note.move", moves: notes });
  return commands;
}

const kinds: readonly WallCard["kind"][] = ["actor-card", "who-card"];
const categories: readonly (ActorCategory | null)[] = [...actorCategories, null];
const fields: readonly (PriorityField | null)[] = [...priorityFields, null];

function groupsOf(items: readonly RecordItem[], order: TidyOrder): Block[][] {
  const cards = items.filter((item) => item.kind === "actor-card" || item.kind === "who-card");
  const notes = items.filter((item) => item.kind === "note");
  if (cards.length === 0) return [notes.map((note) => blockOf([note]))];
  const notesByCard = Map.groupBy(notes, (note) => nearest(note, cards));
  return parts(cards, order)
    .flatMap((part) => kinds.map((kind) => part.filter((card) => card.kind === kind)))
    .filter((group) => group.length > 0)
    .map((group) =>
      group
        .toSorted(byName)
        .map((card) => blockOf([card, ...(notesByCard.get(card) ?? []).toSorted(byPlace)])),
    );
}

function parts(cards: readonly WallCard[], order: TidyOrder): readonly (readonly WallCard[])[] {
  switch (order) {
    case "category":
      return categories.map((category) => cards.filter(({ cluster }) => cluster.lead.category === category));
    case "field":
      return fields.map((field) => cards.filter(({ cluster }) => cluster.field === field));
    case "name":
      return [cards];
  }
}

const byName = (a: WallCard, b: WallCard): number =>
  a.cluster.lead.name.localeCompare(b.cluster.lead.name) || (a.key < b.key ? -1 : 1);

const byPlace = (a: NoteItem, b: NoteItem): number => a.rect.y - b.rect.y || (a.key < b.key ? -1 : 1);

/** Measured from the note's top to the card's foot: once tidy, a note is nearest to the card above it. */
function nearest({ rect }: NoteItem, cards: readonly WallCard[]): WallCard | undefined {
  let found: { card: WallCard; distance: number } | undefined;
  for (const card of cards) {
    const distance = Math.hypot(rect.x - card.rect.x, rect.y - card.rect.y - card.rect.height);
    if (!found || distance < found.distance) found = { card, distance };
  }
  return found?.card;
}

const blockOf = (items: readonly (WallCard | NoteItem)[]): Block => ({
  items,
  width: Math.max(...items.map(({ rect }) => rect.width)),
  height: items.reduce((sum, { rect }) => sum + rect.height + gap.between, -gap.between),
});
