import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { ConnectorEnd, Element, ElementChanges } from "@faelleskort/shared/model/element.ts";
import type { Rect } from "../canvas/geometry/rect.ts";
import { type BoxGrip, cornerGrips, gripPoint, resized, sideGrips } from "../canvas/geometry/resize.ts";
import type { Making, MakingEnd } from "../canvas/gestures/making.ts";
import { endsOf, letterSizes } from "../canvas/scene/element-layout.ts";
import type { GripAt } from "../canvas/scene/free-hand.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import { bentBy } from "./bending.ts";
import { storedBox } from "./free-move.ts";

type Resizing = Extract<Making, { kind: "resizing" }>;

/** World units: what can still be taken hold of. */
const least = 24;
const acrossGrips: readonly BoxGrip[] = sideGrips.filter(({ x }) => x !== 0);

/** The handles of a thing. Notes are as large as their text. */
export function gripsOf(item: RecordItem): readonly GripAt[] {
  if (item.kind !== "element") return [];
  const { layout, rect } = item;
  if (layout.kind === "connector") {
    const { from, to } = endsOf(layout, rect);
    const middle = { x: rect.x + layout.middle.x, y: rect.y + layout.middle.y };
    return [
      { grip: { type: "end", end: "from" }, at: from },
      { grip: { type: "end", end: "to" }, at: to },
      { grip: { type: "bend" }, at: middle },
    ];
  }
  return gripsOfKind(layout.kind).map((grip) => ({ grip, at: gripPoint(rect, grip) }));
}

function gripsOfKind(kind: Exclude<Element["kind"], "connector">): readonly BoxGrip[] {
  switch (kind) {
    case "text":
      return acrossGrips;
    case "shape":
    case "frame":
      return [...cornerGrips, ...sideGrips];
    case "picture":
    case "stroke":
      return cornerGrips;
  }
}

/** The box a thing gets when its handle is moved; pictures and drawings keep their proportions. */
export function resizedRect(item: RecordItem, { grip, by, keepsShape }: Resizing): Rect {
  if (item.kind !== "element" || grip.type !== "box") return item.rect;
  const { kind } = item.layout;
  return resized(item.rect, grip, by, {
    keepsShape: kind !== "text" && (keepsShape || kind === "picture" || kind === "stroke"),
    least: item.layout.kind === "text" ? letterSizes[item.layout.element.size] * 2 : least,
  });
}

/** Writes a new size down; `bind` makes a line's end of where its handle was let go. */
export function resizeFree(
  item: RecordItem,
  making: Resizing,
  bind: (end: MakingEnd) => ConnectorEnd,
): BoardCommand[] {
  if (item.kind !== "element") return [];
  const changes = changesOf(item.layout.element, item, making, bind);
  return changes ? [{ type: "element.change", id: item.layout.element.id, changes }] : [];
}

/** A thing with a new size or end, laid out as it will be; `bind` as for `resizeFree`. */
export function resizedElement(
  item: RecordItem,
  making: Resizing,
  bind: (end: MakingEnd) => ConnectorEnd,
): Element | null {
  if (item.kind !== "element") return null;
  const { element } = item.layout;
  const changes = changesOf(element, item, making, bind);
  return changes && withChanges(element, changes);
}

/** Each kind takes what it has. */
function withChanges(element: Element, { box, points, from, to, bend }: ElementChanges): Element {
  if (element.kind === "connector") {
    return { ...element, ...(from && { from }), ...(to && { to }), ...(bend !== undefined && { bend }) };
  }
  if (element.kind === "stroke") return { ...element, ...(box && { box }), ...(points && { points }) };
  return { ...element, ...(box && { box }) };
}

function changesOf(
  element: Element,
  item: RecordItem,
  making: Resizing,
  bind: (end: MakingEnd) => ConnectorEnd,
): ElementChanges | null {
  if (element.kind === "connector") {
    if (making.grip.type === "bend") return { bend: bentBy(item, element.bend, making.by) };
    if (making.grip.type !== "end") return null;
    const end = bind(making.to);
    return making.grip.end === "from" ? { from: end } : { to: end };
  }
  const rect = resizedRect(item, making);
  switch (element.kind) {
    case "shape":
    case "frame":
    case "picture":
      return { box: storedBox(rect) };
    case "text":
      return { box: storedBox({ ...rect, height: element.box.height }) };
    case "stroke": {
      const scale = rect.width / item.rect.width;
      const { box, points } = element;
      return {
        box: storedBox({
          x: rect.x + (box.x - item.rect.x) * scale,
          y: rect.y + (box.y - item.rect.y) * scale,
          width: box.width * scale,
          height: box.height * scale,
        }),
        points: points.map((value) => Math.round(value * scale * 2) / 2),
      };
    }
  }
}
