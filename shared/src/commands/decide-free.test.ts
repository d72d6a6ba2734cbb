import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { applyChanges } from "../doc/apply.ts";
import { recordsOf } from "../doc/keys.ts";
import { readBoard } from "../doc/read-board.ts";
import type { BoardSnapshot } from "../model/board.ts";
import type { Element, FreeRef } from "../model/element.ts";
import { elementId, groupId, noteId } from "../model/ids.ts";
import { contentLimits } from "../model/limits.ts";
import type { Role } from "../model/roles.ts";
import { freeSheetId } from "../model/sheet.ts";
import { thingsOn } from "../views/free-sheet.ts";
import type { BoardCommand } from "./board-command.ts";
import { decideBoard } from "./decide-board.ts";
import { invert, isUntouched, stillMine } from "./inverse.ts";

const sheet = freeSheetId("free-ideas-1");
const box = { x: 10, y: 20, width: 100, height: 50 };
const ref = (id: string): FreeRef => ({ record: "element", id: elementId(id) });

const shape = (id: string, more: { frame?: string } = {}): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "shape",
    id: elementId(id),
    sheet,
    text: "",
    box,
    form: "ellipse",
    colour: "ink",
    fill: null,
    size: "m",
    frame: more.frame === undefined ? null : elementId(more.frame),
  },
});
const frame = (id: string): BoardCommand => ({
  type: "element.add",
  element: { kind: "frame", id: elementId(id), sheet, text: "Ramme", box, colour: "grey" },
});
const note = (id: string): BoardCommand => ({
  type: "note.add",
  id: noteId(id),
  sheet,
  text: "Husk",
  position: { x: 1, y: 2, z: 7 },
});

/** A board one can give commands to. */
function board(...first: readonly BoardCommand[]) {
  const doc = new Y.Doc();
  const decide = (command: BoardCommand, role: Role = "participant") =>
    decideBoard(readBoard(doc), command, { author: { label: "Anne", participantId: null }, now: 1, role });
  const its = {
    doc,
    decide,
    get: (): BoardSnapshot => readBoard(doc),
    element: (id: string): Element => {
      const element = readBoard(doc).elementsById.get(elementId(id));
      if (!element) throw new Error(`no element ${id}`);
      return element;
    },
    do(command: BoardCommand, role?: Role) {
      const decision = decide(command, role);
      if (!decision.ok) throw new Error(decision.error);
      applyChanges(doc, decision.value, "test");
      return decision.value;
    },
    order: () => thingsOn(readBoard(doc), sheet).map(({ record }) => String(record.id)),
  };
  for (const command of first) its.do(command);
  return its;
}

describe("putting things on a free sheet", () => {
  it("lays each on top of the others, and frames beneath them, notes too", () => {
    const its = board(shape("first-one"), note("a-note-1"), shape("second-one"), frame("a-frame-1"));
    expect(its.order()).toEqual(["a-frame-1", "first-one", "a-note-1", "second-one"]);
    expect(its.element("first-one")).toMatchObject({
      locked: false,
      deleted: false,
      createdAt: 1,
      group: null,
    });
  });

  it("leaves layers alone on the method's sheets", () => {
    const its = board(shape("first-one"), { ...note("a-note-1"), sheet: "wall" } as BoardCommand);
    expect(its.get().notesById.get(noteId("a-note-1"))?.layer).toBe(0);
  });

  it("turns down a taken id, a text that is too long, and more than there may be", () => {
    const its = board(shape("first-one"));
    expect(its.decide(shape("first-one"))).toMatchObject({ error: "id-taken" });
    const long = { ...shape("other-one") } as BoardCommand & { type: "element.add" };
    const element = { ...long.element, text: "a".repeat(contentLimits.note + 1) };
    expect(its.decide({ type: "element.add", element })).toMatchObject({ error: "too-long" });
    const { elementsById } = its.get();
    const [one] = elementsById.values();
    if (!one) throw new Error("no element");
    const many = new Map(
      Array.from({ length: contentLimits.elements }, (_, index) => [elementId(`element-${index}`), one]),
    );
    const full = { ...its.get(), elementsById: many };
    expect(
      decideBoard(full, shape("other-one"), { author: { label: "", participantId: null }, now: 1 }),
    ).toMatchObject({ error: "board-full" });
  });
});

