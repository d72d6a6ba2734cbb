import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isKeyLost, loadServerKey, serverKeyFileName } from "./server-key.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "faelleskort-key-"));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

test("the first start makes a key, for its owner's eyes only; later starts find the same", async () => {
  const data = join(directory, "not", "yet", "there");
  const first = await loadServerKey(data, randomBytes);
  expect(first.ok && first.value.length).toBe(32);
  expect(await loadServerKey(data, randomBytes)).toEqual(first);
  expect(await readdir(data)).toEqual([serverKeyFileName]);
  expect((await stat(join(data, serverKeyFileName))).mode & 0o777).toBe(0o600);
});

test("of many starting at once one makes the key and all get it, and no draft is left", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => loadServerKey(directory, randomBytes)));
  const [first] = all;
  expect(first?.ok).toBe(true);
  for (const result of all) expect(result).toEqual(first);
  expect(await readdir(directory)).toEqual([serverKeyFileName]);
});

test("a truncated key file is reported, not replaced", async () => {
  const file = join(directory, serverKeyFileName);
  await loadServerKey(directory, randomBytes);
  await truncate(file, 20);
  const result = await loadServerKey(directory, randomBytes);
  expect(result.ok ? "accepted" : result.error).toContain("is damaged: put it back from a backup");
  expect((await stat(file)).size).toBe(20);
});

test("a directory that can't be made is one readable line", async () => {
  await loadServerKey(directory, randomBytes);
  const underAFile = join(directory, serverKeyFileName, "data");
  const result = await loadServerKey(underAFile, randomBytes);
  expect(result.ok ? "accepted" : result.error).toMatch(/^the server's key can't be read or made: [^\n]+$/);
});

test("a key is lost when there is a store without one; a new directory has lost nothing", async () => {
  expect(await isKeyLost(directory, "store")).toBe(false);
  await writeFile(join(directory, "store"), "");
  expect(await isKeyLost(directory, "store")).toBe(true);
  await loadServerKey(directory, randomBytes);
  expect(await isKeyLost(directory, "store")).toBe(false);
});
