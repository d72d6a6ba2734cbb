import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { elementId, noteId } from "@faelleskort/shared/model/ids.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { describe, expect, it } from "vitest";
import { copyOf, readCopies, shifted, writeCopies } from "../canvas/scene/copies.ts";
import { overlaps } from "../canvas/geometry/rect.ts";
import { firstStyle } from "../canvas/scene/drawing-style.ts";
import { endsOf as endsOfLine, lineOf } from "../canvas/scene/element-layout.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import type { Arrangement } from "../canvas/scene/sheet.ts";
import { freeSheet } from "./free.ts";
import { layingOut, numberedIds, sampleBoard, type SampleBoard } from "./sample-board.ts";

const sheet = freeSheetId("free-sheet-1");
const style = firstStyle;

const shape = (id: string, x: number, y: number, width = 100, height = 100): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "shape",
    id: elementId(id),
    sheet,
    text: "",
    box: { x, y, width, height },
    form: "rectangle",
    colour: "ink",
    fill: null,
    size: "m",
  },
});
const note = (id: string, x: number, y: number): BoardCommand => ({
  type: "note.add",
  id: noteId(id),
  sheet,
  text: id,
  position: { x, y, z: 0 },
});
const frame = (id: string, x: number, y: number, width: number, height: number): BoardCommand => ({
  type: "element.add",
  element: { kind: "frame", id: elementId(id), sheet, text: "", box: { x, y, width, height }, colour: "ink" },
});
const line = (id: string, from: string, to: string): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "connector",
    id: elementId(id),
    sheet,
    text: "",
    from: { type: "bound", target: { record: "element", id: elementId(from) }, at: { x: 0, y: 0 } },
    to: { type: "bound", target: { record: "element", id: elementId(to) }, at: { x: 0, y: 0 } },
    heads: "end",
    bend: null,
    colour: "ink",
    size: "m",
  },
});

function setUp(...commands: BoardCommand[]) {
  const board = sampleBoard();
  board.run(...commands);
  const layOut = layingOut(freeSheet(sheet), board);
  return { board, layOut };
}

function item(arrangement: Arrangement, id: string): RecordItem {
  const found = arrangement.items.find(({ ref }) => ref.id === id);
  if (!found) throw new Error(`${id} isn't on the sheet`);
  return found;
}

function endsOf(arrangement: Arrangement, id: string) {
  const found = item(arrangement, id);
  if (found.kind !== "element" || found.layout.kind !== "connector") throw new Error("not a line");
  const { from, to } = endsOfLine(found.layout, found.rect);
  return [from, to] as const;
}

/** Moves things the way a hand does, by a way. */
function drag(arrangement: Arrangement, board: SampleBoard, ids: string[], x: number, y: number): void {
  const { items, free } = arrangement;
  const pressed = items.filter(({ ref }) => ids.includes(ref.id));
  const lifted = free?.carried(pressed) ?? pressed;
  board.run(
    ...arrangement.drop(
      lifted.map((thing) => ({ item: thing, to: { x: thing.rect.x + x, y: thing.rect.y + y } })),
    ),
  );
}

describe("what lies on a free sheet", () => {
  it("HAND-1 lays a pasted list beside what lies there, covering nothing", () => {
    const sample = sampleBoard();
    sample.run(note("note-a", -90, -60), shape("shape-a", 150, -50));
    const layOut = layingOut(freeSheet(sheet), sample);
    sample.run(...layOut().paste(["a", "b", "c", "d"], { x: 0, y: 0 }, "select", numberedIds()));
    const rects = layOut().items.map(({ rect }) => rect);
    expect(rects).toHaveLength(6);
    for (const [index, rect] of rects.entries()) {
      expect(rects.slice(index + 1).filter((other) => overlaps(rect, other))).toEqual([]);
    }
  });

  it("is laid from back to front, frames at the bottom, and only what changed is laid anew", () => {
    const { board, layOut } = setUp(
      shape("shape-a", 0, 0),
      note("note-aa", 50, 50),
      frame("frame-a", -50, -50, 400, 400),
    );
    const before = layOut();
    expect(before.items.map(({ ref }) => ref.id)).toEqual(["frame-a", "shape-a", "note-aa"]);
    board.run({ type: "element.change", id: elementId("shape-a"), changes: { colour: "blue" } });
    const after = layOut();
    expect(item(after, "frame-a")).toBe(item(before, "frame-a"));
    expect(item(after, "note-aa")).toBe(item(before, "note-aa"));
    expect(item(after, "shape-a")).not.toBe(item(before, "shape-a"));
  });

  it("is carried by the frame it was dropped in, moves with it, and leaves it", () => {
    const { board, layOut } = setUp(frame("frame-a", 0, 0, 400, 400), note("note-aa", 600, 0));
    drag(layOut(), board, ["note-aa"], -500, 100);
    expect(board.snapshot.notesById.get(noteId("note-aa"))?.frame).toBe("frame-a");
    drag(layOut(), board, ["frame-a"], 1_000, 0);
    expect(board.snapshot.notesById.get(noteId("note-aa"))?.position).toMatchObject({ x: 1_100, y: 100 });
    drag(layOut(), board, ["note-aa"], -1_000, 0);
    expect(board.snapshot.notesById.get(noteId("note-aa"))?.frame).toBeNull();
  });

  it("isn't carried along while it is locked", () => {
    const { board, layOut } = setUp(frame("frame-a", 0, 0, 400, 400), note("note-aa", 600, 0));
    drag(layOut(), board, ["note-aa"], -500, 100);
    const note1 = board.snapshot.notesById.get(noteId("note-aa"));
    if (note1) board.set({ ...board.snapshot, notesById: new Map([[note1.id, { ...note1, locked: true }]]) });
    const { items, free } = layOut();
    expect(free?.carried(items.filter(({ ref }) => ref.id === "frame-a"))).toHaveLength(1);
  });
});

