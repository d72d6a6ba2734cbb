import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardPoint } from "@faelleskort/shared/model/geometry.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { boundsOf, inflate, type Point, type Rect, rectAround } from "../canvas/geometry/rect.ts";
import { paintWallGround } from "../canvas/painters/wall-ground.ts";
import { actorCard } from "../canvas/scene/card-layout.ts";
import { freePlaceNear } from "../canvas/scene/free-place.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import type { Arrangement, Draft, Moved, Sheet } from "../canvas/scene/sheet.ts";
import type { CanvasTool } from "../canvas/tool.ts";
import { writeActor, writeNote } from "./copies.ts";
import { boardPoint, dropNotes, noteDraft, nudgeNotes } from "./notes.ts";
import { tidyWall } from "./tidy.ts";
import { cardSeats, startWall, type WallCard, wallPointOf } from "./wall-layout.ts";

/** What an empty wall shows, world units. */
const emptyBounds: Rect = { x: -560, y: -320, width: 1120, height: 640 };
const step = { small: 10, big: 100 } as const;

/** "Aktører": an endless wall of actor cards and "Hvem er de?" cards. World units are board units. */
export const wallSheet: Sheet = {
  id: "wall",
  labelId: "canvas.label-wall",
  tidyOrders: ["category", "field", "name"],
  tools: ["select", "hand", "card", "note"],
  startLayout() {
    const layOut = startWall();
    return (input) => wallArrangement(layOut(input));
  },
};

function wallArrangement(items: readonly RecordItem[]): Arrangement {
  const bounds = boundsOf(items.map(({ rect }) => rect));
  const isEmpty = items.length === 0;
  const topZ = () => items.reduce((top, item) => Math.max(top, zOf(item)), 0) + 1;
  const writeCard = (id: string, name: string, wall: BoardPoint): BoardCommand => ({
    type: "actor.write",
    id: actorId(id),
    name,
    category: null,
    wall,
  });

  function draft(at: Point, tool: CanvasTool, exact: boolean): Draft | null {
    if (tool === "note") return noteDraft("wall", at, topZ());
    if (tool !== "select" && tool !== "card") return null;
    const { width, height } = actorCard;
    const lying = items.map(({ rect }) => rect);
    const rect = exact ? rectAround(at, width, height) : freePlaceNear(at, width, height, lying);
    return {
      rect,
      look: "card",
      maxLength: contentLimits.actorName,
      promptId: "canvas.prompt-card",
      goesOn: true,
      paint: () => {},
      commands: (name, newId) => [writeCard(newId(), name, boardPoint(rect, topZ()))],
    };
  }

  return {
    items,
    bounds: bounds ? inflate(bounds, 24) : emptyBounds,
    groundVersion: isEmpty ? "empty" : "cards",
    paintGround: (brush) => paintWallGround(brush, isEmpty),
    zoneAt: () => null,
    drop: (moved) => dropOnWall(moved, topZ()),
    nudge(moving, direction, big) {
      const by = big ? step.big : step.small;
      const moves = moving.flatMap((item) =>
        isCard(item)
          ? [
              {
                id: item.cluster.id,
                to: boardPoint(
                  { x: item.rect.x + direction.x * by, y: item.rect.y + direction.y * by },
                  wallPointOf(item.cluster)?.z ?? 0,
                ),
              },
            ]
          : [],
      );
      const notes = nudgeNotes(
        moving.filter((item) => item.kind === "note"),
        direction,
        by,
      );
      return moves.length > 0 ? [{ type: "actor.move", moves }, ...notes] : notes;
    },
    digit: () => [],
    draft,
    aligns: true,
    tidy: (chosen, order) => tidyWall(chosen, order, topZ()),
    draftBeside(item) {
      if (!isCard(item)) return null;
      const { rect } = item;
      const at = { x: rect.x + rect.width + 20 + actorCard.width / 2, y: rect.y + actorCard.height / 2 };
      return draft(at, "card", false);
    },
    write: (copies, _exact, newId) =>
      copies.map((copy, index) =>
        copy.kind === "actor"
          ? writeActor(copy, newId(), boardPoint(copy.rect, topZ() + index))
          : writeNote(copy, "wall", newId(), topZ() + index),
      ),
    // In rows, as one reads, and together: where all of them find room side by side.
    paste(lines, centre, _tool, newId) {
      const columns = Math.ceil(Math.sqrt(lines.length));
      const rows = Math.ceil(lines.length / columns);
      const { pitch } = cardSeats;
      const between = { x: pitch.x - actorCard.width, y: pitch.y - actorCard.height };
      const width = columns * pitch.x - between.x;
      const height = rows * pitch.y - between.y;
      const lying = items.map(({ rect }) => rect);
      const block = freePlaceNear(centre, width, height, lying);
      const z = topZ();
      return lines.map((line, index) => {
        const x = block.x + (index % columns) * pitch.x;
        const y = block.y + Math.floor(index / columns) * pitch.y;
        return writeCard(newId(), line, boardPoint({ x, y }, z));
      });
    },
  };
}

const isCard = (item: RecordItem): item is WallCard => item.kind === "actor-card" || item.kind === "who-card";

function zOf(item: RecordItem): number {
  if (isCard(item)) return wallPointOf(item.cluster)?.z ?? 0;
  return item.kind === "note" ? item.note.position.z : 0;
}

/** What was let go lies on top, in the order it lay. */
function dropOnWall(moved: readonly Moved[], topZ: number): BoardCommand[] {
  const moves = moved.flatMap(({ item, to }, index) =>
    isCard(item) ? [{ id: item.cluster.id, to: boardPoint(to, topZ + index) }] : [],
  );
  const notes = dropNotes(moved, topZ);
  return moves.length > 0 ? [{ type: "actor.move", moves }, ...notes] : notes;
}
