import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { byAge } from "@faelleskort/shared/model/board.ts";
import { type UnitPoint, unitPoint } from "@faelleskort/shared/model/geometry.ts";
import { markId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { Mark, MarkKind } from "@faelleskort/shared/model/mark.ts";
import { boundsOf, contains, inflate, type Point, type Rect } from "../canvas/geometry/rect.ts";
import { paintMarkShape } from "../canvas/painters/mark.ts";
import { keyOfRef, type MarkItem, type RecordItem } from "../canvas/scene/item.ts";
import { createItemCache, rememberLayout } from "../canvas/scene/item-cache.ts";
import { layoutMark, markSize } from "../canvas/scene/mark-layout.ts";
import { layoutNote } from "../canvas/scene/note-layout.ts";
import type { Arrangement, Draft, Sheet, SheetInput } from "../canvas/scene/sheet.ts";
import { fanOutStacks } from "../canvas/scene/stacks.ts";
import type { CanvasTool } from "../canvas/tool.ts";
import { paintMapGround } from "./map-ground.ts";
import { writeMark, writeNote } from "./copies.ts";
import { dropNotes, noteDraft, noteItems, nudgeNotes } from "./notes.ts";

/** The map is this wide in world units, as high as its picture asks; without one, 1600 × 1000. */
const mapWidth = 1600;
const plainHeight = 1000;
/** Arrow keys: parts of the picture's width. */
const step = { small: 0.005, big: 0.04 } as const;

/** "Områdekort": hearts and stars on a picture of the area. A mark's position is in fractions of the picture. */
export const mapSheet: Sheet = {
  id: "map",
  labelId: "canvas.label-map",
  tidyOrders: [],
  tools: ["select", "hand", "resource", "challenge", "note"],
  startLayout() {
    const keep = createItemCache();
    let layouts: ReturnType<typeof mapLayouts> | null = null;
    return (input) => {
      layouts ??= mapLayouts(input);
      const area = mapArea(input.picture);
      const items = [...markItems(input, area, layouts), ...noteItems("map", input, layouts.note)];
      return mapArrangement(keep(items), area, input.picture !== null);
    };
  },
};

function mapLayouts({ text }: SheetInput) {
  return {
    mark: rememberLayout((mark: Mark) => layoutMark(mark, text)),
    note: rememberLayout((note: Parameters<typeof layoutNote>[0]) => layoutNote(note, text)),
  };
}

export function mapArea(picture: SheetInput["picture"]): Rect {
  const height = picture ? (mapWidth * picture.height) / picture.width : plainHeight;
  return { x: 0, y: 0, width: mapWidth, height };
}

const onMap = ({ x, y }: UnitPoint, area: Rect): Point => ({ x: x * area.width, y: y * area.height });

function fromMap({ x, y }: Point, area: Rect): UnitPoint {
  const round = (value: number) => Math.round(value * 100_000) / 100_000;
  return unitPoint(round(x / area.width), round(y / area.height));
}

function markItems({ snapshot }: SheetInput, area: Rect, layouts: ReturnType<typeof mapLayouts>): MarkItem[] {
  const marks = [...snapshot.marksById.values()].filter(({ deleted }) => !deleted).sort(byAge);
  const spots = fanOutStacks(marks, ({ position }) => onMap(position, area));
  return marks.map((mark, index) => {
    const ref = { record: "mark", id: mark.id } as const;
    const layout = layouts.mark(mark);
    const spot = spots[index] ?? onMap(mark.position, area);
    const rect = {
      x: spot.x - layout.anchor.x,
      y: spot.y - layout.anchor.y,
      width: layout.width,
      height: layout.height,
    };
    return { kind: "mark", key: keyOfRef(ref), ref, rect, mark, layout };
  });
}

/** What a tool marks; "resources always come first" (`method.md` 1), so a double click without a choice is a heart. */
function kindOfTool(tool: CanvasTool): MarkKind | null {
  switch (tool) {
    case "resource":
    case "challenge":
      return tool;
    case "select":
      return "resource";
    default:
      return null;
  }
}

function mapArrangement(items: readonly RecordItem[], area: Rect, hasPicture: boolean): Arrangement {
  const topZ = () =>
    items.reduce((top, item) => (item.kind === "note" ? Math.max(top, item.note.position.z) : top), 0) + 1;
  const isEmpty = items.length === 0;
  return {
    items,
    bounds: inflate(boundsOf([area, ...items.map(({ rect }) => rect)]) ?? area, 16),
    groundVersion: `${area.width} ${area.height} ${hasPicture} ${isEmpty}`,
    paintGround: (brush) => paintMapGround(brush, { area, hasPicture, isEmpty }),
    zoneAt: () => null,
    drop(moved) {
      const moves = moved.flatMap(({ item, to }) => {
        if (item.kind !== "mark") return [];
        const { anchor } = item.layout;
        return [{ id: item.mark.id, to: fromMap({ x: to.x + anchor.x, y: to.y + anchor.y }, area) }];
      });
      const notes = dropNotes(moved, topZ());
      return moves.length > 0 ? [{ type: "mark.move", moves }, ...notes] : notes;
    },
    nudge(moving, { x, y }, big) {
      const by = (big ? step.big : step.small) * area.width;
      const moves = moving.flatMap((item) => {
        if (item.kind !== "mark") return [];
        const from = onMap(item.mark.position, area);
        return [{ id: item.mark.id, to: fromMap({ x: from.x + x * by, y: from.y + y * by }, area) }];
      });
      const notes = nudgeNotes(
        moving.filter((item) => item.kind === "note"),
        { x, y },
        by,
      );
      return moves.length > 0 ? [{ type: "mark.move", moves }, ...notes] : notes;
    },
    digit: () => [],
    draft(at, tool, exact): Draft | null {
      if (tool === "note") return noteDraft("map", at, topZ());
      const kind = kindOfTool(tool);
      if (!kind || (exact && !contains(area, at))) return null;
      const position = fromMap(at, area);
      const spot = onMap(position, area);
      return {
        rect: { x: spot.x - 110, y: spot.y + markSize / 2 + 4, width: 220, height: 40 },
        look: "mark",
        maxLength: contentLimits.markTitle,
        promptId: kind === "resource" ? "canvas.prompt-resource" : "canvas.prompt-challenge",
        paint: (brush) => paintMarkShape(brush, kind, spot, markSize),
        commands: (title, newId) => [addMark(newId(), kind, title, position)],
      };
    },
    aligns: false,
    tidy: () => [],
    draftBeside: () => null,
    write: (copies, _exact, newId) =>
      copies.map((copy, index) => {
        if (copy.kind === "note" || copy.kind === "element")
          return writeNote(copy, "map", newId(), topZ() + index);
        const { x, y, width, height } = copy.rect;
        const anchor = copy.kind === "mark" ? markSize / 2 : height / 2;
        return writeMark(copy, newId(), fromMap({ x: x + width / 2, y: y + anchor }, area));
      }),
    paste(lines, centre, tool, newId) {
      const kind = kindOfTool(tool) ?? "resource";
      const columns = Math.ceil(Math.sqrt(lines.length));
      const rows = Math.ceil(lines.length / columns);
      return lines.map((line, index) => {
        const column = index % columns;
        const row = Math.floor(index / columns);
        const spot = {
          x: centre.x + (column - (columns - 1) / 2) * 210,
          y: centre.y + (row - (rows - 1) / 2) * 120,
        };
        return addMark(newId(), kind, line, fromMap(spot, area));
      });
    },
  };
}

const addMark = (id: string, kind: MarkKind, title: string, position: UnitPoint): BoardCommand => ({
  type: "mark.add",
  id: markId(id),
  kind,
  title,
  text: "",
  position,
});