describe("lines", () => {
  it("stay bound to what they connect, from border to border", () => {
    const { board, layOut } = setUp(
      shape("shape-a", 0, 0),
      shape("shape-b", 300, 0),
      line("line-ab", "shape-a", "shape-b"),
    );
    expect(endsOf(layOut(), "line-ab")).toEqual([
      { x: 104, y: 50 },
      { x: 296, y: 50 },
    ]);
    drag(layOut(), board, ["shape-b"], 0, 300);
    const [from, to] = endsOf(layOut(), "line-ab");
    expect(from.y).toBeGreaterThan(100);
    // Aslant, the air between arrow and border is less than straight down.
    expect(to.y).toBeGreaterThan(295);
    expect(to.y).toBeLessThan(300);
  });

  it("run along while what they end at is in somebody's hand", () => {
    const { layOut } = setUp(
      shape("shape-a", 0, 0),
      shape("shape-b", 300, 0),
      line("line-ab", "shape-a", "shape-b"),
    );
    const arrangement = layOut();
    const { free } = arrangement;
    const [bound] = free?.boundTo(new Set(["element:shape-b"])) ?? [];
    if (!bound || !free) throw new Error("the line isn't bound");
    const rerouted = free.rerouted(bound, (key) => {
      const { rect } = item(arrangement, key.split(":")[1] ?? "");
      return key === "element:shape-b" ? { ...rect, x: rect.x + 100 } : rect;
    });
    if (rerouted.layout.kind !== "connector") throw new Error("not a line");
    expect(lineOf(rerouted.layout, rerouted.rect)[1]).toEqual({ x: 396, y: 50 });
  });

  it("keep their end where it was bound when that is deleted by somebody", () => {
    const { board, layOut } = setUp(shape("shape-a", 0, 0), shape("shape-b", 300, 0));
    const { free } = layOut();
    const ends = {
      from: { at: { x: 50, y: 50 }, on: "element:shape-a" },
      to: { at: { x: 320, y: 40 }, on: "element:shape-b" },
    };
    const made = free?.make({ kind: "connecting", ...ends }, { tool: "arrow", style }, numberedIds()) ?? [];
    board.run(...made);
    board.run({ type: "records.delete", records: [{ record: "element", id: elementId("shape-b") }] });
    expect(endsOf(layOut(), "made-0000")[1]).toEqual({ x: 320, y: 40 });
  });
});

