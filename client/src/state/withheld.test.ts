import { expect, it } from "vitest";
import { createWithheldTexts } from "./withheld.ts";

it("PRIV-4 works where the browser keeps nothing, and starts anew from what it can't read", () => {
  const barred = () => {
    throw new Error("barred");
  };
  const texts = createWithheldTexts(barred, "name");
  texts.set("a", { base: "", text: "x" });
  expect(texts.get("a")?.text).toBe("x");
  expect(texts.state.get()).toBe("waiting");
  texts.tell("a");
  expect(texts.state.get()).toBe("told");
  texts.drop("a");
  expect(texts.state.get()).toBe("none");
  const broken = { getItem: () => '{"a":1}', setItem: () => {}, removeItem: () => {} };
  expect(createWithheldTexts(() => broken, "name").state.get()).toBe("none");
});
