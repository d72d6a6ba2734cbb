import { beforeAll, describe, expect, test } from "vitest";
import { readSources } from "../kit/source/files.ts";
import { cyclesIn } from "./cycles.ts";
import { unplacedLayers, wrongDirections } from "./direction.ts";
import { importGraph, type ImportGraph } from "./graph.ts";
import { phoneReachingCanvas, wrongOutsideImports } from "./outside.ts";
import { styleBreaches } from "./style.ts";

describe("the code as it is", () => {
  let graph: ImportGraph;

  beforeAll(async () => {
    graph = importGraph(
      await readSources(
        "{shared,server,client}/src/**/*.{ts,tsx}",
        "client/vite/**/*.ts",
        "tests/**/*.{ts,tsx}",
      ),
    );
  });

  test("every package is looked at", () => {
    for (const start of ["shared/src/", "server/src/", "client/src/", "tests/"]) {
      expect([...graph.filesByPath.keys()].some((path) => path.startsWith(start))).toBe(true);
    }
  });

  test("no two files import each other, directly or in a ring", () => {
    expect(cyclesIn(graph).map((ring) => ring.join(" → "))).toEqual([]);
  });

  test("every folder has its place in the table", () => {
    expect(unplacedLayers(graph)).toEqual([]);
  });

  test("imports point one way, between packages and inside them", () => {
    expect(wrongDirections(graph)).toEqual([]);
  });

  test("packages from outside are used only where they may be", () => {
    expect(wrongOutsideImports(graph)).toEqual([]);
  });

  test("the phone's form loads without the canvas", () => {
    expect(phoneReachingCanvas(graph)).toEqual([]);
  });

  test("no any, no silenced types, no default exports, no attics", () => {
    expect([...graph.filesByPath.values()].flatMap(styleBreaches)).toEqual([]);
  });
});
