import type { BoardSnapshot } from "../model/board.ts";
import {
  changeableKeys,
  type Connector,
  type Element,
  type ElementChanges,
  type ElementKind,
  elementTextLimit,
  type FreeRef,
  type NewElement,
} from "../model/element.ts";
import type { Author } from "../model/author.ts";
import type { ElementId } from "../model/ids.ts";
import { contentLimits } from "../model/limits.ts";
import type { Note } from "../model/note.ts";
import { err, ok } from "../model/result.ts";
import { isMethodSheet, type SheetId } from "../model/sheet.ts";
import { byLayer, livingThing } from "../views/free-sheet.ts";
import type { BoardCommand } from "./board-command.ts";
import type { BoardDecision } from "./board-decision.ts";
import type { Change, ElementPatch, NotePatch } from "./change.ts";

export type FreeCommand = Extract<BoardCommand, { type: `free.${string}` | `element.${string}` }>;

/** What a command about free sheets changes. Locks are looked at by who calls (`locking.ts`). Pure. */
export function decideFree(
  snapshot: BoardSnapshot,
  command: FreeCommand,
  made: { readonly author: Author; readonly createdAt: number },
): BoardDecision {
  switch (command.type) {
    case "element.add":
      return addElement(snapshot, command.element, made);
    case "element.change": {
      const element = snapshot.elementsById.get(command.id);
      if (!element || element.deleted) return err("gone");
      const patch = changesOf(element.kind, command.changes);
      return ok(Object.keys(patch).length === 0 ? [] : [{ kind: "patch-element", id: command.id, patch }]);
    }
    case "free.move":
      return each(
        snapshot,
        command.moves.map(({ ref }) => ref),
        (record, index) => {
          const move = command.moves[index];
          if (!move) return null;
          const { to, frame } = move;
          const carrier = frame === undefined ? {} : { frame: carrierOf(snapshot, record, frame) };
          return { ...movedTo(record, to), ...carrier };
        },
      );
    case "free.arrange":
      return arrange(snapshot, command.refs, command.to);
    case "free.group":
      return each(snapshot, command.refs, () => ({ group: command.group }));
    case "free.lock":
      return each(snapshot, command.refs, () => ({ locked: command.locked }));
    case "free.recolour":
      return each(snapshot, command.refs, (record) =>
        "kind" in record && !changeableKeys[record.kind].includes("colour")
          ? null
          : { colour: command.colour },
      );
  }
}

/** In front of everything on its sheet. 0 where layers mean nothing, and for the first thing. */
export function topLayer(snapshot: BoardSnapshot, sheet: SheetId): number {
  return isMethodSheet(sheet) ? 0 : outermost(snapshot, sheet, Math.max, 1);
}

const bottomLayer = (snapshot: BoardSnapshot, sheet: SheetId): number =>
  outermost(snapshot, sheet, Math.min, -1);

/** Deleted ones count, since they may come back. */
function outermost(
  snapshot: BoardSnapshot,
  sheet: SheetId,
  further: (a: number, b: number) => number,
  step: number,
): number {
  let layer: number | null = null;
  for (const records of [snapshot.notesById, snapshot.elementsById]) {
    for (const record of records.values()) {
      if (record.sheet === sheet) layer = layer === null ? record.layer : further(layer, record.layer);
    }
  }
  return layer === null
    ? 0
    : Math.max(-contentLimits.coordinate, Math.min(contentLimits.coordinate, layer + step));
}

function addElement(
  snapshot: BoardSnapshot,
  added: NewElement,
  made: { readonly author: Author; readonly createdAt: number },
): BoardDecision {
  if (added.text.length > elementTextLimit[added.kind]) return err("too-long");
  if (snapshot.elementsById.has(added.id)) return err("id-taken");
  if (snapshot.elementsById.size >= contentLimits.elements) return err("board-full");
  const isFrame = added.kind === "frame";
  const element: Element = {
    ...added,
    ...made,
    group: added.group ?? null,
    frame: isFrame ? null : (added.frame ?? null),
    layer: isFrame ? bottomLayer(snapshot, added.sheet) : topLayer(snapshot, added.sheet),
    locked: false,
    deleted: false,
  };
  return ok([{ kind: "create-element", element }]);
}

