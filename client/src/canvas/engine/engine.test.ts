import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import type { Device } from "../gestures/gesture.ts";
import type { BoardCanvasProps, CanvasPeer, CanvasPresence, PasteOutcome } from "../props.ts";
import { sampleBoard } from "../../sheets/sample-board.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { act, paste, tidy } from "./acts.ts";
import { finishDraft } from "./drafting.ts";
import type { Rect } from "../geometry/rect.ts";
import type { LayerName } from "./damage.ts";
import { createEngine } from "./engine.ts";
import { fakeClock } from "./fake-clock.ts";

const a = actorId("actor-a");
const b = actorId("actor-b");
const c = actorId("actor-c");

/** An engine without a screen, on a wall with two cards. */
function canvas(overrides: Partial<BoardCanvasProps> = {}) {
  const clock = fakeClock();
  const board = sampleBoard();
  const write = { type: "actor.write", category: null } as const;
  board.run({ ...write, id: a, name: "Fair Play", wall: { x: 0, y: 0, z: 0 } });
  board.run({ ...write, id: b, name: "Biblioteket", wall: { x: 400, y: 0, z: 0 } });
  const drawn: LayerName[] = [];
  const laid = new Map<LayerName, Rect | null>();
  let guides = 0;
  const sent: BoardCommand[] = [];
  const told: CanvasPresence[] = [];
  const selected: string[][] = [];
  let peers: readonly CanvasPeer[] = [];
  const peerListeners = new Set<() => void>();
  let id = 0;
  let props: BoardCanvasProps = {
    sheets: sheetOf,
    sheet: "wall",
    source: { get: () => board.snapshot, subscribe: (listener) => board.subscribe(listener) },
    picture: null,
    tool: "select",
    mayWrite: true,
    focusActor: null,
    peers: {
      get: () => peers,
      subscribe(listener) {
        peerListeners.add(listener);
        return () => void peerListeners.delete(listener);
      },
    },
    dispatch(commands) {
      sent.push(...commands);
      board.run(...commands);
      return true;
    },
    onPresence: (presence) => told.push(presence),
    onOpen: () => {},
    onSelect: (refs) => selected.push(refs.map((ref) => ref.id)),
    viewRequest: null,
    newId: () => `new-id-${id++}`,
    t: (text) => text,
    ...overrides,
  };
  const engine = createEngine(props, {
    clock,
    surface: {
      draw: (layer) => drawn.push(layer),
      show: () => {},
      present: () => {},
      lay: (layer, part) => laid.set(layer, part),
      showGuides: (shown) => void (guides = shown.length),
      setPointerShape: () => {},
    },
    measure: (text, { size }) => text.length * size * 0.5,
    motion: () => 0,
    loadPicture: () => () => {},
  });
  engine.resize({ width: 1_000, height: 800 }, 1);
  clock.frame();
  drawn.length = 0;
  const sample = (x: number, y: number) => ({
    pointer: 1,
    device: "mouse" as const,
    screen: { x: 0, y: 0 },
    world: { x, y },
  });
  return {
    clock,
    board: {
      place: (card: typeof a, { x, y }: { x: number; y: number }) =>
        board.run({ type: "actor.move", moves: [{ id: card, to: { x, y, z: 0 } }] }),
      remove: (card: typeof a) =>
        board.run({ type: "records.delete", records: [{ record: "actor", id: card }] }),
      write: (card: typeof a, { x, y }: { x: number; y: number }) =>
        board.run({ ...write, id: card, name: "Kirken", wall: { x, y, z: 0 } }),
      clear: () =>
        board.run({ type: "records.delete", records: [a, b].map((card) => ({ record: "actor", id: card })) }),
    },
    engine,
    drawn,
    laid,
    guides: () => guides,
    sent,
    told,
    selected,
    set: (next: Partial<BoardCanvasProps>) => {
      props = { ...props, ...next };
      engine.setProps(props);
    },
    setPeers: (next: readonly CanvasPeer[]) => {
      peers = next;
      for (const listener of peerListeners) listener();
    },
    down: (
      x: number,
      y: number,
      on: string | null,
      { alt = false, device = "mouse" }: { alt?: boolean; device?: Device } = {},
    ) =>
      engine.desk.gesture({
        type: "down",
        sample: { ...sample(x, y), screen: { x, y }, device },
        button: 0,
        shift: false,
        alt,
        on,
        time: clock.now(),
      }),
    move: (x: number, y: number) =>
      engine.desk.gesture({ type: "move", sample: { ...sample(x, y), screen: { x, y } }, held: true }),
    up: (x: number, y: number) =>
      engine.desk.gesture({ type: "up", sample: { ...sample(x, y), screen: { x, y } }, time: clock.now() }),
    frames: () => {
      drawn.length = 0;
      return clock.frame();
    },
  };
}

