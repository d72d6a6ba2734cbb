import { fieldOf } from "@faelleskort/shared/method/fields.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { clusters } from "@faelleskort/shared/views/clusters.ts";
import { priorityList } from "@faelleskort/shared/views/priority.ts";
import { describe, expect, it } from "vitest";
import { centreOf, overlaps, type Point } from "../canvas/geometry/rect.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import { prioritySheet } from "./priority.ts";
import { fromSquare, mostApart, toSquare, trayCapacity } from "./priority-geometry.ts";
import { keyOf, layingOut, numberedIds, sampleBoard } from "./sample-board.ts";
import { takeTraySlots } from "./tray-slots.ts";

const a = actorId("actor-a");
const b = actorId("actor-b");
const write = (id: string, name = id) =>
  ({ type: "actor.write", id: actorId(id), name, category: null, wall: null }) as const;

function board() {
  const sample = sampleBoard();
  sample.run(write(a), write(b), { type: "actor.place", moves: [{ id: b, to: { x: 0.75, y: 0.75 } }] });
  return sample;
}
const arrangement = () => layingOut(prioritySheet, board())();
const cardOf = (items: readonly RecordItem[], id: string): RecordItem => {
  const item = items.find(({ key }) => key === keyOf(actorId(id)));
  if (!item) throw new Error(`${id} is missing`);
  return item;
};
/** Lets go of a card with its middle at a point. */
const to = (item: RecordItem, middle: Point) => ({
  item,
  to: { x: middle.x - item.rect.width / 2, y: middle.y - item.rect.height / 2 },
});

describe("the priority model", () => {
  it("shows placed cards by their position, y upwards, and the others in the tray at its left", () => {
    const { items } = arrangement();
    expect(centreOf(cardOf(items, b).rect)).toEqual({ x: 750, y: 250 });
    expect(cardOf(items, a).rect.x + cardOf(items, a).rect.width).toBeLessThan(-45);
  });

  it("places what is dropped in the square, as one command, and at the edge what is dropped beyond it", () => {
    const sheet = arrangement();
    const [first, second] = [cardOf(sheet.items, a), cardOf(sheet.items, b)];
    expect(sheet.drop([to(first, { x: 200, y: 900 }), to(second, { x: 1_300, y: -50 })])).toEqual([
      {
        type: "actor.place",
        moves: [
          { id: a, to: { x: 0.2, y: 0.1 } },
          { id: b, to: { x: 1, y: 1 } },
        ],
      },
    ]);
  });

  it("takes the place away from a card dropped in the tray, and leaves one that came from there", () => {
    const sheet = arrangement();
    const [first, second] = [cardOf(sheet.items, a), cardOf(sheet.items, b)];
    expect(sheet.drop([to(second, { x: -200, y: 500 })])).toEqual([{ type: "actor.unplace", ids: [b] }]);
    expect(sheet.drop([to(first, { x: -150, y: 700 })])).toEqual([]);
  });

  it.each([
    [{ x: 700, y: 200 }, "field-1"],
    [{ x: 510, y: 510 }, "field-2"],
    [{ x: 20, y: 20 }, "field-3"],
    [{ x: 499, y: 501 }, "field-4"],
    [{ x: -300, y: 400 }, "tray"],
  ])("lights at %j the %s that the card would be in", (point, zone) => {
    expect(arrangement().zoneAt(point)?.key).toBe(zone);
  });

  it("moves by 0.02 with an arrow key, upwards for higher interest; from the tray it starts in the middle", () => {
    const sheet = arrangement();
    const moving = [cardOf(sheet.items, a), cardOf(sheet.items, b)];
    expect(sheet.nudge(moving, { x: 0, y: -1 }, false)).toEqual([
      {
        type: "actor.place",
        moves: [
          { id: a, to: { x: 0.5, y: 0.52 } },
          { id: b, to: { x: 0.75, y: 0.77 } },
        ],
      },
    ]);
    expect(sheet.nudge([cardOf(sheet.items, b)], { x: 1, y: 0 }, true)).toEqual([
      { type: "actor.place", moves: [{ id: b, to: { x: 0.85, y: 0.75 } }] },
    ]);
  });

  it("places in a field by its number", () => {
    const sheet = arrangement();
    expect(sheet.digit([cardOf(sheet.items, a)], 3)).toEqual([
      { type: "actor.place-in-field", id: a, field: 3 },
    ]);
    expect(sheet.digit([cardOf(sheet.items, a)], 7)).toEqual([]);
  });

  it("lets new cards wait in the tray", () => {
    const draft = arrangement().draft({ x: 700, y: 300 }, "select", true);
    expect(draft?.commands("Ny", numberedIds())).toEqual([write("made-0000", "Ny")]);
  });

  it("shows a crowd without covering, each card's middle in its own field, and stores nothing", () => {
    const sample = sampleBoard();
    for (let index = 0; index < 40; index++) {
      const id = actorId(`crowd-${index}`);
      const x = 0.45 + 0.1 * ((index * 7) % 10) * 0.1;
      sample.run(write(id), { type: "actor.place", moves: [{ id, to: { x, y: 0.45 + 0.0025 * index } }] });
    }
    const { items } = layingOut(prioritySheet, sample)();
    for (const [index, item] of items.entries()) {
      for (const other of items.slice(index + 1)) expect(overlaps(item.rect, other.rect)).toBe(false);
      const stored = item.kind === "compact-card" ? item.cluster.placement : null;
      expect(fieldOf(fromSquare(centreOf(item.rect)))).toBe(stored && fieldOf(stored));
    }
  });

  it("goes from the model to the world and back", () => {
    expect(fromSquare(toSquare({ x: 0.3, y: 0.9 }))).toEqual({ x: 0.3, y: 0.9 });
  });
});

