import { describe, expect, it } from "vitest";
import { createGridIndex } from "./grid-index.ts";
import { overlaps, rect } from "./rect.ts";

/** A small repeatable generator (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("grid index", () => {
  it("finds exactly what looking at everything finds, while things move and go", () => {
    const random = seeded(7);
    const index = createGridIndex<number>();
    const truth = new Map<number, ReturnType<typeof rect>>();
    for (let turn = 0; turn < 2_000; turn++) {
      const key = Math.floor(random() * 300);
      if (random() < 0.2) {
        index.delete(key);
        truth.delete(key);
      } else {
        const area = rect(random() * 9_000 - 4_500, random() * 9_000 - 4_500, 20 + random() * 900, 128);
        index.set(key, area);
        truth.set(key, area);
      }
      if (turn % 20 === 0) {
        const area = rect(
          random() * 9_000 - 4_500,
          random() * 9_000 - 4_500,
          random() * 4_000,
          random() * 4_000,
        );
        const expected = [...truth].filter(([, at]) => overlaps(at, area)).map(([known]) => known);
        const byNumber = (a: number, b: number) => a - b;
        expect(index.within(area).sort(byNumber)).toEqual(expected.sort(byNumber));
      }
    }
    expect(index.size).toBe(truth.size);
    const everything = rect(-1_000_000, -1_000_000, 2_000_000, 2_000_000);
    expect(index.within(everything)).toHaveLength(truth.size);
  });

  it("finds what is under a point, also on the lines between cells", () => {
    const index = createGridIndex<string>();
    index.set("a", rect(500, 500, 24, 24));
    expect(index.at({ x: 512, y: 512 })).toEqual(["a"]);
    expect(index.at({ x: 525, y: 512 })).toEqual([]);
    index.delete("a");
    expect(index.at({ x: 512, y: 512 })).toEqual([]);
  });
});
