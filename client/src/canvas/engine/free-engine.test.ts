import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { elementId, groupId } from "@faelleskort/shared/model/ids.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { describe, expect, it } from "vitest";
import { numberedIds, sampleBoard } from "../../sheets/sample-board.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import type { Point } from "../geometry/rect.ts";
import type { Device } from "../gestures/gesture.ts";
import type { BoardCanvasProps } from "../props.ts";
import { createEngine } from "./engine.ts";
import { fakeClock } from "./fake-clock.ts";
import { linesAway } from "./lines-away.ts";
import { shownGrips } from "./reaching.ts";

const sheet = freeSheetId("free-sheet-1");

const shape = (id: string, x: number, y: number, size = 100): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "shape",
    id: elementId(id),
    sheet,
    text: "",
    box: { x, y, width: size, height: size },
    form: "rectangle",
    colour: "ink",
    fill: "blue",
    size: "m",
  },
});
const frame: BoardCommand = {
  type: "element.add",
  element: {
    kind: "frame",
    id: elementId("frame-a"),
    sheet,
    text: "",
    box: { x: 0, y: 0, width: 500, height: 500 },
    colour: "ink",
  },
};
const line: BoardCommand = {
  type: "element.add",
  element: {
    kind: "connector",
    id: elementId("line-ab"),
    sheet,
    text: "",
    from: { type: "bound", target: { record: "element", id: elementId("shape-a") }, at: { x: 0, y: 0 } },
    to: { type: "bound", target: { record: "element", id: elementId("shape-b") }, at: { x: 0, y: 0 } },
    heads: "end",
    bend: null,
    colour: "ink",
    size: "m",
  },
};

/** An engine on a free sheet, seen so that px and world units are the same. */
function canvas(commands: readonly BoardCommand[], overrides: Partial<BoardCanvasProps> = {}) {
  const board = sampleBoard();
  board.run(...commands);
  const clock = fakeClock();
  const sent: BoardCommand[] = [];
  const fetched: string[] = [];
  let props: BoardCanvasProps = {
    sheets: sheetOf,
    sheet,
    source: { get: () => board.snapshot, subscribe: (listener) => board.subscribe(listener) },
    picture: null,
    tool: "select",
    mayWrite: true,
    focusActor: null,
    peers: { get: () => [], subscribe: () => () => {} },
    dispatch(given) {
      sent.push(...given);
      board.run(...given);
      return true;
    },
    onPresence: () => {},
    onOpen: () => {},
    onSelect: () => {},
    viewRequest: { serial: 1, centre: { x: 500, y: 400 }, zoom: 1 },
    newId: numberedIds(),
    t: (text) => text,
    ...overrides,
  };
  const engine = createEngine(props, {
    clock,
    surface: {
      draw: () => {},
      show: () => {},
      present: () => {},
      lay: () => {},
      showGuides: () => {},
      setPointerShape: () => {},
    },
    measure: (text, { size }) => text.length * size * 0.5,
    motion: () => 0,
    loadPicture: (url) => {
      fetched.push(url);
      return () => {};
    },
  });
  engine.resize({ width: 1_000, height: 800 }, 1);
  clock.frame();
  const sample = (at: Point, device: Device) => ({ pointer: 1, device, screen: at, world: at });
  return {
    engine,
    board,
    sent,
    selected: () => engine.desk.selection.refs.map(({ id }) => id).sort(),
    set(next: Partial<BoardCanvasProps>) {
      props = { ...props, ...next };
      engine.setProps(props);
    },
    down: (x: number, y: number, device: Device = "mouse") =>
      engine.desk.gesture({
        type: "down",
        sample: sample({ x, y }, device),
        button: 0,
        shift: false,
        alt: false,
        on: engine.hit({ x, y }, device),
        grip: engine.grip({ x, y }, device),
        time: clock.now(),
      }),
    move: (x: number, y: number, device: Device = "mouse") =>
      engine.desk.gesture({
        type: "move",
        sample: sample({ x, y }, device),
        held: true,
        over: engine.passed({ x, y }, device),
      }),
    up: (x: number, y: number, device: Device = "mouse") =>
      engine.desk.gesture({ type: "up", sample: sample({ x, y }, device), time: clock.now() }),
  };
}

