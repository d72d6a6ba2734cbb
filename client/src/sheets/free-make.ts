import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { ConnectorEnd, NewElement } from "@faelleskort/shared/model/element.ts";
import { elementId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { covers, type Point, type Rect, rectAround } from "../canvas/geometry/rect.ts";
import { keepStroke } from "../canvas/geometry/stroke.ts";
import type { Making, MakingEnd } from "../canvas/gestures/making.ts";
import type { MakingTool } from "../canvas/scene/free-hand.ts";
import type { ItemKey, RecordItem } from "../canvas/scene/item.ts";
import { shapeOf } from "./free-layout.ts";
import { coordinate, storedBox } from "./free-move.ts";
import { resizeFree } from "./free-resize.ts";
import { frameIdOf, frameUnder, refOf, storedCorner, thingOf } from "./free-things.ts";

/** World units; an area that is smaller was a press, and gets a size of its own. */
const leastArea = 12;
const ownSizes = { shape: { width: 180, height: 120 }, frame: { width: 640, height: 420 } } as const;

export interface FreePlace {
  readonly sheet: FreeSheetId;
  readonly items: readonly RecordItem[];
  readonly find: (key: ItemKey) => RecordItem | undefined;
}

/** What a hand that has drawn, connected, spanned or resized writes down. */
export function makeFree(
  place: FreePlace,
  making: Making,
  tool: MakingTool,
  newId: () => string,
): BoardCommand[] {
  switch (making.kind) {
    case "drawing":
      return [add(drawn(place, making.points, tool, newId()))];
    case "connecting":
      return connected(place, making.from, making.to, tool, newId());
    case "spanning":
      return spanned(place, making, tool, newId());
    case "resizing": {
      const item = place.find(making.key);
      return item ? resizeFree(item, making, (end) => boundEnd(place, end, null)) : [];
    }
    case "erasing":
      return [];
  }
}

const add = (element: NewElement): BoardCommand => ({ type: "element.add", element });

/** The frame that carries something new with this rectangle. */
export function carrierOf(items: readonly RecordItem[], area: Rect) {
  const frame = frameUnder(items, area);
  return frame && frameIdOf(frame);
}

function drawn(
  { sheet, items }: FreePlace,
  points: readonly Point[],
  { tool, style }: MakingTool,
  id: string,
): NewElement {
  const kept = keepStroke(points, contentLimits.strokeNumbers);
  const { origin } = kept;
  const width = Math.max(...kept.points.filter((_value, index) => index % 2 === 0));
  const height = Math.max(...kept.points.filter((_value, index) => index % 2 === 1));
  const box = storedBox({ ...origin, width, height });
  const pen = tool === "marker" ? "marker" : "pen";
  return {
    kind: "stroke",
    id: elementId(id),
    sheet,
    text: "",
    box,
    points: [...kept.points],
    pen,
    colour: pen === "marker" ? style.marker : style.colour,
    size: style.size,
    frame: carrierOf(items, box),
  };
}

/** An end as it is stored: bound to the thing under it, if lines can be. `other`: what the other end is bound to. */
export function boundEnd(
  { find }: Pick<FreePlace, "find">,
  { at, on }: MakingEnd,
  other: ItemKey | null,
): ConnectorEnd {
  const stored = { x: coordinate(at.x), y: coordinate(at.y) };
  const item = on === null || on === other ? undefined : find(on);
  const ref = item && shapeOf(item) ? refOf(item) : null;
  return ref ? { type: "bound", target: ref, at: stored } : { type: "free", ...stored };
}

function connected(
  place: FreePlace,
  from: MakingEnd,
  to: MakingEnd,
  { tool, style }: MakingTool,
  id: string,
): BoardCommand[] {
  // Within one thing, a line is only a line.
  const within = from.on !== null && from.on === to.on ? from.on : null;
  const element: NewElement = {
    kind: "connector",
    id: elementId(id),
    sheet: place.sheet,
    text: "",
    from: boundEnd(place, from, within),
    to: boundEnd(place, to, within),
    heads: tool === "line" ? "none" : "end",
    bend: null,
    colour: style.colour,
    size: style.size,
  };
  return [add(element)];
}

function spanned(
  { sheet, items }: FreePlace,
  { from, area }: Extract<Making, { kind: "spanning" }>,
  { tool, style }: MakingTool,
  id: string,
): BoardCommand[] {
  const kind = tool === "frame" ? "frame" : "shape";
  const own = ownSizes[kind];
  const isPress = area.width < leastArea && area.height < leastArea;
  const box = storedBox(
    isPress
      ? rectAround(from, own.width, own.height)
      : { ...area, width: Math.max(leastArea, area.width), height: Math.max(leastArea, area.height) },
  );
  const common = { id: elementId(id), sheet, text: "", box, colour: style.colour } as const;
  if (kind === "frame") return [add({ kind, ...common }), ...takenIn(items, box, id)];
  const form = tool === "ellipse" ? "ellipse" : "rectangle";
  return [add({ kind, ...common, form, fill: style.fill, size: style.size, frame: carrierOf(items, box) })];
}

/** A frame drawn round things takes them in, unless another carries them. */
function takenIn(items: readonly RecordItem[], box: Rect, id: string): BoardCommand[] {
  const moves = items.flatMap((item) => {
    const ref = refOf(item);
    const to = storedCorner(item);
    const isFree = thingOf(item)?.frame === null && frameIdOf(item) === null;
    if (!ref || !to || !isFree || !covers(box, item.rect)) return [];
    return [{ ref, to: { x: to.x, y: to.y }, frame: elementId(id) }];
  });
  return moves.length > 0 ? [{ type: "free.move", moves }] : [];
}
