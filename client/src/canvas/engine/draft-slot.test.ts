import { describe, expect, it } from "vitest";
import type { Draft } from "../scene/sheet.ts";
import { createDraftSlot, type DraftSlot } from "./draft-slot.ts";

const draft = (promptId: string): Draft => ({
  rect: { x: 0, y: 0, width: 10, height: 10 },
  look: "note",
  maxLength: 100,
  promptId,
  paint: () => {},
  commands: () => [],
});

const hold = (slot: DraftSlot, words: string | null) => {
  const open = slot.get();
  if (open) slot.hold(open, words);
};

describe("what is being written", () => {
  it("PRIV-4 stays when another is begun while its words are held, with the words in its field", () => {
    const told: boolean[] = [];
    const slot = createDraftSlot((isHeld) => told.push(isHeld));
    const [first, second] = [draft("first"), draft("second")];
    expect(slot.set(first)).toBe(true);
    const { serial } = slot.get() ?? {};
    hold(slot, "22 33 44 55");
    expect(slot.set(second)).toBe(false);
    expect(slot.get()).toMatchObject({ draft: first, words: "22 33 44 55" });
    expect(slot.get()?.serial).not.toBe(serial);
    hold(slot, null);
    expect(slot.set(second)).toBe(true);
    expect(slot.get()).toMatchObject({ draft: second, words: "" });
    expect(told).toEqual([true, false]);
  });

  it("PRIV-4 waits on its own sheet while another is shown, where one can write meanwhile", () => {
    const told: boolean[] = [];
    const slot = createDraftSlot((isHeld) => told.push(isHeld));
    const [first, second] = [draft("first"), draft("second")];
    slot.set(first);
    hold(slot, "22 33 44 55");
    const gone = slot.get();
    slot.turn("wall", "map");
    if (gone) slot.hold(gone, "a field that is no longer there");
    expect(slot.get()).toBeNull();
    expect(slot.set(second)).toBe(true);
    slot.turn("map", "wall");
    expect(slot.get()).toMatchObject({ draft: first, words: "22 33 44 55" });
    expect(told).toEqual([true]);
    slot.close();
    expect(told).toEqual([true, false]);
  });
});
