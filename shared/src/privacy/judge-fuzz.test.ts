import { describe, expect, test } from "vitest";
import { findPersonal, judge } from "./judge.ts";
import { unfinishedAt } from "./unfinished.ts";

/** A small seeded generator (mulberry32): this package's tests know no other. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const two = (value: number) => String(value).padStart(2, "0");
const words = [
  "Fædregruppen",
  "mødes",
  "hver",
  "mandag",
  "kl.",
  "17",
  "i",
  "Beboerhuset,",
  "12",
  "børn",
  "ملعب",
];
const none: ReadonlySet<string> = new Set();
const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

describe("PRIV-2 whatever stands around it", () => {
  test.each(seeds)(
    "a CPR number never passes, nor may any of it leave while it is typed (seed %i)",
    (seed) => {
      const below = seeded(seed);
      const sentence = () =>
        Array.from({ length: below(6) }, () => words[below(words.length)] ?? "").join(" ");
      const number = `${two(1 + below(28))}${two(1 + below(12))}${two(below(100))}-${below(5)}${two(below(100))}${below(10)}`;
      const before = sentence();
      const lead = before === "" ? "" : `${before.replace(/\d+$/, "")} `;
      const text = `${lead}(${number}) ${sentence()}`;
      expect(judge(text, "", none).kind, text).toBe("stop");

      for (let typed = 1; typed <= number.length; typed += 1) {
        const soFar = `${lead}(${number.slice(0, typed)}`;
        const isHeld =
          judge(soFar, lead, none).kind !== "clear" || unfinishedAt(soFar, soFar.length) !== "no";
        expect(isHeld, soFar).toBe(true);
        // Even when the writer pauses, no more than three of its digits go.
        if (typed > 3) expect(unfinishedAt(soFar, soFar.length), soFar).not.toBe("brief");
      }
    },
  );
});

describe("any text", () => {
  const letters = Array.from("aåæ.@-+ /()0123456789١٢\n🙂م\u200b");
  test.each(seeds.slice(0, 100))(
    "is judged in little time, the same way twice, by its own words (seed %i)",
    (seed) => {
      const below = seeded(seed * 7919);
      const text = Array.from({ length: below(4000) }, () => letters[below(letters.length)] ?? "").join("");
      const found = findPersonal(text);
      expect(findPersonal(text)).toEqual(found);
      for (const { words: piece, value } of found) {
        expect(piece.length).toBeGreaterThan(4);
        expect(value).not.toBe("");
      }
      expect(judge(text, text, none).kind).toBe("clear");
      expect(judge(text, "", new Set(found.map(({ value }) => value))).kind).toBe(
        found.some(({ isCertain }) => isCertain) ? "stop" : "clear",
      );
    },
  );

  const length = 200_000;
  // Read in a time that grew with the square of the length, each of these would take minutes.
  test.each(["a", "1", "a@", "1 ", "Avej 1", "a.", "1-"])("made of %j alone is read to its end", (piece) => {
    const text = piece.repeat(length / piece.length);
    expect(judge(text, text, none).kind).toBe("clear");
  });
});

test.each([
  ["Vi er 12", "brief"],
  ["Vi er 12 ", "brief"],
  ["Vi er 12 f", "no"],
  ["Siden 1987", "brief"],
  ["0101", "long"],
  ["20 30 4", "long"],
  ["ali@", "long"],
  ["ali@example.d", "long"],
  ["ali@example.dk ", "no"],
  ["U10", "brief"],
  ["Nej", "no"],
])("what may yet become a number is told: %s", (text, expected) =>
  expect(unfinishedAt(text, text.length)).toBe(expected),
);
