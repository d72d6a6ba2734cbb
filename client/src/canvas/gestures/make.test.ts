import { describe, expect, it } from "vitest";
import type { GestureEffect } from "./gesture.ts";
import type { Making } from "./making.ts";
import { play } from "./play.ts";

const finger = (pointer: number) => ({ pointer, device: "touch" as const });
const pen = { device: "pen" as const };
const nib = { ...pen, pointer: 5 };
const world = (x: number, y: number) => ({ x: x + 1_000, y: y + 1_000 });
const nothing: GestureEffect = { type: "making", making: null };

/** What was made by a step, if anything. */
function made(effects: readonly GestureEffect[]): Making | undefined {
  return effects.flatMap((effect) => (effect.type === "made" ? [effect.making] : []))[0];
}

describe("drawing", () => {
  it("begins where the pen goes down and is written once when it is lifted", () => {
    const hand = play({ tool: "pen" });
    expect(hand.down(10, 10, "card", pen)).toEqual([
      { type: "making", making: { kind: "drawing", points: [world(10, 10)] } },
    ]);
    hand.move(20, 10, pen);
    expect(made(hand.move(30, 15, pen))).toBeUndefined();
    expect(made(hand.up(30, 15, pen))).toEqual({
      kind: "drawing",
      points: [world(10, 10), world(20, 10), world(30, 15)],
    });
    expect(hand.kind()).toBe("idle");
  });

  it("makes a dot of a press", () => {
    const hand = play({ tool: "marker" });
    hand.down(10, 10);
    expect(made(hand.up(10, 10))).toEqual({ kind: "drawing", points: [world(10, 10)] });
  });

  it("with one finger, while two move the paper and give up what was just begun", () => {
    const hand = play({ tool: "pen" });
    hand.down(10, 10, null, finger(1));
    hand.move(18, 10, finger(1));
    expect(hand.down(100, 10, null, finger(2))).toEqual([nothing]);
    expect(hand.kind()).toBe("pinching");
    expect(hand.move(100, 60, finger(2))).toContainEqual({ type: "pan", dx: 0, dy: 25 });
  });

  it("keeps a line that was meant when a second finger lands", () => {
    const hand = play({ tool: "pen" });
    hand.down(10, 10, null, finger(1));
    hand.move(90, 10, finger(1));
    expect(made(hand.down(200, 10, null, finger(2)))).toMatchObject({ kind: "drawing" });
  });

  it("is the pen's once there is one: fingers pan, and a palm beside the pen does nothing", () => {
    const hand = play({ tool: "pen", penSeen: true });
    hand.down(10, 10, null, finger(1));
    expect(hand.move(30, 10, finger(1))).toEqual([{ type: "pan", dx: 20, dy: 0 }]);
    hand.up(30, 10, finger(1));
    hand.down(10, 10, null, { ...pen, pointer: 5 });
    expect(hand.down(100, 100, null, finger(1))).toEqual([]);
    expect(hand.move(120, 100, finger(1))).toEqual([]);
    hand.move(20, 20, { ...pen, pointer: 5 });
    expect(made(hand.up(20, 20, { ...pen, pointer: 5 }))).toMatchObject({ kind: "drawing" });
  });

  it("FREE-TOUCH-2 is the pen's that comes down while fingers move the paper, which lies still under it", () => {
    const hand = play({ tool: "pen", penSeen: true });
    hand.down(10, 10, null, finger(1));
    hand.move(30, 10, finger(1));
    hand.down(90, 10, null, finger(2));
    hand.move(90, 40, finger(2));
    hand.down(200, 200, null, nib);
    expect(hand.move(40, 90, finger(1))).toEqual([]);
    hand.move(220, 200, nib);
    expect(hand.up(90, 40, finger(2))).toEqual([]);
    expect(made(hand.up(220, 200, nib))).toEqual({
      kind: "drawing",
      points: [world(200, 200), world(220, 200)],
    });
    expect(hand.move(60, 90, finger(1))).toEqual([]);
    hand.up(60, 90, finger(1));
    hand.down(10, 10, null, finger(3));
    expect(hand.move(30, 10, finger(3))).toEqual([{ type: "pan", dx: 20, dy: 0 }]);
  });

  it("FREE-TOUCH-2 gives up what a palm had just begun when the pen comes down, and keeps what a finger had drawn", () => {
    const palm = play({ tool: "pen" });
    palm.down(10, 10, null, finger(1));
    palm.move(14, 12, finger(1));
    const effects = palm.down(200, 200, null, nib);
    expect(effects[0]).toEqual(nothing);
    expect(made(effects)).toBeUndefined();
    expect(made(palm.up(200, 200, nib))).toEqual({ kind: "drawing", points: [world(200, 200)] });

    const drawing = play({ tool: "pen" });
    drawing.down(10, 10, null, finger(1));
    drawing.move(90, 10, finger(1));
    expect(made(drawing.down(200, 200, null, nib))).toMatchObject({ points: [world(10, 10), world(90, 10)] });
    expect(made(drawing.up(200, 200, nib))).toMatchObject({ points: [world(200, 200)] });
  });

  it("loses nothing when the pointer leaves the window, is taken away, or the tab is hidden", () => {
    for (const end of [
      (hand: ReturnType<typeof play>) => hand.move(60, 60, { held: false }),
      (hand: ReturnType<typeof play>) => hand.send({ type: "cancel", pointer: 1 }),
      (hand: ReturnType<typeof play>) => hand.send({ type: "interrupt" }),
    ]) {
      const hand = play({ tool: "pen" });
      hand.down(10, 10);
      hand.move(20, 20);
      expect(made(end(hand))).toEqual({ kind: "drawing", points: [world(10, 10), world(20, 20)] });
      expect(hand.kind()).toBe("idle");
    }
  });

  it("is given up with Escape", () => {
    const hand = play({ tool: "pen" });
    hand.down(10, 10);
    hand.move(60, 60);
    expect(hand.send({ type: "escape" })).toEqual([nothing]);
    expect(hand.up(60, 60)).toEqual([]);
  });

  it("isn't for those who may not write, and not while space is held", () => {
    const locked = play({ tool: "pen", mayWrite: false });
    expect(locked.down(10, 10)).toEqual([]);
    expect(locked.kind()).toBe("pressing");
    const panning = play({ tool: "pen", spaceHeld: true });
    panning.down(10, 10);
    expect(panning.move(30, 10)).toEqual([{ type: "pan", dx: 20, dy: 0 }]);
  });

  it("leaves the middle button to the paper", () => {
    const hand = play({ tool: "eraser" });
    hand.down(10, 10, "a", { button: 1 });
    expect(hand.move(30, 10)).toEqual([{ type: "pan", dx: 20, dy: 0 }]);
  });
});

