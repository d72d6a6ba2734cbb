import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { type ActorCategory, actorCategories } from "@faelleskort/shared/model/actor.ts";
import { type PriorityField, priorityFields } from "@faelleskort/shared/method/fields.ts";
import { boundsOf, type Point } from "../canvas/geometry/rect.ts";
import type { NoteItem, RecordItem } from "../canvas/scene/item.ts";
import type { TidyOrder } from "../canvas/scene/sheet.ts";
import { type Block, inColumns } from "./columns.ts";
import { boardPoint } from "./notes.ts";
import type { WallCard } from "./wall-layout.ts";

const gap = { between: 20, groups: 60 } as const;
/** A few things make one column, not a row; world units. */
const leastColumn = 600;

/** What lies together: a card, and the notes that were beside it. */
interface Stack extends Block {
  readonly items: readonly (WallCard | NoteItem)[];
}

/** Its things, one below the other. */
function stacked({ block, at }: { readonly block: Stack; readonly at: Point }) {
  let { y } = at;
  return block.items.map((item) => {
    const here = { item, at: { x: at.x, y } };
    y += item.rect.height + gap.between;
    return here;
  });
}

/**
 * Lays cards in columns as high as the square that all would fill, from the top left corner of where they lie; those on "Hvem er de?" cards beside the others of their group,
 * within a group by name, so that equal names come to lie together. A note stays with the card it lay nearest to, below it.
 */
export function tidyWall(items: readonly RecordItem[], order: TidyOrder, topZ: number): BoardCommand[] {
  const bounds = boundsOf(items.map(({ rect }) => rect));
  if (!bounds) return [];
  const area = items.reduce((sum, { rect }) => sum + (rect.width + 20) * (rect.height + 20), 0);
  const height = Math.max(leastColumn, Math.sqrt(area));
  const placed = inColumns(groupsOf(items, order), { origin: bounds, height, gap }).flatMap(stacked);
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

function groupsOf(items: readonly RecordItem[], order: TidyOrder): Stack[][] {
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
    case "colour":
    case "kind":
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

const blockOf = (items: readonly (WallCard | NoteItem)[]): Stack => ({
  items,
  width: Math.max(...items.map(({ rect }) => rect.width)),
  height: items.reduce((sum, { rect }) => sum + rect.height + gap.between, -gap.between),
});
