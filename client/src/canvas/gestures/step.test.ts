import { describe, expect, it } from "vitest";
import type { Point } from "../geometry/rect.ts";
import type { GestureEffect, GestureInput } from "./gesture.ts";
import { play } from "./play.ts";

const touch = { device: "touch" as const };
const finger = (pointer: number) => ({ pointer, device: "touch" as const });
const drop = (x: number, y: number): GestureEffect => ({ type: "drop", by: { x, y } });

describe("pressing", () => {
  it("on a card selects it; on empty paper selects nothing", () => {
    const hand = play();
    expect(hand.down(10, 10, "a")).toEqual([{ type: "select", keys: ["a"] }]);
    expect(hand.up(11, 10)).toEqual([]);
    hand.wait(1_000);
    hand.down(200, 200);
    expect(hand.up(200, 200)).toEqual([{ type: "select", keys: [] }]);
  });

  it("with shift adds and takes away", () => {
    const hand = play({ selected: new Set(["a"]) });
    hand.down(10, 10, "b", { shift: true });
    expect(hand.up(10, 10)).toEqual([{ type: "toggle", key: "b" }]);
  });

  it("one of several selected ones leaves only that one", () => {
    const hand = play({ selected: new Set(["a", "b"]) });
    expect(hand.down(10, 10, "b")).toEqual([]);
    expect(hand.up(10, 10)).toEqual([{ type: "select", keys: ["b"] }]);
  });

  it("twice opens a card, and writes a new one on empty paper", () => {
    const hand = play();
    hand.down(10, 10, "a");
    hand.up(10, 10);
    hand.down(12, 11, "a");
    expect(hand.up(12, 11)).toEqual([{ type: "open", key: "a" }]);
    hand.down(300, 10);
    hand.up(300, 10);
    hand.down(300, 12);
    expect(hand.up(300, 12)).toEqual([{ type: "create", at: { x: 1_300, y: 1_012 } }]);
  });

  it("twice slowly, or in two places, is two presses", () => {
    const hand = play();
    hand.down(10, 10, "a");
    hand.up(10, 10);
    hand.wait(1_000);
    hand.down(10, 10, "a");
    expect(hand.up(10, 10)).toEqual([]);
    hand.down(80, 10, "b");
    expect(hand.up(80, 10)).toEqual([]);
  });

  it("with a tool writes at once, but not while locked", () => {
    const hand = play({ tool: "challenge" });
    hand.down(10, 10);
    expect(hand.up(10, 10)).toEqual([{ type: "create", at: { x: 1_010, y: 1_010 } }]);
    const locked = play({ tool: "challenge", mayWrite: false });
    locked.down(10, 10);
    expect(locked.up(10, 10)).toEqual([{ type: "select", keys: [] }]);
  });

  it("with the right button does nothing", () => {
    const hand = play();
    hand.down(10, 10, "a", { button: 2 });
    expect(hand.kind()).toBe("idle");
  });
});