const keyA = `actor:${a}`;

describe("frames", () => {
  it("come only when something changed, and then only for its layer", () => {
    const { frames, drawn, board, setPeers } = canvas();
    expect(frames()).toBe(0);
    board.place(a, { x: 10, y: 10 });
    board.place(b, { x: 420, y: 0 });
    expect(frames()).toBe(1);
    expect(drawn).toEqual(["rest"]);
    expect(frames()).toBe(0);
    setPeers([
      {
        clientId: 1,
        label: "Ole",
        color: "#000000",
        sheet: "wall",
        cursor: { x: 5, y: 5 },
        drag: null,
        editing: null,
      },
    ]);
    frames();
    expect(drawn).toEqual(["peers"]);
    expect(frames()).toBe(0);
  });

  it("PAINT-4 show what is in the hand on a canvas hardly larger than itself, lines across the sheet apart from it", () => {
    const { frames, laid, guides, down, move, up, engine } = canvas();
    const { zoom } = engine.desk.viewport.camera;
    const toScreen = (world: number) => world * zoom;
    down(toScreen(10), toScreen(10), "actor:actor-a");
    move(110, 203);
    frames();
    const part = laid.get("hand");
    if (!part) throw new Error("nothing is shown in the hand");
    expect(part.width * part.height).toBeLessThan((1_000 * 800) / 3);
    move(410, 10);
    frames();
    expect(guides()).toBeGreaterThan(0);
    const inLine = laid.get("hand");
    expect(inLine?.width).toBe(part.width);
    engine.desk.gesture({ type: "escape" });
    engine.desk.selection.set([]);
    frames();
    expect(guides()).toBe(0);
    expect(laid.get("hand")).toBeNull();
    up(410, 10);
  });

  it("go on while another's card glides, and end when it is there", () => {
    const { frames, drawn, clock, setPeers } = canvas();
    const holding = (x: number): CanvasPeer => ({
      clientId: 1,
      label: "Ole",
      color: "#000000",
      sheet: "wall",
      cursor: null,
      drag: { items: [{ ref: { record: "actor", id: a }, x, y: 0 }] },
      editing: null,
    });
    setPeers([holding(100)]);
    frames();
    expect(drawn).toEqual(["rest", "peers"]);
    clock.advance(16);
    expect(frames()).toBe(1);
    expect(drawn).toEqual(["peers"]);
    clock.advance(100);
    frames();
    frames();
    expect(frames()).toBe(0);
  });
});

