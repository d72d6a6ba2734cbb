import { describe, expect, test } from "vitest";
import { parseSource } from "../kit/source/parse.ts";
import { cyclesIn } from "./cycles.ts";
import { unplacedLayers, wrongDirections } from "./direction.ts";
import { importGraph, targetOf, type ImportGraph } from "./graph.ts";
import { phoneReachingCanvas, wrongOutsideImports } from "./outside.ts";
import { styleBreaches } from "./style.ts";

/** A small repository: path → text. Each test puts the fault in that its rule must find. */
function graphOf(files: Readonly<Record<string, string>>): ImportGraph {
  return importGraph(Object.entries(files).map(([path, text]) => ({ path, text })));
}

describe("where an import leads", () => {
  test.each([
    ["./b.ts", { type: "file", path: "client/src/app/b.ts" }],
    ["../theme/t.tsx", { type: "file", path: "client/src/theme/t.tsx" }],
    ["@faelleskort/shared/model/ids.ts", { type: "file", path: "shared/src/model/ids.ts" }],
    ["@faelleskort/tests/kit/random.ts", { type: "file", path: "tests/kit/random.ts" }],
    ["lib0/decoding", { type: "package", name: "lib0" }],
    ["@lingui/core/macro", { type: "package", name: "@lingui/core" }],
    ["node:fs/promises", { type: "node", name: "node:fs/promises" }],
    ["./look.css", { type: "asset" }],
    ["pdfjs-dist/build/pdf.worker.mjs?url", { type: "package", name: "pdfjs-dist" }],
    ["virtual:catalogue/da", { type: "asset" }],
  ])("%s", (specifier, target) => {
    expect(targetOf("client/src/app/a.ts", specifier)).toEqual(target);
  });
});

describe("cycles", () => {
  const b = { "shared/src/model/b.ts": `export { c } from "./c.ts";` };
  const a = { "shared/src/model/a.ts": `import { b } from "./b.ts";` };

  test("a ring is found, also through re-exports and types", () => {
    const graph = graphOf({ ...a, ...b, "shared/src/model/c.ts": `import type { A } from "./a.ts";` });
    expect(cyclesIn(graph)).toEqual([
      ["shared/src/model/a.ts", "shared/src/model/b.ts", "shared/src/model/c.ts", "shared/src/model/a.ts"],
    ]);
  });

  test("a line is no ring, and neither is a dynamic import back", () => {
    expect(cyclesIn(graphOf({ ...a, ...b, "shared/src/model/c.ts": "" }))).toEqual([]);
    expect(cyclesIn(graphOf({ ...a, ...b, "shared/src/model/c.ts": `void import("./a.ts");` }))).toEqual([]);
  });
});

describe("direction", () => {
  test.each([
    ["shared/src/model/a.ts", `import "../commands/b.ts";`, "model must not know commands"],
    ["shared/src/model/a.ts", `import "@faelleskort/server/app.ts";`, "shared must not know server"],
    ["server/src/app.ts", `import "@faelleskort/client/app/a.ts";`, "server must not know client"],
    [
      "client/src/app/a.ts",
      `import type { B } from "../../../server/src/b.ts";`,
      "client must not know server",
    ],
    ["server/src/policies/a.ts", `import "../workshops/room.ts";`, "policies must not know workshops"],
    ["client/src/theme/a.ts", `export const load = () => import("../app/b.ts");`, "theme must not know app"],
    ["client/src/app/a.ts", `let b: import("@faelleskort/tests/kit/b.ts").B;`, "imports a test"],
    ["client/src/app/a.ts", `import "./b.test.ts";`, "imports a test"],
  ])("%s with %s is found", (path, text, reason) => {
    expect(wrongDirections(graphOf({ [path]: text }))).toEqual([expect.stringContaining(reason)]);
  });

  test("the allowed ones are let through", () => {
    const files = {
      "shared/src/commands/a.ts": `import "../model/b.ts";`,
      "server/src/app.ts": `import "@faelleskort/shared/model/b.ts"; import "./transport/c.ts";`,
      "server/src/policies/a.ts": `import type { Clock } from "../workshops/ports.ts";`,
      "tests/e2e/a.test.ts": `import "@faelleskort/server/app.ts"; import "../kit/b.ts";`,
      "shared/src/model/a.test.ts": `import "../doc/b.ts";`,
    };
    expect(wrongDirections(graphOf(files))).toEqual([]);
  });

  test("a folder without a place in the table is found", () => {
    expect(unplacedLayers(graphOf({ "client/src/attic/a.ts": "", "client/src/app/a.ts": "" }))).toEqual([
      "client/src/attic",
    ]);
  });
});

describe("packages from outside", () => {
  test.each([
    ["shared/src/views/a.ts", "yjs"],
    ["shared/src/protocol/a.ts", "yjs"],
    ["shared/src/doc/a.ts", "nanoid"],
    ["shared/src/model/a.ts", "node:crypto"],
    ["server/src/workshops/a.ts", "node:fs/promises"],
    ["client/src/canvas/geometry/a.ts", "konva"],
  ])("%s importing %s is found", (path, name) => {
    expect(wrongOutsideImports(graphOf({ [path]: `import "${name}";` }))).toEqual([
      expect.stringContaining(`${path}:1 imports ${name}`),
    ]);
  });

  test("the allowed ones are let through", () => {
    const files = {
      "shared/src/doc/a.ts": `import * as Y from "yjs"; import { x } from "lib0/encoding";`,
      "shared/src/protocol/a.ts": `import { x } from "lib0/encoding"; import * as v from "valibot";`,
      "server/src/workshops/a.ts": `import * as Y from "yjs";`,
      "shared/src/model/a.test.ts": `import fc from "fast-check";`,
    };
    expect(wrongOutsideImports(graphOf(files))).toEqual([]);
  });
});

describe("the phone's form", () => {
  const form = { "client/src/phone/form.tsx": `import { card } from "../state/card.ts";` };

  test("reaching the canvas through other files is found, with the way there", () => {
    const graph = graphOf({ ...form, "client/src/state/card.ts": `import Konva from "konva";` });
    expect(phoneReachingCanvas(graph)).toEqual([
      "client/src/phone/form.tsx → client/src/state/card.ts → konva",
    ]);
  });

  test("types and dynamic imports load nothing", () => {
    const text = `import type { Stage } from "konva"; export const load = () => import("react-konva");`;
    expect(phoneReachingCanvas(graphOf({ ...form, "client/src/state/card.ts": text }))).toEqual([]);
  });
});

describe("style", () => {
  test.each([
    ["shared/src/model/a.ts", "export const a = (b: any) => b;", "uses any"],
    ["shared/src/model/a.ts", "// @ts-ignore\nexport const a = 1;", "silences"],
    ["shared/src/model/a.ts", "export default 1;", "default export"],
    ["shared/src/model/utils.ts", "", "says nothing"],
    ["shared/src/helpers/a.ts", "", "says nothing"],
    ["shared/src/model/index.ts", "", "says nothing"],
  ])("%s with %j is found", (path, text, reason) => {
    expect(styleBreaches(parseSource({ path, text }))).toEqual([expect.stringContaining(reason)]);
  });

  test("the word in a text or a name isn't the type", () => {
    const text = `/** any card */ export const anyCard = "any"; export const utilsOf = 1;`;
    expect(styleBreaches(parseSource({ path: "shared/src/model/a.ts", text }))).toEqual([]);
  });
});
