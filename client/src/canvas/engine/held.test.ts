import { describe, expect, it } from "vitest";
import { noteItem } from "../scene/sample-items.ts";
import { createHand } from "./held.ts";

const a = noteItem("aaaaaa", { x: 10, y: 20 });
const b = noteItem("bbbbbb", { x: 300, y: 0 });

const whereItLies = () => null;

describe("what I hold", () => {
  it("is shown where I hold it, and stays there after the drop until the board answers", () => {
    const hand = createHand();
    hand.lift([a, b], whereItLies, false, { x: 0, y: 0 });
    hand.carry({ x: 5, y: 5 });
    expect(hand.held.get(a.key)?.at).toEqual({ x: 15, y: 25 });
    expect(hand.drop({ x: 100, y: 0 }, 1_000)).toEqual([
      { item: a, to: { x: 110, y: 20 } },
      { item: b, to: { x: 400, y: 0 } },
    ]);
    expect(hand.isHolding).toBe(false);
    // The board has not said anything yet.
    expect(hand.settle((key) => (key === a.key ? a : b), 1_100)).toBe(false);
    expect(hand.held.get(a.key)?.at).toEqual({ x: 110, y: 20 });
    // It answers for one of them.
    const moved = noteItem("aaaaaa", { x: 110, y: 20 });
    expect(hand.settle((key) => (key === a.key ? moved : b), 1_200)).toBe(true);
    expect([...hand.held.keys()]).toEqual([b.key]);
    // The other was turned down: it goes back after a moment.
    hand.settle(() => b, 1_700);
    expect(hand.held.size).toBe(0);
  });

  it("stays in my hand when somebody else moves it meanwhile, and drops where I drop it", () => {
    const hand = createHand();
    hand.lift([a], whereItLies, false, { x: 0, y: 0 });
    hand.carry({ x: 50, y: 0 });
    const movedByOther = noteItem("aaaaaa", { x: 900, y: 900 });
    hand.settle(() => movedByOther, 10);
    expect(hand.held.get(a.key)?.at).toEqual({ x: 60, y: 20 });
    expect(hand.drop({ x: 50, y: 0 }, 20)).toEqual([{ item: movedByOther, to: { x: 60, y: 20 } }]);
    // Their change is no answer to my drop.
    expect(hand.settle(() => movedByOther, 30)).toBe(false);
    expect(hand.held.get(a.key)?.at).toEqual({ x: 60, y: 20 });
  });

  it("lets go of what somebody deleted", () => {
    const hand = createHand();
    hand.lift([a, b], whereItLies, false, { x: 0, y: 0 });
    hand.settle((key) => (key === b.key ? b : undefined), 10);
    expect([...hand.held.keys()]).toEqual([b.key]);
    expect(hand.drop({ x: 1, y: 1 }, 20)).toHaveLength(1);
  });

  it("takes a thing from where it is shown, e.g. out of another's hand", () => {
    const hand = createHand();
    hand.lift([a], () => ({ x: 500, y: 500 }), false, { x: 0, y: 0 });
    expect(hand.drop({ x: 1, y: 2 }, 0)[0]?.to).toEqual({ x: 501, y: 502 });
    hand.forget();
    expect(hand.held.size).toBe(0);
  });

  it("forgets everything put back", () => {
    const hand = createHand();
    hand.lift([a], whereItLies, false, { x: 0, y: 0 });
    hand.carry({ x: 50, y: 0 });
    hand.putBack();
    expect(hand.held.size).toBe(0);
  });
});