describe("dragging", () => {
  it("lifts, carries and drops a card by world units; a trembling hand doesn't", () => {
    const hand = play();
    hand.down(10, 10, "a");
    expect(hand.move(12, 11)).toEqual([]);
    expect(hand.move(20, 10)).toEqual([
      { type: "lift", keys: ["a"], grab: { x: 1_010, y: 1_010 } },
      { type: "carry", by: { x: 10, y: 0 } },
    ]);
    expect(hand.move(60, 40)).toEqual([{ type: "carry", by: { x: 50, y: 30 } }]);
    expect(hand.up(70, 40)).toEqual([{ type: "carry", by: { x: 60, y: 30 } }, drop(60, 30)]);
    expect(hand.kind()).toBe("idle");
  });

  it("takes all selected cards along, the pressed one first", () => {
    const hand = play({ selected: new Set(["a", "b", "c"]) });
    hand.down(10, 10, "b");
    expect(hand.move(40, 10)[0]).toMatchObject({ type: "lift", keys: ["b", "a", "c"] });
  });

  it("isn't for piles: they are paper to a hand that moves, and answer a press", () => {
    const isPile = (key: string) => key === "pile:1";
    const hand = play({ isPile });
    expect(hand.down(10, 10, "pile:1")).toEqual([]);
    expect(hand.move(60, 60).map(({ type }) => type)).toEqual(["lasso"]);
    hand.up(60, 60);
    const pressed = [{ type: "pile", key: "pile:1", at: { x: 1_010, y: 1_010 } }];
    hand.down(10, 10, "pile:1");
    expect(hand.up(10, 10)).toEqual(pressed);
    // Twice at once is once more, and opens nothing large.
    hand.down(10, 10, "pile:1");
    expect(hand.up(10, 10)).toEqual(pressed);
    // A finger that lies still means no menu: a pile has none.
    const still = play({ isPile, mayWrite: false });
    still.down(10, 10, "pile:1", { device: "touch" });
    expect(still.send({ type: "hold", pointer: 1 })).toEqual(pressed);
    // On the big screen nothing can be pressed.
    const looking = play({ isPile, lookOnly: true });
    looking.down(10, 10, "pile:1");
    expect(looking.up(10, 10)).toEqual([]);
  });

  it("is not allowed while locked: the paper moves instead", () => {
    const hand = play({ mayWrite: false });
    hand.down(10, 10, "a");
    expect(hand.move(40, 10)).toEqual([{ type: "pan", dx: 30, dy: 0 }]);
  });

  const interruptions: [string, GestureInput][] = [
    ["the browser cancels the pointer", { type: "cancel", pointer: 1 }],
    ["the tab is hidden", { type: "interrupt" }],
  ];
  it.each(interruptions)("lets go where the card is when %s", (_what, input) => {
    const hand = play();
    hand.down(10, 10, "a");
    hand.move(60, 10);
    expect(hand.send(input)).toEqual([drop(50, 0)]);
    expect(hand.kind()).toBe("idle");
    expect(hand.move(90, 90)).toEqual([]);
  });

  it("lets go where the card was when the button came up outside the window", () => {
    const hand = play();
    hand.down(10, 10, "a");
    hand.move(60, 10);
    expect(hand.move(300, 300, { held: false })).toEqual([drop(50, 0)]);
  });

  it("drops before a second finger pinches", () => {
    const hand = play();
    hand.down(10, 10, "a", touch);
    hand.move(60, 10, touch);
    expect(hand.down(200, 10, null, finger(2))).toEqual([drop(50, 0)]);
    expect(hand.kind()).toBe("pinching");
  });

  it("puts back on Escape, and the release that follows means nothing", () => {
    const hand = play();
    hand.down(10, 10, "a");
    hand.move(60, 10);
    expect(hand.send({ type: "escape" })).toEqual([{ type: "put-back" }]);
    expect(hand.up(60, 10)).toEqual([]);
  });

  it("goes on with the others when somebody deletes one of the cards, and ends with the last", () => {
    const hand = play({ selected: new Set(["a", "b"]) });
    hand.down(10, 10, "a");
    hand.move(60, 10);
    expect(hand.send({ type: "gone", keys: new Set(["a"]) })).toEqual([]);
    expect(hand.kind()).toBe("dragging");
    expect(hand.send({ type: "gone", keys: new Set(["b"]) })).toEqual([{ type: "put-back" }]);
    expect(hand.kind()).toBe("idle");
  });

  it("never begins with a card that was deleted under the pressing finger", () => {
    const hand = play();
    hand.down(10, 10, "a");
    hand.send({ type: "gone", keys: new Set(["a"]) });
    expect(hand.move(60, 10)).toEqual([]);
  });
});

describe("dragging with Alt", () => {
  it("lays copies where it lets go, also when Alt was let go before", () => {
    const hand = play();
    hand.down(10, 10, "a", { alt: true });
    hand.move(60, 10);
    expect(hand.up(60, 10).at(-1)).toEqual({ type: "drop-copies", by: { x: 50, y: 0 } });
  });

  it("lays them also when the tab is hidden meanwhile", () => {
    const hand = play();
    hand.down(10, 10, "a", { alt: true });
    hand.move(60, 10);
    expect(hand.send({ type: "interrupt" })).toEqual([{ type: "drop-copies", by: { x: 50, y: 0 } }]);
  });
});

describe("a finger that lies still", () => {
  it("opens the menu of the card under it, and lifting it does nothing more", () => {
    const hand = play();
    hand.down(10, 10, "a", touch);
    expect(hand.send({ type: "hold", pointer: 1 })).toEqual([{ type: "menu", at: { x: 10, y: 10 } }]);
    expect(hand.selected()).toEqual(["a"]);
    expect(hand.up(10, 10, touch)).toEqual([]);
  });

  it("keeps several selected cards, so that they can be merged", () => {
    const hand = play({ selected: new Set(["a", "b"]) });
    hand.down(10, 10, "b", touch);
    hand.send({ type: "hold", pointer: 1 });
    expect(hand.selected()).toEqual(["a", "b"]);
  });

  it("means nothing once it has moved, or for a mouse", () => {
    const hand = play();
    hand.down(10, 10, "a", touch);
    hand.move(60, 10, touch);
    expect(hand.send({ type: "hold", pointer: 1 })).toEqual([]);
    hand.up(60, 10, touch);
    hand.down(10, 10, "a");
    expect(hand.send({ type: "hold", pointer: 1 })).toEqual([]);
  });
});

