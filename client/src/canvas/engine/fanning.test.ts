import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import { sampleBoard } from "../../sheets/sample-board.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { toScreen, toWorld } from "../geometry/camera.ts";
import { centreOf, contains, overlaps, type Point, rect } from "../geometry/rect.ts";
import type { BoardCanvasProps, CanvasPile } from "../props.ts";
import { act } from "./acts.ts";
import { createEngine } from "./engine.ts";
import { fakeClock } from "./fake-clock.ts";
import { pileAtHand } from "./piling.ts";

const idOf = (index: number) => actorId(`crowd-${String(index).padStart(3, "0")}`);

/** The priority model on a laptop: sixty cards in the first circle, two in the second. */
function model(overrides: Partial<BoardCanvasProps> = {}) {
  const clock = fakeClock();
  const board = sampleBoard();
  for (let index = 0; index < 62; index++) {
    const id = idOf(index);
    board.run(
      { type: "actor.write", id, name: `Kort ${index}`, category: null, wall: null },
      { type: "actor.place-in-field", id, field: index < 60 ? 1 : 2 },
    );
  }
  const sent: BoardCommand[] = [];
  const told: (CanvasPile | null)[] = [];
  let props: BoardCanvasProps = {
    sheets: sheetOf,
    sheet: "priority",
    source: { get: () => board.snapshot, subscribe: (listener) => board.subscribe(listener) },
    picture: null,
    tool: "select",
    mayWrite: true,
    focusActor: null,
    peers: { get: () => [], subscribe: () => () => {} },
    dispatch(commands) {
      sent.push(...commands);
      board.run(...commands);
      return true;
    },
    onPresence: () => {},
    onOpen: () => {},
    onSelect: () => {},
    onPile: (pile) => told.push(pile),
    viewRequest: null,
    newId: () => "new-id",
    t: (text) => text,
    ...overrides,
  };
  const nothing = () => {};
  const surface = {
    draw: nothing,
    show: nothing,
    present: nothing,
    lay: nothing,
    showGuides: nothing,
    setPointerShape: nothing,
  };
  const engine = createEngine(props, {
    clock,
    surface,
    measure: (text, { size }) => text.length * size * 0.5,
    motion: () => 0,
    loadPicture: () => () => {},
  });
  engine.resize({ width: 890, height: 630 }, 1);
  clock.frame();
  const { desk } = engine;
  const sample = (world: Point) => ({
    pointer: 1,
    device: "mouse" as const,
    screen: toScreen(desk.viewport.camera, world),
    world,
  });
  const down = (world: Point) => {
    desk.sync();
    const input = { type: "down", button: 0, shift: false, alt: false, time: clock.now() } as const;
    desk.gesture({ ...input, sample: sample(world), on: engine.hit(sample(world).screen) });
  };
  const move = (world: Point) => {
    desk.gesture({ type: "move", sample: sample(world), held: true });
    clock.frame();
  };
  const up = (world: Point) => {
    desk.gesture({ type: "up", sample: sample(world), time: clock.now() });
    clock.frame();
    clock.frame();
  };
  const press = (world: Point) => {
    clock.advance(1_000);
    down(world);
    up(world);
  };
  return {
    engine,
    desk,
    board,
    sent,
    told,
    down,
    move,
    up,
    press,
    frame: () => clock.frame(),
    pile: () => desk.scene.pile("pile:1"),
    /** Where a card is seen. */
    card(index: number) {
      desk.sync();
      const area = desk.shownAt(`actor:${idOf(index)}`);
      if (!area) throw new Error(`card ${index} isn't on the sheet`);
      return centreOf(area);
    },
    set(next: Partial<BoardCanvasProps>) {
      props = { ...props, ...next };
      engine.setProps(props);
      clock.frame();
    },
  };
}

const middle = { x: 750, y: 250 };
const isOpen = ({ pile }: ReturnType<typeof model>) => (pile()?.head ?? null) !== null;

