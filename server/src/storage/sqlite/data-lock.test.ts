import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockDataDirectory } from "./data-lock.ts";

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "faelleskort-lock-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

test("a directory is one server's at a time, and the next one's when it is let go", async () => {
  const directory = join(await folder(), "made", "when missing");
  const first = lockDataDirectory(directory, 0);
  expect(first.ok).toBe(true);
  const second = lockDataDirectory(directory, 0);
  expect(second).toEqual({ ok: false, error: expect.stringContaining(directory) as string });
  expect(second).toMatchObject({ error: expect.stringContaining("another server") as string });
  if (first.ok) first.value.release();
  const third = lockDataDirectory(directory, 0);
  expect(third.ok).toBe(true);
  if (third.ok) third.value.release();
});

test("what can't be a directory is said in a line of its own", () => {
  const found = lockDataDirectory("/dev/null/data", 0);
  expect(found).toMatchObject({ ok: false, error: expect.stringContaining("/dev/null/data") as string });
});
