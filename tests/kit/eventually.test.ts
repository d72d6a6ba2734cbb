import { expect, test } from "vitest";
import { eventually } from "./eventually.ts";

test("answers with what it saw, after exceptions and misses", async () => {
  const answers: (() => string | undefined)[] = [
    () => undefined,
    () => {
      throw new Error("not yet");
    },
    () => "here",
  ];
  const seen = await eventually("an answer", () => answers.shift()?.(), { everyMs: 1 });
  expect(seen).toBe("here");
  expect(answers).toHaveLength(0);
});

test("says what it waited for and what it saw last", async () => {
  const waiting = eventually("three cards", () => Promise.reject(new Error("two cards")), {
    withinMs: 5,
    everyMs: 1,
  });
  await expect(waiting).rejects.toThrow("waited 5 ms for three cards; last seen: two cards");
});