describe("changing them", () => {
  it("takes only what that kind of thing has", () => {
    const its = board(frame("a-frame-1"));
    its.do({
      type: "element.change",
      id: elementId("a-frame-1"),
      changes: { colour: "blue", pen: "marker", size: "l" },
    });
    expect(its.element("a-frame-1")).toMatchObject({ colour: "blue" });
    expect(recordsOf(its.doc, "elements").get("a-frame-1")?.has("pen")).toBe(false);
    expect(
      its.do({ type: "element.change", id: elementId("a-frame-1"), changes: { pen: "marker" } }),
    ).toEqual([]);
  });

  it("moves notes and elements together, into and out of frames that are there", () => {
    const its = board(shape("a-shape-1"), note("a-note-1"), frame("a-frame-1"), frame("b-frame-1"));
    const into = elementId("a-frame-1");
    its.do({
      type: "free.move",
      moves: [
        { ref: ref("a-shape-1"), to: { x: 5, y: 6 }, frame: into },
        { ref: { record: "note", id: noteId("a-note-1") }, to: { x: 7, y: 8 } },
        { ref: ref("b-frame-1"), to: { x: 0, y: 0 }, frame: into },
      ],
    });
    expect(its.element("a-shape-1")).toMatchObject({ box: { ...box, x: 5, y: 6 }, frame: into });
    expect(its.get().notesById.get(noteId("a-note-1"))).toMatchObject({
      position: { x: 7, y: 8, z: 7 },
      frame: null,
    });
    // Frames aren't carried by frames.
    expect(its.element("b-frame-1").frame).toBeNull();
    its.do({
      type: "free.move",
      moves: [{ ref: ref("a-shape-1"), to: { x: 5, y: 6 }, frame: elementId("no-frame-1") }],
    });
    expect(its.element("a-shape-1").frame).toBeNull();
  });

  it("moves a line's free end and leaves the bound one to what it is bound to", () => {
    const its = board(shape("a-shape-1"));
    its.do({
      type: "element.add",
      element: {
        kind: "connector",
        id: elementId("a-line-1"),
        sheet,
        text: "",
        from: { type: "free", x: 0, y: 100 },
        to: { type: "bound", target: ref("a-shape-1"), at: { x: 50, y: 40 } },
        heads: "end",
        bend: null,
        colour: "ink",
        size: "m",
      },
    });
    its.do({ type: "free.move", moves: [{ ref: ref("a-line-1"), to: { x: 10, y: 45 } }] });
    expect(its.element("a-line-1")).toMatchObject({
      from: { type: "free", x: 10, y: 105 },
      to: { type: "bound", at: { x: 50, y: 40 } },
    });
  });

  it("brings several to the front or back in the order they have", () => {
    const its = board(...["one-shape", "two-shape", "three-shp", "four-shap"].map((id) => shape(id)));
    its.do({ type: "free.arrange", refs: [ref("two-shape"), ref("one-shape")], to: "front" });
    expect(its.order()).toEqual(["three-shp", "four-shap", "one-shape", "two-shape"]);
    its.do({ type: "free.arrange", refs: [ref("two-shape"), ref("four-shap")], to: "back" });
    expect(its.order()).toEqual(["four-shap", "two-shape", "three-shp", "one-shape"]);
  });

  it("says when all of it is gone, and does the rest when some is", () => {
    const its = board(shape("a-shape-1"), shape("b-shape-1"));
    its.do({ type: "records.delete", records: [ref("a-shape-1")] });
    const group = (...refs: FreeRef[]): BoardCommand => ({
      type: "free.group",
      refs,
      group: groupId("group-1"),
    });
    expect(its.decide(group(ref("a-shape-1")))).toMatchObject({ error: "gone" });
    its.do(group(ref("a-shape-1"), ref("b-shape-1")));
    expect(its.element("b-shape-1").group).toBe("group-1");
    expect(its.element("a-shape-1").group).toBeNull();
  });
});

