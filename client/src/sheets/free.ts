import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { elementId, noteId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { boundsOf, inflate, type Point, type Rect, rectAround } from "../canvas/geometry/rect.ts";
import { type DrawingStyle, firstStyle } from "../canvas/scene/drawing-style.ts";
import { layConnector, letterSizes } from "../canvas/scene/element-layout.ts";
import { freePlaceNear } from "../canvas/scene/free-place.ts";
import type { FreeHand } from "../canvas/scene/free-hand.ts";
import type { ItemKey, RecordItem } from "../canvas/scene/item.ts";
import { stickyNote } from "../canvas/scene/note-layout.ts";
import type { Arrangement, Draft, Sheet } from "../canvas/scene/sheet.ts";
import type { TextSetter } from "../canvas/scene/text-setter.ts";
import type { CanvasTool } from "../canvas/tool.ts";
import { writeFree } from "./free-copies.ts";
import { paintFreeGround } from "./free-ground.ts";
import { carried, group, together, ungroup } from "./free-grouping.ts";
import { relaid, routed, shapeOf, shiftedEnd, startFree, targetsOf } from "./free-layout.ts";
import { boundEnd, carrierOf, makeFree } from "./free-make.ts";
import { coordinate, dropFree, nudgeFree, storedBox } from "./free-move.ts";
import { paintMaking, type PreviewOf } from "./free-paint-making.ts";
import { gripsOf, resizedElement } from "./free-resize.ts";
import { frameIdOf, frameUnder, thingOf } from "./free-things.ts";
import { tidyFree } from "./tidy-free.ts";

/** What an empty sheet shows, world units. */
const emptyBounds: Rect = { x: -560, y: -320, width: 1120, height: 640 };
const step = { small: 10, big: 100 } as const;
/** A text is as wide as its longest line, and never wider than this. */
const widestText = 560;

/** A sheet on which anything may lie anywhere. World units are board units. */
export function freeSheet(id: FreeSheetId): Sheet {
  return {
    id,
    labelId: "free.label",
    tidyOrders: ["colour", "kind", "name"],
    tools: [
      "select",
      "hand",
      "note",
      "text",
      "pen",
      "marker",
      "eraser",
      "arrow",
      "line",
      "rectangle",
      "ellipse",
      "frame",
    ],
    startLayout() {
      const layOut = startFree(id);
      return (input) => freeArrangement(id, layOut(input), input.text);
    },
  };
}

function freeArrangement(sheet: FreeSheetId, items: readonly RecordItem[], text: TextSetter): Arrangement {
  const bounds = boundsOf(items.map(({ rect }) => rect));
  const isEmpty = items.length === 0;
  let byKey: ReadonlyMap<ItemKey, RecordItem> | null = null;
  const find = (key: ItemKey) => (byKey ??= new Map(items.map((item) => [item.key, item]))).get(key);
  const place = { sheet, items, find };
  /** What something new should not be laid on: anything but a frame, which is there to be filled. */
  const lying = () => items.filter((item) => frameIdOf(item) === null).map(({ rect }) => rect);

  const addNote = (id: string, words: string, area: Rect, colour: DrawingStyle["paper"]): BoardCommand => ({
    type: "note.add",
    id: noteId(id),
    sheet,
    text: words,
    position: { x: coordinate(area.x), y: coordinate(area.y), z: 0 },
    colour,
    frame: carrierOf(items, area),
  });

  function noteDraft(at: Point, exact: boolean, { paper }: DrawingStyle): Draft {
    const { width, height } = stickyNote;
    const rect = exact ? rectAround(at, width, height) : freePlaceNear(at, width, height, lying());
    return {
      rect,
      look: "note",
      maxLength: contentLimits.note,
      promptId: "canvas.prompt-note",
      goesOn: true,
      paint: () => {},
      commands: (words, newId) => [addNote(newId(), words, rect, paper)],
    };
  }

  function textDraft(at: Point, { colour, size }: DrawingStyle): Draft {
    const letters = letterSizes[size];
    const font = { weight: 400, size: letters } as const;
    const rect = { x: at.x, y: at.y - letters * 0.64, width: 320, height: letters * 1.28 };
    return {
      rect,
      look: "text",
      letters,
      maxLength: contentLimits.note,
      promptId: "free.prompt-text",
      paint: () => {},
      commands(words, newId) {
        const longest = Math.max(...words.split("\n").map((line) => text.width(line, font)));
        const width = Math.min(widestText, Math.ceil(longest) + 4);
        const box = storedBox({ ...rect, width });
        const id = elementId(newId());
        const frame = carrierOf(items, box);
        return [
          {
            type: "element.add",
            element: { kind: "text", id, sheet, text: words, box, colour, size, frame },
          },
        ];
      },
    };
  }

  const shapeAt = (key: ItemKey) => {
    const item = find(key);
    return item ? shapeOf(item) : null;
  };
  const previewOf: PreviewOf = (item, making) => {
    const element = resizedElement(item, making, (end) => boundEnd(place, end, null));
    return element ? relaid(item, element, shapeAt, text) : item;
  };

  const free: FreeHand = {
    together: (chosen) => together(items, chosen),
    carried: (lifted) => carried(items, lifted),
    isFixed: (item) => thingOf(item)?.locked ?? false,
    grips: gripsOf,
    make: (making, tool, newId) => makeFree(place, making, tool, newId),
    paintMaking: (brush, making, tool) => paintMaking(brush, making, tool, find, previewOf),
    boundTo: (keys) =>
      items.flatMap((item) =>
        item.kind === "element" &&
        item.layout.kind === "connector" &&
        targetsOf(item.layout.element).some((key) => keys.has(key))
          ? [item]
          : [],
      ),
    rerouted(line, shownAt) {
      const { layout } = line;
      if (layout.kind !== "connector") return line;
      const at = shownAt(line.key) ?? line.rect;
      const by = { x: at.x - line.rect.x, y: at.y - line.rect.y };
      const { element } = layout;
      const moved = { ...element, from: shiftedEnd(element.from, by), to: shiftedEnd(element.to, by) };
      const run = routed(moved, (key) => {
        const shape = shapeAt(key);
        const rect = shape && shownAt(key);
        return rect ? { ...shape, rect } : null;
      });
      return { ...line, ...layConnector(element, run, text) };
    },
    group,
    ungroup,
  };

  function draft(at: Point, tool: CanvasTool, exact: boolean, style = firstStyle): Draft | null {
    if (tool === "text") return textDraft(at, style);
    return tool === "select" || tool === "note" || !exact ? noteDraft(at, exact, style) : null;
  }

  return {
    items,
    bounds: bounds ? inflate(bounds, 24) : emptyBounds,
    groundVersion: isEmpty ? "empty" : "things",
    paintGround(brush, lit) {
      paintFreeGround(brush, isEmpty, (lit === null ? undefined : find(lit))?.rect ?? null);
    },
    zoneAt(point) {
      const frame = frameUnder(items, { ...point, width: 0, height: 0 });
      return frame && { key: frame.key, rect: frame.rect };
    },
    drop: (moved) => dropFree(items, moved),
    nudge: (chosen, direction, big) =>
      nudgeFree(items, carried(items, chosen), direction, big ? step.big : step.small),
    digit: () => [],
    draft,
    aligns: true,
    tidy: (chosen, order) => tidyFree(items, chosen, order),
    draftBeside(item) {
      if (item.kind !== "note") return null;
      const { rect, note } = item;
      const at = { x: rect.x + rect.width + 20 + stickyNote.width / 2, y: rect.y + stickyNote.height / 2 };
      return noteDraft(at, false, { ...firstStyle, paper: note.colour });
    },
    write: (copies, _exact, newId) => writeFree(place, copies, newId),
    paste(lines, centre, _tool, newId) {
      const columns = Math.ceil(Math.sqrt(lines.length));
      const rows = Math.ceil(lines.length / columns);
      const { width, height } = stickyNote;
      const pitch = { x: width + 20, y: height + 20 };
      const whole = freePlaceNear(centre, columns * pitch.x - 20, rows * pitch.y - 20, lying());
      return lines.map((line, index) => {
        const x = whole.x + (index % columns) * pitch.x;
        const y = whole.y + Math.floor(index / columns) * pitch.y;
        return addNote(newId(), line, { x, y, width, height }, firstStyle.paper);
      });
    },
    free,
  };
}