describe("selecting on a free sheet", () => {
  it("takes all of a group, and of a frame nothing but what the lasso holds whole", () => {
    const group = groupId("group-aa");
    const refs = ["shape-a", "shape-b"].map((id) => ({ record: "element" as const, id: elementId(id) }));
    const hand = canvas([
      frame,
      shape("shape-a", 50, 100),
      shape("shape-b", 700, 100),
      { type: "free.group", refs, group },
    ]);
    hand.down(100, 150);
    hand.up(100, 150);
    expect(hand.selected()).toEqual(["shape-a", "shape-b"]);
    hand.down(300, 300);
    hand.up(300, 300);
    expect(hand.selected()).toEqual([]);
    hand.down(20, 80);
    hand.move(200, 300);
    hand.up(200, 300);
    expect(hand.selected()).toEqual(["shape-a", "shape-b"]);
  });

  it("shows handles for one thing that may be changed and is large enough to be held itself", () => {
    const hand = canvas([shape("shape-a", 50, 100), shape("shape-b", 700, 100, 20)]);
    hand.down(100, 150);
    hand.up(100, 150);
    expect(shownGrips(hand.engine.desk)?.grips).toHaveLength(8);
    expect(hand.engine.grip({ x: 151, y: 201 }, "mouse")?.grip).toEqual({ type: "box", x: 1, y: 1 });
    hand.set({ mayWrite: false });
    expect(shownGrips(hand.engine.desk)).toBeNull();
    hand.set({ mayWrite: true });
    hand.down(710, 110);
    hand.up(710, 110);
    expect(shownGrips(hand.engine.desk)?.grips).toEqual([]);
    hand.engine.desk.selection.set(hand.engine.desk.scene.arrangement?.items ?? []);
    expect(shownGrips(hand.engine.desk)).toBeNull();
  });
});

describe("making on a free sheet", () => {
  it("writes a stroke when the tab is hidden in the middle of it", () => {
    const hand = canvas([], { tool: "pen" });
    hand.down(100, 100);
    hand.move(200, 150);
    hand.engine.desk.gesture({ type: "interrupt" });
    expect(hand.sent).toMatchObject([
      { type: "element.add", element: { kind: "stroke", box: { x: 100, y: 100 } } },
    ]);
    expect(hand.engine.desk.making).toBeNull();
  });

  it("writes nothing when the board is locked in the middle of it", () => {
    const hand = canvas([], { tool: "frame" });
    hand.down(100, 100);
    hand.move(400, 400);
    hand.set({ mayWrite: false });
    hand.up(400, 400);
    expect(hand.sent).toEqual([]);
  });

  it("erases all it passes, even between two samples, in one step", () => {
    const hand = canvas([shape("shape-a", 100, 100), shape("shape-b", 400, 100)], { tool: "eraser" });
    hand.down(20, 150);
    hand.move(700, 152);
    hand.up(700, 152);
    expect(hand.sent).toMatchObject([
      { type: "records.delete", records: [{ id: "shape-b" }, { id: "shape-a" }] },
    ]);
  });

  it("lets lines run along with what is in the hand, and lie where it is let go", () => {
    const hand = canvas([shape("shape-a", 100, 100), shape("shape-b", 400, 100), line]);
    const { desk } = hand.engine;
    const before = desk.scene.item("element:line-ab")?.rect;
    hand.down(450, 150);
    hand.move(450, 450);
    const { mine } = linesAway(desk, desk.clock.now());
    expect(mine.map(({ key }) => key)).toEqual(["element:line-ab"]);
    expect(mine[0]?.rect.height).toBeGreaterThan((before?.height ?? 0) + 100);
    hand.up(450, 450);
    desk.sync();
    expect(desk.scene.item("element:line-ab")?.rect.height).toBeGreaterThan((before?.height ?? 0) + 100);
  });
});