describe("what is locked", () => {
  const locking = (locked: boolean): BoardCommand => ({
    type: "free.lock",
    refs: [ref("a-shape-1")],
    locked,
  });
  const changing: BoardCommand[] = [
    { type: "free.move", moves: [{ ref: ref("a-shape-1"), to: { x: 0, y: 0 } }] },
    { type: "free.recolour", refs: [ref("a-shape-1")], colour: "pink" },
    { type: "free.arrange", refs: [ref("a-shape-1")], to: "front" },
    { type: "element.change", id: elementId("a-shape-1"), changes: { size: "l" } },
    {
      type: "text.edit",
      target: { record: "element", id: elementId("a-shape-1"), field: "text" },
      text: "Ny",
    },
    { type: "records.delete", records: [ref("a-shape-1")] },
  ];

  it.each(changing.map((command) => [command.type, command] as const))(
    "FREE-LOCK-1 only the facilitator can %s",
    (_type, command) => {
      const its = board(shape("a-shape-1"), shape("b-shape-1"));
      its.do(locking(true), "facilitator");
      expect(its.decide(command)).toMatchObject({ error: "record-locked" });
      expect(its.decide(command, "facilitator").ok).toBe(true);
      its.do(locking(false), "facilitator");
      expect(its.decide(command).ok).toBe(true);
    },
  );

  it("stays while the rest of a selection moves; locking is the facilitator's", () => {
    const its = board(shape("a-shape-1"), shape("b-shape-1"));
    expect(its.decide(locking(true))).toMatchObject({ error: "facilitator-only" });
    its.do(locking(true), "facilitator");
    its.do({
      type: "free.move",
      moves: [
        { ref: ref("a-shape-1"), to: { x: 0, y: 0 } },
        { ref: ref("b-shape-1"), to: { x: 0, y: 0 } },
      ],
    });
    expect(its.element("a-shape-1")).toMatchObject({ box });
    expect(its.element("b-shape-1")).toMatchObject({ box: { ...box, x: 0, y: 0 } });
  });
});

describe("undoing", () => {
  it("takes back an addition unless somebody has worked on it, and a change where it still is one's own", () => {
    const its = board();
    const before = its.get();
    const step = invert(before, its.do(shape("a-shape-1")));
    const [made] = step?.made ?? [];
    if (!step || !made) throw new Error("nothing to undo");
    its.do({ type: "free.move", moves: [{ ref: ref("a-shape-1"), to: { x: 0, y: 0 } }] });
    expect(isUntouched(its.get(), made)).toBe(true);
    its.do({ type: "free.recolour", refs: [ref("a-shape-1")], colour: "blue" });
    expect(isUntouched(its.get(), made)).toBe(false);

    const blue = its.get();
    const pink = invert(blue, its.do({ type: "free.recolour", refs: [ref("a-shape-1")], colour: "pink" }));
    if (!pink) throw new Error("nothing to undo");
    expect(stillMine(its.get(), pink.forward, pink.backward)).toEqual([
      { kind: "patch-element", id: "a-shape-1", patch: { colour: "blue" } },
    ]);
    its.do({ type: "free.recolour", refs: [ref("a-shape-1")], colour: "green" });
    expect(stillMine(its.get(), pink.forward, pink.backward)).toEqual([]);
  });
});

describe("documents from before free sheets", () => {
  it("FREE-FILE-2 have notes that are yellow, open and in nobody's frame, and take a change of that", () => {
    const its = board({ ...note("a-note-1"), sheet: "wall" } as BoardCommand);
    const record = recordsOf(its.doc, "notes").get("a-note-1");
    // Nothing of it is written before it is something else.
    expect([...(record?.keys() ?? [])].sort()).toEqual(["author", "createdAt", "position", "sheet", "text"]);
    const refs: FreeRef[] = [{ record: "note", id: noteId("a-note-1") }];
    expect(its.do({ type: "free.recolour", refs, colour: "yellow" })).toHaveLength(1);
    expect(record?.has("colour")).toBe(false);
    its.do({ type: "free.recolour", refs, colour: "green" });
    expect(its.get().notesById.get(noteId("a-note-1"))?.colour).toBe("green");
    its.do({ type: "free.recolour", refs, colour: "yellow" });
    expect(its.get().notesById.get(noteId("a-note-1"))?.colour).toBe("yellow");
  });

  it("and what no reader knows is passed over by all", () => {
    const its = board(shape("a-shape-1"));
    const record = recordsOf(its.doc, "elements").get("a-shape-1");
    record?.set("kind", "spaceship");
    expect(its.get().elementsById.size).toBe(0);
    expect(its.order()).toEqual([]);
  });
});
