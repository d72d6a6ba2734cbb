import { elementId, noteId } from "@faelleskort/shared/model/ids.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { expect, it } from "vitest";
import { sampleBoard } from "../../sheets/sample-board.ts";
import { changeAll, changeForm, freeSelection } from "./free-selection.ts";

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

it("FREE-TOOL-9 has each line among them take a form that it hasn't, and nothing else", () => {
  const made = board();
  const lines = [elementId("line-aa"), elementId("line-bb")];
  for (const [index, id] of lines.entries()) {
    made.run({
      type: "element.add",
      element: {
        kind: "connector",
        id,
        sheet,
        text: "",
        from: { type: "free", x: 0, y: 0 },
        to: { type: "free", x: 200, y: 0 },
        heads: "end",
        bend: index === 0 ? null : { form: "kink", x: 5, y: 70 },
        colour: "ink",
        size: "m",
      },
    });
  }
  const refs = [...all, ...lines.map((id) => ({ record: "element", id }) as const)];
  const selection = freeSelection(made.snapshot, refs, "participant");
  if (!selection) throw new Error("nothing is selected");
  // They differ, so none of the forms is theirs.
  expect(selection).toMatchObject({ hasLine: true, form: undefined });
  expect(freeSelection(made.snapshot, refs.slice(3, 4), "participant")).toMatchObject({ form: "straight" });
  made.run(...changeForm(selection.elements, "kink"));
  expect(lines.map((id) => made.snapshot.elementsById.get(id))).toMatchObject([
    { bend: { form: "kink", x: 0, y: -50 } },
    { bend: { form: "kink", x: 5, y: 70 } },
  ]);
  const kinked = freeSelection(made.snapshot, refs, "participant")?.elements ?? [];
  expect(changeForm(kinked, "kink")).toEqual([]);
  expect(changeForm(kinked, "straight")).toHaveLength(2);
});
