import { expect, it } from "vitest";
import { createCatchUp } from "./catch-up.ts";

function setUp() {
  const shown: number[] = [];
  let waiting: (() => void)[] = [];
  const catchUp = createCatchUp<number>(
    (run) => {
      waiting.push(run);
      return () => (waiting = waiting.filter((other) => other !== run));
    },
    (value) => shown.push(value),
  );
  const rest = () => {
    const due = waiting;
    waiting = [];
    for (const run of due) run();
  };
  return { ...catchUp, shown, rest };
}

it("shows nothing until there is time, and then the last", () => {
  const { follow, shown, rest } = setUp();
  follow(1);
  follow(2);
  expect(shown).toEqual([]);
  rest();
  expect(shown).toEqual([2]);
  rest();
  expect(shown).toEqual([2]);
});

it("isn't put off by values that keep coming", () => {
  const { follow, shown, rest } = setUp();
  for (let value = 0; value < 6; value++) {
    follow(value);
    if (value % 2 === 1) rest();
  }
  expect(shown).toEqual([1, 3, 5]);
});

it("shows nothing more once it is closed", () => {
  const { follow, close, shown, rest } = setUp();
  follow(1);
  close();
  rest();
  expect(shown).toEqual([]);
});
