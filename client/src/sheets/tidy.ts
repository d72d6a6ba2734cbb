import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { type ActorCategory, actorCategories } from "@faelleskort/shared/model/actor.ts";
import { boundsOf, type Point } from "../canvas/geometry/rect.ts";
import type { NoteItem, SceneItem } from "../canvas/scene/item.ts";
import { boardPoint } from "./notes.ts";
import type { WallCard } from "./wall-layout.ts";

const gap = { between: 20, groups: 60 } as const;
/** How high columns are: as high as the square that all would fill; what is left over at their ends makes the whole wider. */
const shape = 1;
/** A few things make one column, not a row; world units. */
const leastColumn = 600;

/**
 * Lays cards in columns by category, those on "Hvem er de?" cards beside the others of their category, notes last, from the top left corner of where they lie; within a
 * group by name, so that equal names come to lie together.
 */
export function tidyWall(items: readonly SceneItem[], topZ: number): BoardCommand[] {
  const bounds = boundsOf(items.map(({ rect }) => rect));
  if (!bounds) return [];
  const placed: { item: WallCard | NoteItem; at: Point }[] = [];
  const area = items.reduce((sum, { rect }) => sum + (rect.width + 20) * (rect.height + 20), 0);
  const columnHeight = Math.max(leastColumn, Math.sqrt(area * shape));
  let { x } = bounds;
  for (const group of groupsOf(items)) {
    let y = bounds.y;
    let width = 0;
    for (const item of group) {
      const { rect } = item;
      if (y > bounds.y && y + rect.height > bounds.y + columnHeight) {
        x += width + gap.between;
        y = bounds.y;
        width = 0;
      }
      placed.push({ item, at: { x, y } });
      y += rect.height + gap.between;
      width = Math.max(width, rect.width);
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
const order: readonly (ActorCategory | null)[] = [...actorCategories, null];

function groupsOf(items: readonly SceneItem[]): (WallCard | NoteItem)[][] {
  const groups = order.flatMap((category) =>
    kinds.map((kind) =>
      items
        .filter((item): item is WallCard => item.kind === kind)
        .filter(({ cluster }) => cluster.lead.category === category)
        .sort((a, b) => a.cluster.lead.name.localeCompare(b.cluster.lead.name) || (a.key < b.key ? -1 : 1)),
    ),
  );
  const notes = items.filter((item): item is NoteItem => item.kind === "note");
  return [...groups, notes].filter((group) => group.length > 0);
}