/** Those that this kind of element has. */
const changesOf = (kind: ElementKind, changes: ElementChanges): ElementChanges =>
  Object.fromEntries(
    changeableKeys[kind].flatMap((key) => (changes[key] === undefined ? [] : [[key, changes[key]]])),
  );

/** A patch for the one or the other kind of thing. */
type FreePatch = NotePatch | ElementPatch;

/** One patch for each of the things that are still there; `gone` when none is. */
function each(
  snapshot: BoardSnapshot,
  refs: readonly FreeRef[],
  patchOf: (record: Note | Element, index: number) => FreePatch | null,
): BoardDecision {
  const changes: Change[] = [];
  let found = 0;
  for (const [index, ref] of refs.entries()) {
    const record = livingThing(snapshot, ref);
    if (!record) continue;
    found += 1;
    const patch = patchOf(record, index);
    if (!patch || Object.keys(patch).length === 0) continue;
    // `patchOf` makes patches of the kind of record it is given.
    changes.push(
      ref.record === "note"
        ? { kind: "patch-note", id: ref.id, patch: patch as NotePatch }
        : { kind: "patch-element", id: ref.id, patch },
    );
  }
  return found === 0 && refs.length > 0 ? err("gone") : ok(changes);
}

/** A frame that is there, on the same sheet; frames aren't carried by frames, so that none carries itself. */
function carrierOf(
  snapshot: BoardSnapshot,
  record: Note | Element,
  frame: ElementId | null,
): ElementId | null {
  if (frame === null || ("kind" in record && record.kind === "frame")) return null;
  const carrier = snapshot.elementsById.get(frame);
  const carries = carrier?.kind === "frame" && !carrier.deleted && carrier.sheet === record.sheet;
  return carries ? frame : null;
}

function movedTo(record: Note | Element, to: { readonly x: number; readonly y: number }): FreePatch {
  if (!("kind" in record)) return { position: { ...record.position, ...to } };
  if (record.kind !== "connector") return { box: { ...record.box, ...to } };
  return movedConnector(record, to);
}

function movedConnector(connector: Connector, to: { readonly x: number; readonly y: number }): ElementPatch {
  const corner = connectorCorner(connector);
  const [dx, dy] = [to.x - corner.x, to.y - corner.y];
  const { from, to: end } = connector;
  return {
    ...(from.type === "free" ? { from: { ...from, x: from.x + dx, y: from.y + dy } } : {}),
    ...(end.type === "free" ? { to: { ...end, x: end.x + dx, y: end.y + dy } } : {}),
  };
}

/** The upper left corner of the box around a connector's ends as they are stored: what `free.move` moves. */
export function connectorCorner({ from, to }: Pick<Connector, "from" | "to">): { x: number; y: number } {
  const [a, b] = [from, to].map((end) => (end.type === "free" ? end : end.at));
  return { x: Math.min(a?.x ?? 0, b?.x ?? 0), y: Math.min(a?.y ?? 0, b?.y ?? 0) };
}

function arrange(snapshot: BoardSnapshot, refs: readonly FreeRef[], to: "front" | "back"): BoardDecision {
  const chosen = refs.flatMap((ref) => {
    const record = livingThing(snapshot, ref);
    return record ? [{ ref, record }] : [];
  });
  const [first] = chosen;
  if (!first) return refs.length === 0 ? ok([]) : err("gone");
  const { sheet } = first.record;
  chosen.sort((a, b) => byLayer(a.record, b.record));
  const start = to === "front" ? topLayer(snapshot, sheet) : bottomLayer(snapshot, sheet) - chosen.length + 1;
  return each(
    snapshot,
    chosen.map(({ ref }) => ref),
    (_record, index) => ({ layer: start + index }),
  );
}
