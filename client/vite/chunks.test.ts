import { expect, test } from "vitest";
import { chunkNames } from "./chunks.ts";

test("what a page shares with others goes into files that hold nothing it doesn't need", () => {
  const imports: Readonly<Record<string, readonly string[]>> = {
    first: ["route"],
    route: ["ids"],
    light: ["route", "start", "button.css"],
    phone: ["status.css", "actor", "form"],
    board: ["button.css", "status.css", "panel", "konva", "dialog"],
    projector: ["actor", "konva", "screen"],
    workshop: ["yjs", "actor", "ids"],
    yjs: ["lib0"],
  };
  const name = chunkNames({
    first: "first",
    light: "light",
    phone: "phone",
    board: ["board"],
    workshop: "workshop",
    projector: ["projector"],
  });
  const graph = {
    getModuleInfo: (id: string) => ({
      importedIds: imports[id] ?? [],
      dynamicallyImportedIds: id === "form" ? ["dialog"] : [],
    }),
  };
  const files = (...ids: readonly string[]) => ids.map((id) => name(id, graph));
  expect(files("route", "ids", "button.css")).toEqual(["first", "first", "first"]);
  expect(files("start")).toEqual(["light"]);
  expect(files("actor", "status.css")).toEqual(["form", "form"]);
  expect(files("yjs", "lib0")).toEqual(["workshop", "workshop"]);
  expect(files("konva", "panel")).toEqual(["canvas", "board"]);
  // Needed by a phone, too, but not to begin with: it comes by itself.
  expect(files("dialog")).toEqual([null]);
  // What only one page needs goes with it, and where it begins is where it begins.
  expect(files("form", "screen", "first", "phone", "board", "workshop")).toEqual(Array(6).fill(null));
});
