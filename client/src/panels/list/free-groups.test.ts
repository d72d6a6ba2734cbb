import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { emptyBoard } from "@faelleskort/shared/model/board.ts";
import type { Element } from "@faelleskort/shared/model/element.ts";
import { elementId, noteId } from "@faelleskort/shared/model/ids.ts";
import { type Note, noteDefaults } from "@faelleskort/shared/model/note.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { describe, expect, test } from "vitest";
import { freeGroups, joinedBy } from "./free-groups.ts";
import { freePlace } from "./free-place.ts";

const sheet = freeSheetId("free-ideas-1");
const author = { label: "", participantId: null };
const common = { sheet, text: "", author, createdAt: 1, deleted: false, layer: 0, group: null, frame: null };
const note = (id: string, x: number, y: number, more: Partial<Note> = {}): Note => ({
  ...noteDefaults,
  id: noteId(id),
  sheet,
  text: id,
  position: { x, y, z: 0 },
  author,
  createdAt: 1,
  deleted: false,
  ...more,
});
const box = (x: number, y: number) => ({ x, y, width: 100, height: 100 });
const frame = (id: string, x: number, y: number): Element => ({
  ...common,
  id: elementId(id),
  kind: "frame",
  box: box(x, y),
  colour: "grey",
  locked: false,
});
const stroke = (id: string, text: string): Element => ({
  ...common,
  id: elementId(id),
  text,
  kind: "stroke",
  box: box(0, 0),
  points: [0, 0, 9, 9],
  pen: "pen",
  colour: "ink",
  size: "m",
  locked: false,
});
const board = (notes: readonly Note[], elements: readonly Element[]): BoardSnapshot => ({
  ...emptyBoard,
  notesById: new Map(notes.map((one) => [one.id, one])),
  elementsById: new Map(elements.map((one) => [one.id, one])),
});

describe("a free sheet as a list", () => {
  test("reads downwards and from left to right, each frame with what it carries", () => {
    const ideas = frame("frame-ideas", 500, 0);
    const { frames, loose } = freeGroups(
      board(
        [
          note("third-note", 0, 300),
          note("second-note", 300, 12),
          note("first-note", 0, 20),
          note("in-the-frame", 510, 30, { frame: ideas.id }),
          note("other-sheet", 0, 0, { sheet: "wall" }),
          note("deleted-note", 0, 0, { deleted: true }),
          note("frame-is-gone", 0, 600, { frame: elementId("frame-gone") }),
        ],
        [ideas],
      ),
      sheet,
    );
    expect(loose.map(({ record }) => record.id)).toEqual([
      "first-note",
      "second-note",
      "third-note",
      "frame-is-gone",
    ]);
    expect(frames.map((one) => [one.frame.id, one.things.map(({ record }) => record.id)])).toEqual([
      ["frame-ideas", ["in-the-frame"]],
    ]);
  });

  test("keeps drawings apart that nobody has described", () => {
    const { loose, strokes } = freeGroups(
      board([], [stroke("mute-stroke", " "), stroke("stroke-map", "Et kort")]),
      sheet,
    );
    expect(loose.map(({ record }) => record.id)).toEqual(["stroke-map"]);
    expect(strokes.map(({ record }) => record.id)).toEqual(["mute-stroke"]);
  });

  test("tells what a line joins, and not what is gone", () => {
    const here = note("note-here", 0, 0);
    const gone = note("note-gone", 0, 0, { deleted: true });
    const bound = (id: string) => ({
      type: "bound" as const,
      target: { record: "note" as const, id: noteId(id) },
      at: { x: 0, y: 0 },
    });
    const all = board([here, gone], []);
    expect(
      joinedBy(all, { from: bound("note-here"), to: bound("note-gone") }).map((one) => one?.record.id),
    ).toEqual(["note-here", undefined]);
    expect(joinedBy(all, { from: { type: "free", x: 0, y: 0 }, to: bound("note-here") })[0]).toBeNull();
  });

  test("finds room for what is written without pointing, where its writer looks", () => {
    let all = board([], []);
    const places = Array.from({ length: 12 }, (_, index) => {
      const place = freePlace(all, sheet, { x: 1000, y: 500 });
      all = board([...all.notesById.values(), note(`written-${index}`, place.x, place.y)], []);
      return place;
    });
    expect(places[0]).toEqual({ x: 910, y: 440 });
    expect(places[1]).toEqual({ x: 1130, y: 440 });
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(12);
    for (const { x, y } of places) expect(Math.hypot(x - 910, y - 440)).toBeLessThan(500);
    expect(freePlace(board([], []), sheet, null)).toEqual({ x: 0, y: 0 });
  });
});
