import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compressFiles } from "./compress-files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "faelleskort-compress-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("writes both forms of texts worth it, and nothing else", async () => {
  const script = "const card = 1;\n".repeat(400);
  await writeFile(join(folder, "large.js"), script);
  await writeFile(join(folder, "worker.mjs"), script);
  await writeFile(join(folder, "small.js"), "1");
  await writeFile(join(folder, "picture.png"), Buffer.alloc(5000));
  await compressFiles(folder);
  expect((await readdir(folder)).sort()).toEqual(
    [
      "large.js",
      "large.js.br",
      "large.js.gz",
      "picture.png",
      "small.js",
      "worker.mjs",
      "worker.mjs.br",
      "worker.mjs.gz",
    ].sort(),
  );
  expect(brotliDecompressSync(await readFile(join(folder, "large.js.br"))).toString()).toBe(script);
  expect(gunzipSync(await readFile(join(folder, "large.js.gz"))).toString()).toBe(script);
});