describe("a pile", () => {
  it("PILE-2 is fanned out by a press, and gathered by a press elsewhere, by its bar and by Escape", () => {
    const canvas = model();
    const bar = () => {
      const area = canvas.pile()?.rect;
      if (!area) throw new Error("there is no pile");
      return { x: area.x + 20, y: area.y + 10 };
    };
    const ways = [
      () => canvas.press(toWorld(canvas.desk.viewport.camera, { x: 445, y: 622 })),
      () => canvas.press(bar()),
      () => act(canvas.desk, { type: "escape" }),
    ];
    for (const close of ways) {
      canvas.press(middle);
      expect(isOpen(canvas)).toBe(true);
      close();
      canvas.frame();
      expect(isOpen(canvas)).toBe(false);
    }
    expect(canvas.sent).toEqual([]);
  });

  it("fanned out, is asked for no more frames, and a press between its cards does nothing", () => {
    const canvas = model();
    canvas.press(middle);
    expect(canvas.frame()).toBe(0);
    const panel = canvas.pile()?.rect ?? rect(0, 0, 0, 0);
    canvas.press({ x: panel.x + 2, y: panel.y + panel.height - 2 });
    expect(isOpen(canvas)).toBe(true);
  });

  it("PILE-2 gives its cards to the hand: the model is seen while one is carried, and it lands where it is dropped", () => {
    const canvas = model();
    canvas.press(middle);
    // By its right end, which the smaller card that comes of it doesn't reach from where it lay.
    const lay = canvas.desk.shownAt(`actor:${idOf(7)}`) ?? rect(0, 0, 0, 0);
    expect(lay.width).toBeGreaterThan(160);
    const from = { x: lay.x + lay.width - 4, y: lay.y + lay.height - 4 };
    canvas.down(from);
    canvas.move({ x: from.x + 30, y: from.y });
    expect(isOpen(canvas)).toBe(false);
    // It became smaller, and is still under the pointer.
    const held = canvas.desk.hand.held.get(`actor:${idOf(7)}`);
    expect(held && contains({ ...held.item.rect, ...held.at }, { x: from.x + 30, y: from.y })).toBe(true);
    canvas.move({ x: 250, y: 750 });
    canvas.up({ x: 250, y: 750 });
    expect(canvas.sent).toMatchObject([{ type: "actor.place", moves: [{ id: idOf(7) }] }]);
    // Its middle, left of the end it was held by.
    expect(canvas.board.snapshot.actorsById.get(idOf(7))?.placement?.x).toBeCloseTo(0.25 - 0.07, 1);
    expect(isOpen(canvas)).toBe(false);
    expect(canvas.pile()?.count).toBe(59);
  });

  it("is fanned out again when the card comes back to it", () => {
    const canvas = model();
    canvas.press(middle);
    const from = canvas.card(7);
    canvas.down(from);
    canvas.move({ x: 250, y: 750 });
    act(canvas.desk, { type: "escape" });
    canvas.frame();
    canvas.frame();
    expect(isOpen(canvas)).toBe(true);
    canvas.down(canvas.card(7));
    canvas.move({ x: 250, y: 750 });
    canvas.move(middle);
    canvas.up(middle);
    expect(isOpen(canvas)).toBe(true);
    expect(canvas.sent).toEqual([]);
  });

  it("lets nobody lose a card that becomes part of it while in the hand", () => {
    const canvas = model();
    const from = canvas.card(61);
    canvas.down(from);
    canvas.move({ x: 500, y: 600 });
    const rest = Array.from({ length: 50 }, (_, index) => idOf(index));
    for (const id of [...rest, idOf(61)]) {
      canvas.board.run({ type: "actor.place-in-field", id, field: 4 });
    }
    canvas.frame();
    expect(canvas.desk.hand.isHolding).toBe(true);
    canvas.move({ x: 250, y: 250 });
    canvas.up({ x: 250, y: 250 });
    expect(canvas.board.snapshot.actorsById.get(idOf(61))?.placement?.y).toBeGreaterThan(0.6);
  });

  it("PILE-2 is reached, fanned out and read with arrows, Enter and Escape", () => {
    const canvas = model();
    const { desk } = canvas;
    desk.selection.set([]);
    const pile = canvas.pile();
    desk.selection.set(pile ? [pile] : []);
    expect(pileAtHand(desk)).toBe("selected");
    expect(canvas.told.at(-1)).toEqual({ field: 1, count: 60, isOpen: false });
    act(desk, { type: "pile" });
    canvas.frame();
    expect(canvas.told.at(-1)).toEqual({ field: 1, count: 60, isOpen: true });
    expect(pileAtHand(desk)).toBe("fanned");
    const [first] = desk.selection.refs;
    act(desk, { type: "go", direction: { x: 1, y: 0 } });
    const [second] = desk.selection.refs;
    expect(second?.id).not.toBe(first?.id);
    expect(desk.fanning.isFanned(`actor:${second?.id ?? ""}`)).toBe(true);
    act(desk, { type: "escape" });
    canvas.frame();
    expect(canvas.told.at(-1)).toBeNull();
  });

  it("is one thing for a lasso: all that lie in it", () => {
    const { desk, down, move, up } = model();
    down({ x: 520, y: 20 });
    move({ x: 980, y: 480 });
    up({ x: 980, y: 480 });
    expect(desk.selection.refs).toHaveLength(60);
  });

  it("PILE-3 is shown as somebody followed shows it, always in view", () => {
    const canvas = model({ readOnly: true, mayWrite: false });
    canvas.set({ pile: "pile:1" });
    expect(isOpen(canvas)).toBe(true);
    canvas.engine.resize({ width: 1_600, height: 900 }, 1);
    canvas.frame();
    canvas.frame();
    const { camera, size } = canvas.desk.viewport;
    const view = rect(camera.x, camera.y, size.width / camera.zoom, size.height / camera.zoom);
    const panel = canvas.pile()?.rect;
    expect(panel && overlaps(view, panel)).toBe(true);
    expect(panel && panel.width * camera.zoom).toBeLessThanOrEqual(1_600);
    expect(panel && contains(view, panel)).toBe(true);
    canvas.set({ pile: null });
    expect(isOpen(canvas)).toBe(false);
  });
});