describe("erasing", () => {
  it("takes along what is pressed and passed, and deletes it in one step", () => {
    const hand = play({ tool: "eraser" });
    hand.down(10, 10, "a");
    hand.move(20, 10, { over: ["b"] });
    hand.move(30, 10, { over: ["c", "b"] });
    expect(made(hand.up(30, 10))).toEqual({ kind: "erasing", keys: new Set(["a", "b", "c"]) });
  });

  it("passes over what is fast to the paper, and does nothing when it met nothing", () => {
    const hand = play({ tool: "eraser", isFixed: (key) => key === "fast" });
    hand.down(10, 10, "fast");
    hand.move(20, 10, { over: ["fast"] });
    expect(hand.up(30, 10)).toEqual([nothing]);
  });

  it("forgets what somebody else deletes meanwhile", () => {
    const hand = play({ tool: "eraser" });
    hand.down(10, 10, "a");
    hand.move(20, 10, { over: ["b"] });
    hand.send({ type: "gone", keys: new Set(["a"]) });
    expect(made(hand.up(20, 10))).toEqual({ kind: "erasing", keys: new Set(["b"]) });
  });
});

describe("connecting", () => {
  it("goes from thing to thing, and from paper to paper", () => {
    const hand = play({ tool: "arrow" });
    hand.down(10, 10, "a");
    hand.move(100, 10, { over: ["b"] });
    expect(made(hand.up(100, 10))).toEqual({
      kind: "connecting",
      from: { at: world(10, 10), on: "a" },
      to: { at: world(100, 10), on: "b" },
    });
    hand.down(10, 10);
    hand.move(100, 10, { over: ["b"] });
    hand.move(160, 10);
    expect(made(hand.up(160, 10))).toMatchObject({ from: { on: null }, to: { on: null } });
  });

  it("makes nothing of a press, nor after Escape", () => {
    const hand = play({ tool: "line" });
    hand.down(10, 10, "a");
    expect(hand.up(12, 10)).toEqual([nothing]);
    hand.down(10, 10, "a");
    hand.move(100, 100);
    expect(hand.send({ type: "escape" })).toEqual([nothing]);
  });

  it("stays where it is when the thing at its end is deleted by somebody", () => {
    const hand = play({ tool: "arrow" });
    hand.down(10, 10, "a");
    hand.move(100, 10, { over: ["b"] });
    hand.send({ type: "gone", keys: new Set(["a"]) });
    expect(made(hand.up(100, 10))).toMatchObject({ from: { at: world(10, 10), on: null }, to: { on: "b" } });
  });
});