describe("dragging", () => {
  it("tells the others at most every 50 ms and writes once, at the drop", () => {
    const { down, move, up, clock, sent, told } = canvas();
    down(50, 50, keyA);
    for (let turn = 1; turn <= 40; turn++) {
      move(50 + turn * 5, 50);
      clock.advance(10);
    }
    expect(sent).toEqual([]);
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThanOrEqual(9);
    expect(told.at(-1)?.drag?.items).toHaveLength(1);
    up(250, 50);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ type: "actor.move", moves: [{ id: a, to: { x: 200, y: 0 } }] });
    clock.advance(60);
    expect(told.at(-1)?.drag).toBeNull();
  });

  it("ends quietly when somebody deletes the card in my hand", () => {
    const { down, move, up, board, clock, sent, engine } = canvas();
    down(50, 50, keyA);
    move(150, 50);
    board.remove(a);
    clock.frame();
    expect(engine.desk.hand.isHolding).toBe(false);
    up(150, 50);
    expect(sent).toEqual([]);
  });

  it("drops on the sheet it was taken from when everybody is called to another", () => {
    const { down, move, set, sent } = canvas();
    down(50, 50, keyA);
    move(150, 50);
    set({ sheet: "map" });
    expect(sent).toMatchObject([{ type: "actor.move", moves: [{ id: a, to: { x: 100, y: 0 } }] }]);
  });

  it("puts back when the board is locked meanwhile", () => {
    const { down, move, up, set, sent } = canvas();
    down(50, 50, keyA);
    move(150, 50);
    set({ mayWrite: false });
    up(150, 50);
    expect(sent).toEqual([]);
  });

  it("shows the card where I dropped it even while somebody else still holds it; the last drop wins", () => {
    const { down, move, up, engine, setPeers, clock, sent } = canvas();
    setPeers([
      {
        clientId: 1,
        label: "Ole",
        color: "#000000",
        sheet: "wall",
        cursor: null,
        drag: { items: [{ ref: { record: "actor", id: a }, x: 900, y: 900 }] },
        editing: null,
      },
    ]);
    clock.advance(200);
    clock.frame();
    expect(engine.desk.shownAt(keyA)).toMatchObject({ x: 900, y: 900 });
    down(950, 950, keyA);
    move(960, 950);
    expect(engine.desk.shownAt(keyA)).toMatchObject({ x: 910, y: 900 });
    up(970, 950);
    expect(sent).toMatchObject([{ type: "actor.move", moves: [{ id: a, to: { x: 920, y: 900 } }] }]);
  });
});

describe("dragging on the wall", () => {
  it("HAND-7 draws a card into line with its neighbours, and shows by what", () => {
    const { engine, down, move, up, sent } = canvas();
    down(50, 50, keyA);
    move(54, 253);
    move(450, 253);
    // 400 and 3 beside Biblioteket at 400: the edges meet.
    move(453, 253);
    expect(engine.desk.shownAt(keyA)).toMatchObject({ x: 400 });
    expect(engine.desk.guides).toHaveLength(1);
    up(453, 253);
    expect(sent).toMatchObject([{ moves: [{ id: a, to: { x: 400, y: 203 } }] }]);
    expect(engine.desk.guides).toEqual([]);
  });

  it("HAND-7 stays where the hand is while Alt, Ctrl or Cmd is held", () => {
    const { engine, down, move } = canvas();
    down(50, 50, keyA);
    engine.desk.isLoose = true;
    move(453, 253);
    expect(engine.desk.shownAt(keyA)).toMatchObject({ x: 403 });
  });

  it("with Alt from the start makes a copy and leaves the card", () => {
    const { engine, down, move, up, sent, selected, told } = canvas();
    down(50, 50, keyA, { alt: true });
    move(60, 450);
    up(60, 450);
    expect(sent).toMatchObject([{ type: "actor.write", name: "Fair Play", wall: { x: 10, y: 400 } }]);
    expect(engine.desk.shownAt(keyA)).toMatchObject({ x: 0, y: 0 });
    expect(selected.at(-1)).toEqual(["new-id-0"]);
    expect(told.every(({ drag }) => drag === null)).toBe(true);
  });

  it("brings the paper along at the edge, once the hand has been away from it", () => {
    const { engine, down, move, up, clock, sent } = canvas();
    const before = engine.desk.viewport.camera.x;
    down(50, 50, keyA);
    move(500, 400);
    clock.frame();
    move(995, 400);
    for (let turn = 0; turn < 10; turn++) {
      clock.advance(16);
      clock.frame();
    }
    const panned = engine.desk.viewport.camera.x - before;
    expect(panned).toBeGreaterThan(50);
    up(995, 400);
    expect(sent).toHaveLength(1);
    expect(clock.frame()).toBeLessThanOrEqual(1);
    const after = engine.desk.viewport.camera.x;
    clock.advance(16);
    clock.frame();
    expect(engine.desk.viewport.camera.x).toBe(after);
  });
});

