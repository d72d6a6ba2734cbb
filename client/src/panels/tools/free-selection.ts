import type { BoardCommand, RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import { mayChangeRecord } from "@faelleskort/shared/commands/permission.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { PaletteColour } from "@faelleskort/shared/model/colour.ts";
import {
  changeableKeys,
  type Element,
  type ElementChanges,
  type ElementSize,
  type FreeRef,
} from "@faelleskort/shared/model/element.ts";
import { bendOf, formOf, type LineForm } from "../../sheets/bending.ts";
import type { Note } from "@faelleskort/shared/model/note.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";

/** What is selected on a free sheet, and what can be done with it. */
export interface FreeSelection {
  readonly refs: readonly FreeRef[];
  readonly elements: readonly Element[];
  /** The value all of them have that have one; null when they differ, or none has any. */
  readonly colour: PaletteColour | null;
  readonly size: ElementSize | null;
  /** undefined: no shape among them, or they differ. */
  readonly fill: PaletteColour | null | undefined;
  /** The form that all lines among them have; undefined: none is, or they differ. */
  readonly form: LineForm | undefined;
  readonly hasLine: boolean;
  readonly hasColour: boolean;
  readonly hasSize: boolean;
  readonly hasFill: boolean;
  readonly isGrouped: boolean;
  readonly isLocked: boolean;
  /** Some of it may be changed by this person. */
  readonly mayChange: boolean;
}

export function freeSelection(
  board: BoardSnapshot,
  refs: readonly RecordRef[],
  role: Role,
): FreeSelection | null {
  const chosen = refs.flatMap((ref): { ref: FreeRef; record: Note | Element }[] => {
    if (ref.record !== "note" && ref.record !== "element") return [];
    const record = ref.record === "note" ? board.notesById.get(ref.id) : board.elementsById.get(ref.id);
    return record && !record.deleted ? [{ ref, record }] : [];
  });
  if (chosen.length === 0) return null;
  const records = chosen.map(({ record }) => record);
  const elements = records.filter((record) => "kind" in record);
  const colours = records.flatMap((record) => ("colour" in record ? [record.colour] : []));
  const sizes = elements.flatMap((element) => ("size" in element ? [element.size] : []));
  const fills = elements.flatMap((element) => (element.kind === "shape" ? [element.fill] : []));
  const lines = elements.flatMap((element) => (element.kind === "connector" ? [formOf(element)] : []));
  return {
    refs: chosen.map(({ ref }) => ref),
    elements,
    colour: common(colours) ?? null,
    size: common(sizes) ?? null,
    fill: common(fills),
    form: common(lines),
    hasLine: lines.length > 0,
    hasColour: colours.length > 0,
    hasSize: sizes.length > 0,
    hasFill: fills.length > 0,
    isGrouped: records.some(({ group }) => group !== null),
    isLocked: records.every(({ locked }) => locked),
    mayChange: records.some((record) => mayChangeRecord(role, record)),
  };
}

/** The value they all have; undefined when they differ. */
function common<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** The same change for each of the elements that can have it. */
export function changeAll({ elements }: FreeSelection, changes: ElementChanges): BoardCommand[] {
  return elements
    .filter(({ kind }) => Object.keys(changes).some((key) => changeableKeys[kind].some((own) => own === key)))
    .map(({ id }) => ({ type: "element.change", id, changes }));
}

/** Has each line among them take a form. */
export const changeForm = (elements: readonly Element[], form: LineForm): BoardCommand[] =>
  elements.flatMap((element): BoardCommand[] =>
    element.kind === "connector" && formOf(element) !== form
      ? [{ type: "element.change", id: element.id, changes: { bend: bendOf(element, form) } }]
      : [],
  );
