import type { BoxedElement, Connector, ConnectorEnd, Element } from "@faelleskort/shared/model/element.ts";
import type { Note } from "@faelleskort/shared/model/note.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { thingsOn } from "@faelleskort/shared/views/free-sheet.ts";
import { type Line, type LineEnd, lineBetween, type Outline, type Shape } from "../canvas/geometry/border.ts";
import type { Point } from "../canvas/geometry/rect.ts";
import {
  type ConnectorLayout,
  type Laid,
  layConnector,
  layFrame,
  layPicture,
  layShape,
  layStroke,
  layText,
} from "../canvas/scene/element-layout.ts";
import { type ItemKey, keyOfRef, type RecordItem } from "../canvas/scene/item.ts";
import { createItemCache, rememberLayout } from "../canvas/scene/item-cache.ts";
import { layoutNote } from "../canvas/scene/note-layout.ts";
import type { SheetInput } from "../canvas/scene/sheet.ts";
import type { TextSetter } from "../canvas/scene/text-setter.ts";

/** The shape a line's end can be bound to; null when it isn't on the sheet. */
export type ShapeAt = (key: ItemKey) => Shape | null;

/** Lays a free sheet out again and again; what did not change stays the same object. */
export function startFree(sheet: FreeSheetId): (input: SheetInput) => RecordItem[] {
  const keep = createItemCache();
  let layouts: ReturnType<typeof layoutsOf> | null = null;
  return ({ snapshot, text }) => {
    layouts ??= layoutsOf(text);
    const { boxed, note, line } = layouts;
    const things = thingsOn(snapshot, sheet).map(({ ref, record }) => ({ key: keyOfRef(ref), ref, record }));
    const shapes = new Map<ItemKey, Shape>();
    for (const { key, record } of things) {
      if (!("kind" in record)) shapes.set(key, { rect: noteRect(record, note), outline: "box" });
      else if (record.kind !== "connector") {
        shapes.set(key, { rect: boxed(record).rect, outline: outlineOf(record) });
      }
    }
    const shapeAt = (key: ItemKey) => shapes.get(key) ?? null;
    return keep(
      things.flatMap(({ key, ref, record }): RecordItem[] => {
        if (!("kind" in record)) {
          if (ref.record !== "note") return [];
          return [
            { kind: "note", key, ref, note: record, layout: note(record), rect: noteRect(record, note) },
          ];
        }
        const laid = record.kind === "connector" ? line(record, routed(record, shapeAt)) : boxed(record);
        return [{ kind: "element", key, ref, ...laid }];
      }),
    );
  };
}

function layoutsOf(text: TextSetter) {
  const known = new WeakMap<Connector, { readonly line: Line; readonly laid: Laid<ConnectorLayout> }>();
  return {
    note: rememberLayout((note: Note) => layoutNote(note, text)),
    boxed: rememberLayout((element: BoxedElement) => layBoxed(element, text)),
    /** A line is the same as long as both its record and its run are. */
    line: (connector: Connector, run: Line): Laid<ConnectorLayout> => {
      const before = known.get(connector);
      if (before && sameLine(before.line, run)) return before.laid;
      const laid = layConnector(connector, run, text);
      known.set(connector, { line: run, laid });
      return laid;
    },
  };
}

/** A thing with other contents, laid out where the others lie. */
export function relaid(item: RecordItem, element: Element, shapeAt: ShapeAt, text: TextSetter): RecordItem {
  if (item.kind !== "element") return item;
  const laid =
    element.kind === "connector"
      ? layConnector(element, routed(element, shapeAt), text)
      : layBoxed(element, text);
  return { ...item, ...laid };
}

function layBoxed(element: BoxedElement, text: TextSetter): Laid {
  switch (element.kind) {
    case "text":
      return layText(element, text);
    case "shape":
      return layShape(element, text);
    case "frame":
      return layFrame(element, text);
    case "picture":
      return layPicture(element);
    case "stroke":
      return layStroke(element);
  }
}

function noteRect(note: Note, layoutOf: (note: Note) => { readonly width: number; readonly height: number }) {
  const { x, y } = note.position;
  const { width, height } = layoutOf(note);
  return { x, y, width, height };
}

const outlineOf = (element: Element): Outline =>
  element.kind === "shape" && element.form === "ellipse" ? "ellipse" : "box";

/** Where a connector runs when things lie where `shapeAt` says. An end whose thing is gone stays where it was bound. */
export function routed({ from, to, bend }: Connector, shapeAt: ShapeAt): Line {
  return lineBetween(endOf(from, shapeAt), endOf(to, shapeAt), bend);
}

function endOf(end: ConnectorEnd, shapeAt: ShapeAt): LineEnd {
  if (end.type === "free") return { type: "free", at: { x: end.x, y: end.y } };
  const shape = shapeAt(keyOfRef(end.target));
  return shape ? { type: "bound", shape } : { type: "free", at: end.at };
}

const sameLine = (a: Line, b: Line): boolean =>
  samePoint(a.from, b.from) &&
  samePoint(a.to, b.to) &&
  (a.through && b.through ? samePoint(a.through, b.through) : a.through === b.through);

const samePoint = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;

/** What a line's end meets when it is bound to an item; null for what it can't be bound to. */
export function shapeOf(item: RecordItem): Shape | null {
  if (item.kind === "note") return { rect: item.rect, outline: "box" };
  if (item.kind !== "element") return null;
  const { element } = item.layout;
  if (element.kind === "connector" || element.kind === "stroke") return null;
  return { rect: item.rect, outline: outlineOf(element) };
}

/** What a connector is bound to, by key. */
export function targetsOf({ from, to }: Connector): ItemKey[] {
  return [from, to].flatMap((end) => (end.type === "bound" ? [keyOfRef(end.target)] : []));
}

/** A line that was carried: its free ends went along, and so do those whose thing is gone. */
export function shiftedEnd(end: ConnectorEnd, by: Point): ConnectorEnd {
  return end.type === "free" ? { ...end, x: end.x + by.x, y: end.y + by.y } : end;
}
