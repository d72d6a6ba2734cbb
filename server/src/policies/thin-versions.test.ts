import { expect, test } from "vitest";
import { type Thinnable, versionsToDrop } from "./thin-versions.ts";

const version = (id: string, createdAt: number, changes: Partial<Thinnable<string>> = {}) => ({
  id,
  createdAt,
  mustStay: false,
  digest: id,
  size: 10,
  ...changes,
});
const bounds = { count: 4, bytes: 100 };

test("while there is room, nothing goes", () => {
  expect(versionsToDrop([version("a", 1), version("b", 2)], version("new", 3), bounds)).toEqual([]);
});

test("HIST-7 of the older half of those that came by themselves, the one goes that its next followed soonest", () => {
  const kept = [version("a", 0), version("b", 100), version("c", 110), version("d", 111)];
  expect(versionsToDrop(kept, version("new", 500), bounds)).toEqual(["b"]);
});

test("HIST-7 what a facilitator asked for stays, and when nothing else is left there is no room", () => {
  const asked = { mustStay: true };
  const kept = ["a", "b", "c"].map((id, at) => version(id, at, asked));
  expect(versionsToDrop([...kept, version("d", 9)], version("new", 10), bounds)).toEqual(["d"]);
  expect(versionsToDrop([...kept, version("d", 9, asked)], version("new", 10), bounds)).toBeNull();
});

test("bytes count once for versions that share a content, and as many go as have to", () => {
  const large = { size: 40 };
  const kept = [version("a", 1, large), version("b", 2, { ...large, digest: "a" }), version("c", 30, large)];
  expect(versionsToDrop(kept, version("new", 40, { size: 20 }), bounds)).toEqual([]);
  // One of the two that share gives nothing free: the other goes with it.
  expect(versionsToDrop(kept, version("new", 40, { size: 50 }), bounds)).toEqual(["a", "b"]);
  expect(versionsToDrop([], version("new", 1, { size: 101 }), bounds)).toBeNull();
});