describe("the tray", () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => actorId(`waiting-${index}`));

  it("fills in the order of age, and a taken card leaves its place to the next that comes", () => {
    const [first, second, third, fourth] = ids(4);
    if (!first || !second || !third || !fourth) throw new Error("ids are missing");
    const before = takeTraySlots([first, second, third], new Map(), 10, null);
    expect([...before.values()]).toEqual([0, 1, 2]);
    const after = takeTraySlots([second, third, fourth], before, 10, null);
    expect(after.get(second)).toBe(1);
    expect(after.get(third)).toBe(2);
    expect(after.get(fourth)).toBe(0);
  });

  it("hides what it has no room for, but never the actor everybody looks at", () => {
    const waiting = ids(trayCapacity + 5);
    const last = waiting.at(-1) ?? null;
    const slots = takeTraySlots(waiting, new Map(), trayCapacity, null);
    expect(slots.size).toBe(trayCapacity);
    const focused = takeTraySlots(waiting, slots, trayCapacity, last);
    expect(focused.size).toBe(trayCapacity);
    expect(last && focused.has(last)).toBe(true);
    expect(new Set(focused.values()).size).toBe(trayCapacity);
  });
});

describe("a crowded circle", () => {
  const room = { area: { x: -500, y: -30, width: 1_600, height: 1_000 }, zoom: 0.55 };
  const crowd = (count: number) => {
    const sample = sampleBoard();
    for (let index = 0; index < count; index++) {
      const id = actorId(`crowd-${String(index).padStart(3, "0")}`);
      sample.run(write(id), {
        type: "actor.place",
        moves: [{ id, to: { x: 0.6 + (index % 7) * 0.04, y: 0.6 + (index % 11) * 0.03 } }],
      });
    }
    return sample;
  };

  it.each([7, 16, 40])("PILE-1 shows %i cards one by one, and none covers another", (count) => {
    for (const spread of [1, 0]) {
      const sample = crowd(count);
      // Also when all lie on the very same spot.
      const moves = [...sample.snapshot.actorsById.keys()].map((id) => ({ id, to: { x: 0.75, y: 0.5 } }));
      if (spread === 0) sample.run({ type: "actor.place", moves });
      const { items, piles } = layingOut(prioritySheet, sample)();
      expect(piles?.items).toEqual([]);
      expect(items).toHaveLength(count);
      for (const [index, item] of items.entries()) {
        for (const other of items.slice(index + 1)) expect(overlaps(item.rect, other.rect)).toBe(false);
      }
    }
  });

  it("PILE-1 lays more in a pile in its middle, which says how many they are", () => {
    const sheet = layingOut(prioritySheet, crowd(mostApart + 1))();
    expect(sheet.items).toEqual([]);
    expect(sheet.piles?.lying.size).toBe(mostApart + 1);
    const [pile] = sheet.piles?.items ?? [];
    expect(pile).toMatchObject({ key: "pile:1", field: 1, count: mostApart + 1, head: null });
    expect(pile && centreOf(pile.rect)).toEqual({ x: 750, y: 250 });
  });

  it("PILE-2 is fanned out in the order of the list, and written nowhere", () => {
    const sample = crowd(60);
    const layOut = layingOut(prioritySheet, sample);
    const before = sample.snapshot;
    const { items, piles, bounds } = layOut({ fan: { pile: "pile:1", ...room } });
    expect(piles?.lying.size).toBe(0);
    expect(piles?.items[0]?.head).not.toBeNull();
    const inOrder = priorityList(clusters(sample.snapshot))[1].map(({ id }) => `actor:${id}`);
    const read = items.toSorted((one, other) => one.rect.y - other.rect.y || one.rect.x - other.rect.x);
    expect(read.map(({ key }) => key)).toEqual(inOrder);
    expect(bounds).toEqual(layOut().bounds);
    expect(sample.snapshot).toBe(before);
  });

  it("keeps what didn't change the same objects, fanned out or not", () => {
    const layOut = layingOut(prioritySheet, crowd(60));
    const first = layOut();
    const again = layOut();
    expect(again.piles?.items[0]).toBe(first.piles?.items[0]);
    const [key] = first.piles?.lying.keys() ?? [];
    expect(key && again.piles?.lying.get(key)).toBe(key && first.piles?.lying.get(key));
  });

  it("never hides the actor everybody looks at", () => {
    const focusActor = actorId("crowd-007");
    const { items, piles } = layingOut(prioritySheet, crowd(60))({ focusActor });
    expect(items.map(({ key }) => key)).toEqual([keyOf(focusActor)]);
    expect(piles?.lying.has(keyOf(focusActor))).toBe(false);
    expect(piles?.items[0]?.count).toBe(60);
  });

  it("places a card anew that is dropped elsewhere, and leaves one that is dropped back onto the pile", () => {
    const sheet = layingOut(prioritySheet, crowd(60))();
    const card = sheet.piles?.lying.get(keyOf(actorId("crowd-003")));
    if (!card) throw new Error("it isn't in the pile");
    expect(sheet.drop([to(card, { x: 760, y: 260 })])).toEqual([]);
    expect(sheet.drop([to(card, { x: 250, y: 750 })])).toEqual([
      { type: "actor.place", moves: [{ id: "crowd-003", to: { x: 0.25, y: 0.25 } }] },
    ]);
  });
});
