import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { tokensCss } from "@faelleskort/client/theme/css-variables.ts";
import { expect, test } from "vitest";

const squeezed = (text: string) => text.replaceAll(/\s+/g, " ").trim().toLowerCase();

test("the stylesheet's variables are those of the tokens", async () => {
  const css = await readFile(
    fileURLToPath(import.meta.resolve("@faelleskort/client/theme/tokens.css")),
    "utf8",
  );
  expect(squeezed(css)).toBe(squeezed(tokensCss()));
});
