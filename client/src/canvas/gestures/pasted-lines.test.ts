import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { expect, it } from "vitest";
import { pastedLines } from "./pasted-lines.ts";

it("makes one card of each line, without the list's own signs", () => {
  const { lines, leftOut } = pastedLines(
    "- Fair Play\r\n\r\n• Biblioteket\n3. Bydelsmødre\n  Vores HG  \n2 naboer\n",
  );
  expect(lines).toEqual(["Fair Play", "Biblioteket", "Bydelsmødre", "Vores HG", "2 naboer"]);
  expect(leftOut).toEqual([]);
});

it("gives back what a card can't hold and what is beyond the limit, instead of losing it", () => {
  const long = "x".repeat(contentLimits.actorName + 1);
  const many = Array.from({ length: contentLimits.pastedLines + 2 }, (_, index) => `kort ${index}`);
  const { lines, leftOut } = pastedLines([long, ...many].join("\n"));
  expect(lines).toHaveLength(contentLimits.pastedLines);
  expect(leftOut).toEqual([long, ...many.slice(-2)]);
});
