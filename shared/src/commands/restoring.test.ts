import { expect, test } from "vitest";
import { type BoardSnapshot, emptyBoard } from "../model/board.ts";
import * as v from "valibot";
import { elementId, GroupIdSchema, noteId } from "../model/ids.ts";
import { FreeSheetIdSchema } from "../model/sheet.ts";
import type { Element } from "../model/element.ts";
import { type Note, noteDefaults } from "../model/note.ts";
import { restoringChanges } from "./restoring.ts";

const author = { label: "Biblioteket", participantId: null };
const note = (name: string, changes: Partial<Note> = {}): Note => ({
  id: noteId(`note-${name}`),
  sheet: "wall",
  text: name,
  position: { x: 0, y: 0, z: 0 },
  ...noteDefaults,
  author,
  createdAt: 1,
  deleted: false,
  ...changes,
});
const frame = (changes: Partial<Element> = {}): Element =>
  ({
    id: elementId("element-1"),
    kind: "frame",
    sheet: v.parse(FreeSheetIdSchema, "free-sheet-1"),
    box: { x: 0, y: 0, width: 10, height: 10 },
    colour: "grey",
    text: "Ideer",
    layer: 0,
    group: null,
    frame: null,
    locked: false,
    author,
    createdAt: 1,
    deleted: false,
    ...changes,
  }) as Element;

const boardOf = (notes: readonly Note[], elements: readonly Element[] = []): BoardSnapshot => ({
  ...emptyBoard,
  notesById: new Map(notes.map((one) => [one.id, one])),
  elementsById: new Map(elements.map((one) => [one.id, one])),
});

test("a board that is as it was needs nothing", () => {
  expect(restoringChanges(boardOf([note("a")]), boardOf([{ ...note("a") }]))).toEqual([]);
});

test("what is new is marked as deleted, what was deleted lives again, and nothing else of it is touched", () => {
  const then = boardOf([note("a"), note("b", { deleted: true })]);
  const now = boardOf([note("a", { deleted: true }), note("b"), note("c"), note("d", { deleted: true })]);
  expect(restoringChanges(now, then)).toEqual([
    { kind: "patch-note", id: "note-a", patch: { deleted: false } },
    { kind: "patch-note", id: "note-b", patch: { deleted: true } },
    { kind: "patch-note", id: "note-c", patch: { deleted: true } },
  ]);
});

test("a text gets its one difference, so that other letters in it stay", () => {
  const changes = restoringChanges(
    boardOf([note("a", { text: "Fodbold hver tirsdag" })]),
    boardOf([note("a", { text: "Fodbold hver onsdag" })]),
  );
  expect(changes).toEqual([
    {
      kind: "splice-text",
      target: { record: "note", id: "note-a", field: "text" },
      index: 13,
      remove: 3,
      insert: "on",
    },
  ]);
});

test("the text of what was deleted then is left alone", () => {
  const changes = restoringChanges(
    boardOf([note("a", { text: "ny tekst" })]),
    boardOf([note("a", { deleted: true })]),
  );
  expect(changes).toEqual([{ kind: "patch-note", id: "note-a", patch: { deleted: true } }]);
});

test("values go back, also those that a version doesn't have", () => {
  const old: Record<string, unknown> = { ...note("a", { position: { x: 5, y: 5, z: 1 } }) };
  delete old["group"];
  const moved = note("a", { position: { x: 9, y: 9, z: 1 }, group: v.parse(GroupIdSchema, "group-1") });
  expect(restoringChanges(boardOf([moved]), boardOf([old as unknown as Note]))).toEqual([
    { kind: "patch-note", id: "note-a", patch: { position: { x: 5, y: 5, z: 1 }, group: null } },
  ]);
});

test("elements come along with their own values, and what isn't there at all is made", () => {
  expect(restoringChanges(boardOf([], [frame({ colour: "blue" })]), boardOf([], [frame()]))).toEqual([
    { kind: "patch-element", id: "element-1", patch: { colour: "grey" } },
  ]);
  expect(restoringChanges(emptyBoard, boardOf([], [frame()]))).toEqual([
    { kind: "create-element", element: frame() },
  ]);
});
