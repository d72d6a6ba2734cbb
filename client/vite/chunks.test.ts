import { expect, test } from "vitest";
import { chunkNames } from "./chunks.ts";

test("what a page shares with others goes into files that hold nothing it doesn't need", () => {
  const imports: Readonly<Record<string, readonly string[]>> = {
    first: ["route"],
    route: ["ids"],
    light: ["route", "preact", "button.css"],
    phone: ["preact", "status.css", "actor", "form"],
    board: ["react", "button.css", "status.css", "canvas"],
    canvas: ["actor", "react", "canvas"],
    workshop: ["yjs", "actor", "ids"],
    yjs: ["lib0"],
  };
  const name = chunkNames({
    first: "first",
    light: "light",
    phone: "phone",
    board: ["board"],
    workshop: "workshop",
  });
  const graph = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };
  const files = (...ids: readonly string[]) => ids.map((id) => name(id, graph));
  expect(files("route", "ids", "button.css")).toEqual(["first", "first", "first"]);
  expect(files("preact")).toEqual(["light"]);
  expect(files("actor", "status.css")).toEqual(["form", "form"]);
  expect(files("yjs", "lib0")).toEqual(["workshop", "workshop"]);
  // What only one page needs goes with it, and where it begins is where it begins.
  expect(files("form", "react", "canvas", "first", "phone", "workshop")).toEqual(Array(6).fill(null));
});
