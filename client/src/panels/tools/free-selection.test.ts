import { elementId, noteId } from "@faelleskort/shared/model/ids.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { expect, it } from "vitest";
import { sampleBoard } from "../../sheets/sample-board.ts";
import { changeAll, freeSelection } from "./free-selection.ts";

const sheet = freeSheetId("free-sheet-1");
const shape = elementId("shape-a");
const words = elementId("text-aa");
const note = noteId("note-aa");
const box = { x: 0, y: 0, width: 100, height: 100 };

function board() {
  const made = sampleBoard();
  made.run(
    {
      type: "element.add",
      element: {
        kind: "shape",
        id: shape,
        sheet,
        text: "",
        box,
        form: "ellipse",
        colour: "blue",
        fill: "pink",
        size: "m",
      },
    },
    {
      type: "element.add",
      element: { kind: "text", id: words, sheet, text: "Ord", box, colour: "ink", size: "m" },
    },
    { type: "note.add", id: note, sheet, text: "Seddel", position: { x: 0, y: 0, z: 0 }, colour: "blue" },
  );
  return made;
}
const all = [
  { record: "element", id: shape },
  { record: "element", id: words },
  { record: "note", id: note },
] as const;

it("tells what the chosen things have in common", () => {
  const { snapshot } = board();
  expect(freeSelection(snapshot, all, "participant")).toMatchObject({
    colour: null,
    size: "m",
    fill: "pink",
    isLocked: false,
    mayChange: true,
  });
  expect(freeSelection(snapshot, [all[0], all[2]], "participant")).toMatchObject({ colour: "blue" });
  expect(freeSelection(snapshot, [all[2]], "participant")).toMatchObject({ hasFill: false, hasSize: false });
  expect(freeSelection(snapshot, [], "participant")).toBeNull();
});

it("changes only what has the property", () => {
  const selection = freeSelection(board().snapshot, all, "participant");
  if (!selection) throw new Error("nothing is selected");
  expect(changeAll(selection, { fill: null })).toEqual([
    { type: "element.change", id: shape, changes: { fill: null } },
  ]);
  expect(changeAll(selection, { size: "l" })).toHaveLength(2);
});

it("leaves what is locked to the facilitator", () => {
  const made = board();
  const { snapshot } = made;
  const locked = new Map(
    [...snapshot.elementsById].map(([id, element]) => [id, { ...element, locked: true }]),
  );
  const boardNow = { ...snapshot, elementsById: locked };
  const refs = all.slice(0, 2);
  expect(freeSelection(boardNow, refs, "participant")).toMatchObject({ isLocked: true, mayChange: false });
  expect(freeSelection(boardNow, refs, "facilitator")).toMatchObject({ isLocked: true, mayChange: true });
});