describe("making", () => {
  const tool = (name: "pen" | "marker" | "rectangle" | "frame" | "line") => ({ tool: name, style });

  it("writes a stroke from the corner of its box", () => {
    const { board, layOut } = setUp();
    const points = [10, 40, 90].map((x) => ({ x, y: x * x * 0.1 + 5 }));
    board.run(...(layOut().free?.make({ kind: "drawing", points }, tool("marker"), numberedIds()) ?? []));
    expect(board.snapshot.elementsById.get(elementId("made-0000"))).toMatchObject({
      kind: "stroke",
      pen: "marker",
      colour: style.marker,
      box: { x: 10, y: 15, width: 80, height: 800 },
    });
  });

  it("gives a pressed shape a size of its own, and takes what lies in a new frame into it", () => {
    const { board, layOut } = setUp(note("note-aa", 100, 100), note("note-bb", 900, 100));
    const ids = numberedIds();
    const spot = { x: 0, y: 0 };
    const pressed = { kind: "spanning", from: spot, area: { ...spot, width: 0, height: 0 } } as const;
    board.run(...(layOut().free?.make(pressed, tool("rectangle"), ids) ?? []));
    expect(item(layOut(), "made-0000").rect).toEqual({ x: -90, y: -60, width: 180, height: 120 });
    const around = { kind: "spanning", from: spot, area: { x: 50, y: 50, width: 500, height: 500 } } as const;
    board.run(...(layOut().free?.make(around, tool("frame"), ids) ?? []));
    expect(board.snapshot.notesById.get(noteId("note-aa"))?.frame).toBe("made-0001");
    expect(board.snapshot.notesById.get(noteId("note-bb"))?.frame).toBeNull();
  });

  it("binds no line to itself nor to a drawing", () => {
    const { board, layOut } = setUp(shape("shape-a", 0, 0));
    const within = {
      kind: "connecting",
      from: { at: { x: 10, y: 10 }, on: "element:shape-a" },
      to: { at: { x: 90, y: 90 }, on: "element:shape-a" },
    } as const;
    board.run(...(layOut().free?.make(within, tool("line"), numberedIds()) ?? []));
    expect(board.snapshot.elementsById.get(elementId("made-0000"))).toMatchObject({
      from: { type: "free", x: 10, y: 10 },
      to: { type: "free", x: 90, y: 90 },
      heads: "none",
      bend: null,
    });
  });

  it("resizes by a handle, and moves a line's end to what it is let go on", () => {
    const { board, layOut } = setUp(
      shape("shape-a", 0, 0),
      shape("shape-b", 300, 0),
      shape("shape-c", 0, 300),
      line("line-ab", "shape-a", "shape-b"),
    );
    const end = { at: { x: 0, y: 0 }, on: null };
    const larger = {
      kind: "resizing",
      key: "element:shape-a",
      grip: { type: "box", x: 1, y: 0 },
      by: { x: 40, y: 9 },
      to: end,
      keepsShape: false,
    } as const;
    board.run(...(layOut().free?.make(larger, { tool: "select", style }, numberedIds()) ?? []));
    expect(item(layOut(), "shape-a").rect).toEqual({ x: 0, y: 0, width: 140, height: 100 });
    const moved = {
      kind: "resizing",
      key: "element:line-ab",
      grip: { type: "end", end: "to" },
      by: end.at,
      to: { at: { x: 50, y: 350 }, on: "element:shape-c" },
      keepsShape: false,
    } as const;
    board.run(...(layOut().free?.make(moved, { tool: "select", style }, numberedIds()) ?? []));
    expect(board.snapshot.elementsById.get(elementId("line-ab"))).toMatchObject({
      to: { target: { id: "shape-c" } },
    });
  });
});

describe("groups", () => {
  it("are selected whole, and taken apart again", () => {
    const { board, layOut } = setUp(shape("shape-a", 0, 0), note("note-aa", 300, 0), note("note-bb", 600, 0));
    const first = layOut();
    board.run(...(first.free?.group([item(first, "shape-a"), item(first, "note-aa")], numberedIds()) ?? []));
    const grouped = layOut();
    const keys = grouped.free?.together([item(grouped, "note-aa")]).map(({ ref }) => ref.id);
    expect(keys?.sort()).toEqual(["note-aa", "shape-a"]);
    board.run(...(grouped.free?.ungroup([item(grouped, "note-aa"), item(grouped, "shape-a")]) ?? []));
    const apart = layOut();
    expect(apart.free?.together([item(apart, "note-aa")])).toHaveLength(1);
  });
});

describe("copies", () => {
  it("are grouped, framed and joined among themselves, in this workshop or another", () => {
    const { board, layOut } = setUp(
      frame("frame-a", 0, 0, 900, 400),
      shape("shape-a", 10, 50),
      shape("shape-b", 300, 50),
      line("line-ab", "shape-a", "shape-b"),
      note("note-aa", 600, 50),
    );
    drag(layOut(), board, ["shape-a", "note-aa"], 1, 0);
    const before = layOut();
    board.run(
      ...(before.free?.group([item(before, "shape-a"), item(before, "note-aa")], numberedIds()) ?? []),
    );
    const written = writeCopies(layOut().items.map((thing) => copyOf(thing)));
    const copies = shifted(readCopies(written) ?? [], { x: 2_000, y: 0 });
    const elsewhere = setUp();
    elsewhere.board.run(...elsewhere.layOut().write(copies, false, numberedIds()));
    const { elementsById, notesById } = elsewhere.board.snapshot;
    const made = [...elementsById.values()];
    const carrier = made.find(({ kind }) => kind === "frame");
    const [a] = made.filter(({ kind }) => kind === "shape");
    const joined = made.find((thing) => thing.kind === "connector");
    const [copied] = notesById.values();
    expect(a).toMatchObject({ box: { x: 2_011, y: 50 }, frame: carrier?.id });
    expect(copied?.group).toBe(a?.group);
    expect(copied?.group).not.toBeNull();
    expect(joined).toMatchObject({ from: { type: "bound", target: { id: a?.id } } });
  });

  it("of a line alone lie where it ran, bound to nothing", () => {
    const { board, layOut } = setUp(
      shape("shape-a", 0, 0),
      shape("shape-b", 300, 0),
      line("line-ab", "shape-a", "shape-b"),
    );
    const arrangement = layOut();
    const copies = shifted([copyOf(item(arrangement, "line-ab"))], { x: 0, y: 500 });
    board.run(...arrangement.write(copies, false, numberedIds()));
    expect(board.snapshot.elementsById.get(elementId("made-0000"))).toMatchObject({
      from: { type: "free", x: 104, y: 550 },
      to: { type: "free", x: 296, y: 550 },
    });
  });
});
