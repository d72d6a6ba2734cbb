import { readFile } from "node:fs/promises";
import { examplePicture } from "@faelleskort/shared/example/hoje-gladsaxe.ts";
import { exampleMarks } from "@faelleskort/shared/example/marks.ts";
import { expect, test } from "vitest";

const file = (path: string) => new URL(`../../client/public${path}`, import.meta.url);

test("the example's picture is a PNG of the stated size, light enough for a phone", async () => {
  const png = await readFile(file(examplePicture.path));
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([examplePicture.width, examplePicture.height]);
  expect(png.byteLength).toBeLessThan(400_000);
});

test("the example's marks lie on the places that the picture names alike", async () => {
  const svg = await readFile(file(examplePicture.path.replace(/png$/, "svg")), "utf8");
  const labels = [...svg.matchAll(/<text class="label" x="(\d+)" y="(\d+)"[^>]*>([^<]+)</g)];
  const named = labels.flatMap(([, x, y, name]) => {
    const mark = exampleMarks.find(({ title }) => title === name);
    return mark ? [{ name, mark, x: Number(x), y: Number(y) }] : [];
  });
  expect(named.length).toBeGreaterThanOrEqual(6);
  for (const { name, mark, x, y } of named) {
    const across = mark.at[0] * examplePicture.width - x;
    const down = mark.at[1] * examplePicture.height - y;
    // The label is written under its place.
    expect(Math.hypot(across, down), name).toBeLessThan(80);
  }
});
