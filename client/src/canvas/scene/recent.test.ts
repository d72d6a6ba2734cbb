import { describe, expect, it } from "vitest";
import { createRecent } from "./recent.ts";

describe("what was asked for lately", () => {
  it("keeps what is asked for, however much else comes, and forgets the rest", () => {
    const recent = createRecent<string, number>(100);
    recent.set("asked", 1);
    recent.set("once", 2);
    for (let index = 0; index < 1_000; index += 1) {
      recent.set(`letter ${index}`, index);
      if (index % 50 === 0) expect(recent.get("asked")).toBe(1);
    }
    expect(recent.get("once")).toBeUndefined();
    expect(recent.get("letter 0")).toBeUndefined();
    expect(recent.get("letter 950")).toBe(950);
    recent.clear();
    expect(recent.get("asked")).toBeUndefined();
  });

  it("keeps as many as were promised when they are asked for again and again", () => {
    const recent = createRecent<number, number>(100);
    for (let round = 0; round < 3; round += 1) {
      for (let key = 0; key < 100; key += 1) {
        if (round > 0) expect(recent.get(key)).toBe(key);
        recent.set(key, key);
      }
    }
  });
});
