import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./client-build.ts";

const patterns = ["src/**/*", "lock.yaml"];
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "faelleskort-fingerprint-"));
  await mkdir(join(folder, "src/app"), { recursive: true });
  await writeFile(join(folder, "src/app/main.ts"), "one");
  await writeFile(join(folder, "lock.yaml"), "lock");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("the same sources have the same fingerprint, wherever they lie", async () => {
  const before = await fingerprint(folder, patterns);
  const elsewhere = `${folder}-moved`;
  await rename(folder, elsewhere);
  folder = elsewhere;
  expect(await fingerprint(folder, patterns)).toBe(before);
});

test.each<[string, () => Promise<void>]>([
  ["a changed file", () => writeFile(join(folder, "src/app/main.ts"), "two")],
  ["a new file", () => writeFile(join(folder, "src/look.css"), "")],
  ["a renamed file", () => rename(join(folder, "src/app/main.ts"), join(folder, "src/app/start.ts"))],
  ["a removed file", () => rm(join(folder, "lock.yaml"))],
])("%s changes it", async (_what, change) => {
  const before = await fingerprint(folder, patterns);
  await change();
  expect(await fingerprint(folder, patterns)).not.toBe(before);
});

test("a test beside the sources, or a file elsewhere, doesn't", async () => {
  const before = await fingerprint(folder, patterns);
  await writeFile(join(folder, "src/app/main.test.ts"), "");
  await writeFile(join(folder, "notes.txt"), "");
  expect(await fingerprint(folder, patterns)).toBe(before);
});