describe("panning and pinching", () => {
  it.each([
    ["the middle button", {}, { button: 1 }],
    ["space", { spaceHeld: true }, {}],
    ["the hand", { tool: "hand" }, {}],
    ["a projector", { lookOnly: true }, {}],
  ] as const)("pans with %s, also from a card", (_what, context, options) => {
    const hand = play(context);
    expect(hand.down(10, 10, "a", options)).toEqual(
      "tool" in context ? [{ type: "select", keys: ["a"] }] : [],
    );
    expect(hand.move(40, 10)).toEqual([{ type: "pan", dx: 30, dy: 0 }]);
    expect(hand.move(40, 15)).toEqual([{ type: "pan", dx: 0, dy: 5 }]);
    expect(hand.up(40, 15)).toEqual([]);
  });

  it("pans with one finger on empty paper, where a mouse draws a lasso", () => {
    const hand = play();
    hand.down(10, 10, null, touch);
    expect(hand.move(40, 10, touch)).toEqual([{ type: "pan", dx: 30, dy: 0 }]);
  });

  it("zooms at the middle of two fingers, and pans on with the one that stays", () => {
    const hand = play();
    hand.down(100, 100, null, finger(1));
    hand.down(200, 100, null, finger(2));
    expect(hand.move(300, 100, finger(2))).toEqual([
      { type: "pan", dx: 50, dy: 0 },
      { type: "zoom", at: { x: 200, y: 100 }, factor: 2 },
    ]);
    expect(hand.down(5, 5, "a", finger(3))).toEqual([]);
    hand.up(100, 100, finger(1));
    expect(hand.move(310, 100, finger(2))).toEqual([{ type: "pan", dx: 10, dy: 0 }]);
  });
});

describe("lassoing", () => {
  const area = { x: 1_010, y: 1_010, width: 90, height: 40 };
  it("selects what it touched", () => {
    const hand = play();
    hand.down(10, 10);
    expect(hand.move(100, 50)).toEqual([{ type: "lasso", area }]);
    expect(hand.up(100, 50).at(-1)).toEqual({ type: "lasso-end", area, adding: false });
  });

  it("adds with shift, also backwards; Escape gives it up", () => {
    const hand = play();
    hand.down(100, 50, null, { shift: true });
    expect(hand.move(10, 10)).toEqual([{ type: "lasso", area }]);
    expect(hand.send({ type: "escape" })).toEqual([{ type: "lasso-end", area: null, adding: true }]);
  });
});

describe("a pen beside fingers", () => {
  const nib = { pointer: 7, device: "pen" as const };

  it("FREE-TOUCH-2 goes on pressing, dragging and panning when a palm lands", () => {
    const hand = play();
    hand.down(10, 10, "a", nib);
    expect(hand.down(200, 200, null, finger(1))).toEqual([]);
    expect(hand.move(30, 10, nib)).toContainEqual({ type: "carry", by: { x: 20, y: 0 } });
    expect(hand.down(220, 200, null, finger(2))).toEqual([]);
    expect(hand.up(40, 10, nib)).toContainEqual(drop(30, 0));
    const panning = play({ tool: "hand" });
    panning.down(10, 10, null, nib);
    panning.move(30, 10, nib);
    expect(panning.down(200, 200, null, finger(1))).toEqual([]);
    expect(panning.kind()).toBe("panning");
  });

  it("FREE-TOUCH-2 takes over from a finger, and what that had in hand lands", () => {
    const hand = play();
    hand.down(10, 10, "a", finger(1));
    hand.move(40, 10, finger(1));
    expect(hand.down(300, 300, "b", nib)).toEqual([drop(30, 0), { type: "select", keys: ["b"] }]);
    expect(hand.move(60, 10, finger(1))).toEqual([]);
    expect(hand.move(330, 300, nib)).toContainEqual({ type: "carry", by: { x: 30, y: 0 } });
  });

  it("leaves the mouse what it has in hand", () => {
    const hand = play();
    hand.down(10, 10, "a");
    hand.move(40, 10);
    expect(hand.down(300, 300, "b", nib)).toEqual([]);
    expect(hand.kind()).toBe("dragging");
  });
});

it("survives any order of events without losing a lifted card", () => {
  // Every lift is answered by exactly one drop or put-back, whatever comes.
  let seed = 99;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  const point = (): Point => ({ x: random(400), y: random(400) });
  const hand = play();
  const ends = new Set<GestureEffect["type"]>(["drop", "drop-copies", "put-back"]);
  let lifted = 0;
  for (let turn = 0; turn < 20_000; turn++) {
    const { x, y } = point();
    const pointer = 1 + random(3);
    const options = { pointer, device: (["mouse", "touch", "pen"] as const)[random(3)] ?? "mouse" };
    const on = random(2) === 0 ? `card${random(4)}` : null;
    const effects = [
      () =>
        hand.down(x, y, on, {
          ...options,
          button: random(3),
          shift: random(2) === 0,
          alt: random(3) === 0,
        }),
      () => hand.send({ type: "hold", pointer }),
      () => hand.move(x, y, { ...options, held: random(8) > 0 }),
      () => hand.move(x, y, options),
      () => hand.up(x, y, options),
      () => hand.send({ type: "cancel", pointer }),
      () => (random(6) === 0 ? hand.send({ type: "interrupt" }) : []),
      () => (random(6) === 0 ? hand.send({ type: "escape" }) : []),
      () => hand.send({ type: "gone", keys: new Set([`card${random(4)}`]) }),
    ][random(9)]?.();
    for (const effect of effects ?? []) {
      if (effect.type === "lift") expect(++lifted).toBe(1);
      if (effect.type === "carry") expect(lifted).toBe(1);
      if (ends.has(effect.type)) expect(--lifted).toBe(0);
    }
  }
});
