import { expect, it } from "vitest";
import css from "./tokens.css?raw";
import { tokensCss } from "./css-variables.ts";

const squeezed = (text: string) => text.replaceAll(/\s+/g, " ").toLowerCase();

it("the stylesheet's variables are those of the tokens", () => {
  expect(squeezed(css)).toBe(squeezed(tokensCss()));
});
