import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { ConnectorEnd, FreeRef, NewElement } from "@faelleskort/shared/model/element.ts";
import { elementId, groupId, noteId } from "@faelleskort/shared/model/ids.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Point } from "../canvas/geometry/rect.ts";
import type { Copy } from "../canvas/scene/copies.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import { textOf } from "./copies.ts";
import { carrierOf } from "./free-make.ts";
import { coordinate, storedBox } from "./free-move.ts";

type Place = { readonly sheet: FreeSheetId; readonly items: readonly RecordItem[] };
type ElementCopy = Extract<Copy, { kind: "element" }>;

/** Writes copies down on a free sheet: what was grouped, framed or joined is so again, among the copies. */
export function writeFree(
  { sheet, items }: Place,
  copies: readonly Copy[],
  newId: () => string,
): BoardCommand[] {
  const ids = new Map<string, string>();
  for (const copy of copies) {
    const id = idOf(copy);
    if (id !== null) ids.set(id, newId());
  }
  const groups = new Map<string, string>();
  const groupOf = (copied: string | null | undefined) => {
    if (copied == null) return null;
    const known = groups.get(copied) ?? newId();
    groups.set(copied, known);
    return groupId(known);
  };
  const frameOf = (copied: string | null | undefined, copy: Copy) => {
    const known = copied == null ? undefined : ids.get(copied);
    return known === undefined ? carrierOf(items, copy.rect) : elementId(known);
  };

  return copies.map((copy): BoardCommand => {
    const id = ids.get(idOf(copy) ?? "") ?? newId();
    if (copy.kind === "element") {
      const { group, frame } = copy.element;
      const placed = placedAt(copy, sheet, id, ids);
      const isFrame = placed.kind === "frame";
      return {
        type: "element.add",
        element: { ...placed, group: groupOf(group), frame: isFrame ? null : frameOf(frame, copy) },
      };
    }
    const { x, y } = copy.rect;
    const written = copy.kind === "note" ? copy : null;
    return {
      type: "note.add",
      id: noteId(id),
      sheet,
      text: textOf(copy),
      position: { x: coordinate(x), y: coordinate(y), z: 0 },
      colour: written?.colour ?? "yellow",
      group: groupOf(written?.group),
      frame: frameOf(written?.frame, copy),
    };
  });
}

function idOf(copy: Copy): string | null {
  if (copy.kind === "element") return copy.element.id;
  return copy.kind === "note" ? (copy.id ?? null) : null;
}

/** The element with its new id, as far from where it lay as its copy was put. */
function placedAt(
  { element, rect, lay }: ElementCopy,
  sheet: FreeSheetId,
  id: string,
  ids: ReadonlyMap<string, string>,
): NewElement {
  const by = { x: rect.x - lay.x, y: rect.y - lay.y };
  const named = { id: elementId(id), sheet };
  if (element.kind === "connector") {
    const { from, to } = element;
    return { ...element, ...named, from: endAt(from, by, ids), to: endAt(to, by, ids) };
  }
  const { box } = element;
  return { ...element, ...named, box: storedBox({ ...box, x: box.x + by.x, y: box.y + by.y }) };
}

/** Bound to the copy of what it was bound to, or else free where it was. */
function endAt(end: ConnectorEnd, by: Point, ids: ReadonlyMap<string, string>): ConnectorEnd {
  const from = end.type === "free" ? end : end.at;
  const at = { x: coordinate(from.x + by.x), y: coordinate(from.y + by.y) };
  if (end.type === "free") return { type: "free", ...at };
  const copied = ids.get(end.target.id);
  if (copied === undefined) return { type: "free", ...at };
  const target: FreeRef =
    end.target.record === "note"
      ? { record: "note", id: noteId(copied) }
      : { record: "element", id: elementId(copied) };
  return { type: "bound", target, at };
}