describe("a finger that lies still", () => {
  it("asks for the menu of the card, and a lifted one doesn't", () => {
    const menus: unknown[] = [];
    const { engine, clock, down } = canvas({ onMenu: (menu) => menus.push(menu) });
    down(50, 50, keyA, { device: "touch" });
    clock.advance(400);
    expect(menus).toEqual([]);
    clock.advance(200);
    expect(menus).toEqual([{ at: { x: 50, y: 50 }, refs: [{ record: "actor", id: a }] }]);
    down(50, 50, keyA, { device: "touch" });
    engine.desk.gesture({ type: "cancel", pointer: 1 });
    clock.advance(1_000);
    expect(menus).toHaveLength(1);
  });
});

describe("tidying and pasting", () => {
  it("is one step each, and offers one note instead of many cards", () => {
    const outcomes: PasteOutcome[] = [];
    const steps: BoardCommand[][] = [];
    const { engine } = canvas({ onPasted: (outcome) => outcomes.push(outcome) });
    const { dispatch } = engine.desk.props;
    engine.setProps({
      ...engine.desk.props,
      dispatch(commands) {
        steps.push([...commands]);
        return dispatch(commands);
      },
    });
    paste(engine.desk, "Skolen\nKirken");
    expect(outcomes).toMatchObject([{ written: 2 }]);
    tidy(engine.desk);
    outcomes[0]?.asOneNote?.();
    expect(steps.map((step) => step.map(({ type }) => type))).toEqual([
      ["actor.write", "actor.write"],
      ["actor.move"],
      ["records.delete", "note.add"],
    ]);
    engine.desk.sync();
    expect(engine.desk.scene.arrangement?.items.map(({ kind }) => kind).sort()).toEqual([
      "actor-card",
      "actor-card",
      "note",
    ]);
  });

  it("PRIV-1 says nothing of what was written when it may not be sent", () => {
    const outcomes: PasteOutcome[] = [];
    const { engine } = canvas({ dispatch: () => false, onPasted: (outcome) => outcomes.push(outcome) });
    expect(paste(engine.desk, "Ring 22 33 44 55\nKirken")).toMatchObject({ written: 0, asOneNote: null });
    expect(outcomes).toEqual([]);
  });

  it("offers nothing else for a single line", () => {
    const { engine } = canvas();
    expect(paste(engine.desk, "Skolen").asOneNote).toBeNull();
  });
});