describe("spanning an area", () => {
  it("goes in every direction, and shift makes it even", () => {
    const hand = play({ tool: "rectangle" });
    hand.down(100, 100);
    hand.move(40, 60);
    expect(made(hand.up(40, 60))).toMatchObject({ area: { ...world(40, 60), width: 60, height: 40 } });
    hand.down(100, 100);
    hand.move(40, 60, { shift: true });
    expect(made(hand.up(40, 60))).toMatchObject({ area: { ...world(40, 40), width: 60, height: 60 } });
  });

  it("of no size is told, so that the sheet makes one of its own size", () => {
    const hand = play({ tool: "frame" });
    hand.down(100, 100);
    expect(made(hand.up(100, 100))).toMatchObject({ area: { width: 0, height: 0 } });
  });
});

describe("resizing", () => {
  const grip = { type: "box", x: 1, y: 1 } as const;

  it("begins on a handle, and tells how far it was moved", () => {
    const hand = play({ selected: new Set(["a"]) });
    hand.down(100, 100, "a", { grip });
    hand.move(120, 130, { shift: true });
    expect(made(hand.up(120, 130))).toMatchObject({ key: "a", by: { x: 20, y: 30 }, keepsShape: true });
  });

  it("doesn't begin with another tool in the hand, or when nothing may be written", () => {
    const drawing = play({ tool: "pen" });
    drawing.down(100, 100, "a", { grip });
    expect(made(drawing.up(100, 100))).toMatchObject({ kind: "drawing" });
    const locked = play({ mayWrite: false });
    locked.down(100, 100, "a", { grip });
    expect(locked.kind()).toBe("pressing");
  });

  it("ends when the thing is deleted by somebody, and keeps its size when a finger lands at once", () => {
    const hand = play();
    hand.down(100, 100, "a", { grip });
    hand.move(150, 150);
    expect(hand.send({ type: "gone", keys: new Set(["a"]) })).toEqual([nothing]);
    hand.down(100, 100, "a", { grip, ...finger(1) });
    hand.move(110, 100, finger(1));
    expect(hand.down(300, 300, null, finger(2))).toEqual([nothing]);
  });
});

describe("what is fast to the paper", () => {
  it("can be selected, but isn't carried along", () => {
    const isFixed = (key: string) => key === "fast";
    const hand = play({ isFixed });
    expect(hand.down(10, 10, "fast")).toEqual([{ type: "select", keys: ["fast"] }]);
    expect(hand.move(60, 60).map(({ type }) => type)).toEqual(["lasso"]);
    const carrying = play({ isFixed, selected: new Set(["a", "fast"]) });
    carrying.down(10, 10, "a");
    expect(carrying.move(60, 60)[0]).toEqual({ type: "lift", keys: ["a"], grab: { x: 1_010, y: 1_010 } });
  });
});

it("always ends what it began, whatever happens in whatever order", () => {
  let seed = 20_261_122;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  const tools = ["select", "pen", "eraser", "arrow", "frame", "ellipse", "hand", "note"] as const;
  let isShown = false;
  for (let turn = 0; turn < 400; turn++) {
    const hand = play({ tool: tools[random(tools.length)] ?? "select", penSeen: random(2) === 0 });
    const seen = (effects: readonly GestureEffect[]) => {
      for (const effect of effects) {
        if (effect.type === "making") isShown = effect.making !== null;
        if (effect.type === "made") {
          expect(isShown).toBe(true);
          isShown = false;
        }
      }
    };
    for (let event = 0; event < 40; event++) {
      const pointer = 1 + random(3);
      const options = {
        pointer,
        device: (["mouse", "touch", "pen"] as const)[random(3)] ?? "mouse",
        over: random(3) === 0 ? [`card${random(3)}`] : [],
      };
      const on = random(2) === 0 ? `card${random(3)}` : null;
      const [x, y] = [random(400), random(400)];
      const act = random(7);
      if (act < 2) seen(hand.down(x, y, on, options));
      else if (act < 4) seen(hand.move(x, y, { ...options, held: random(8) > 0 }));
      else if (act === 4) seen(hand.up(x, y, options));
      else if (act === 5) seen(hand.send({ type: "cancel", pointer }));
      else seen(hand.send({ type: "gone", keys: new Set([`card${random(3)}`]) }));
    }
    seen(hand.send({ type: "interrupt" }));
    expect(isShown).toBe(false);
    expect(hand.kind()).toBe("idle");
  }
});