describe("the view", () => {
  it("fits what arrives after the canvas, until somebody moves it", () => {
    const { engine, board } = canvas();
    const first = engine.desk.viewport.view;
    board.place(a, { x: -9_000, y: 0 });
    expect(engine.desk.viewport.view).toEqual(first);
  });

  it("HAND-11 stays where it is when one writes the first card of an empty wall", () => {
    const { engine, board, clock, sent } = canvas();
    const { desk } = engine;
    board.clear();
    clock.frame();
    const { camera } = desk.viewport;
    desk.pointer = { x: 500, y: 300 };
    act(desk, { type: "new-card" });
    if (desk.draft) finishDraft(desk, desk.draft, "Skolen");
    clock.frame();
    expect(sent).toMatchObject([{ name: "Skolen", wall: { x: 400, y: 236 } }]);
    expect(desk.viewport.camera).toEqual(camera);
    engine.resize({ width: 900, height: 800 }, 1);
    expect(desk.viewport.camera.zoom).toBe(camera.zoom);
  });

  it("HAND-11 stays where it is while one writes and somebody else's card is the first", () => {
    const { engine, board, clock } = canvas();
    board.clear();
    clock.frame();
    const { camera } = engine.desk.viewport;
    engine.desk.pointer = { x: 500, y: 300 };
    act(engine.desk, { type: "new-card" });
    board.write(c, { x: 3_000, y: 0 });
    clock.frame();
    expect(engine.desk.viewport.camera).toEqual(camera);
  });

  it("HAND-11 shows the first card that somebody else writes on an empty wall", () => {
    const { engine, board, clock } = canvas();
    board.clear();
    clock.frame();
    board.write(c, { x: 3_000, y: 0 });
    clock.frame();
    expect(engine.desk.viewport.view.centre.x).toBeCloseTo(3_100);
  });

  it("obeys a call once, and not again when it is passed in again", () => {
    const { engine, set, clock } = canvas();
    const viewRequest = { serial: 3, centre: { x: 700, y: 700 }, zoom: 2 };
    set({ viewRequest });
    clock.frame();
    expect(engine.desk.viewport.view).toMatchObject({ centre: { x: 700, y: 700 }, zoom: 2 });
    engine.desk.viewport.panBy(100, 0);
    set({ viewRequest: { ...viewRequest } });
    clock.frame();
    expect(engine.desk.viewport.view.centre.x).toBe(650);
  });
});

describe("the view of somebody followed", () => {
  const seen = { width: 2_000, height: 800 };
  const viewRequest = { serial: -1, centre: { x: 700, y: 300 }, zoom: 0.64, seen };
  const inView = (engine: ReturnType<typeof canvas>["engine"]) => engine.desk.viewport.view;

  it("HAND-3 fits into a window of any size, and stays so while that becomes larger or smaller", () => {
    const { engine, set, clock } = canvas();
    set({ viewRequest });
    clock.frame();
    for (const size of [
      { width: 1_000, height: 800 },
      { width: 390, height: 700 },
      { width: 1_900, height: 500 },
    ]) {
      engine.resize(size, 1);
      clock.frame();
      const { centre, seen: mine, zoom } = inView(engine);
      expect(centre.x).toBeCloseTo(700);
      expect(centre.y).toBeCloseTo(300);
      expect(mine.width).toBeGreaterThanOrEqual(2_000 - 1e-6);
      expect(mine.height).toBeGreaterThanOrEqual(800 - 1e-6);
      // No smaller than it must be.
      expect(Math.min(mine.width / 2_000, mine.height / 800)).toBeCloseTo(1);
      expect(zoom).toBeCloseTo(Math.min(size.width / 2_000, size.height / 800));
    }
  });

  it("HAND-3 is left for good by moving oneself", () => {
    const { engine, set, clock } = canvas();
    set({ viewRequest });
    clock.frame();
    engine.desk.viewport.panBy(100, 0);
    engine.desk.viewMoved(true);
    const { zoom } = inView(engine);
    engine.resize({ width: 390, height: 700 }, 1);
    clock.frame();
    expect(inView(engine).zoom).toBe(zoom);
  });
});

it("forgets the selection of what somebody deletes, and says so", () => {
  const { down, up, board, clock, selected } = canvas();
  down(50, 50, keyA);
  up(50, 50);
  expect(selected).toEqual([[a]]);
  board.remove(a);
  clock.frame();
  expect(selected).toEqual([[a], []]);
});

it("tells the others that I am gone when it closes, and asks for no more frames", () => {
  const { engine, told, board, clock } = canvas();
  engine.pointAt({ x: 10, y: 10 });
  engine.close();
  expect(told.at(-1)).toEqual({ cursor: null, drag: null });
  board.place(a, { x: 1, y: 1 });
  expect(clock.frame()).toBe(0);
});
