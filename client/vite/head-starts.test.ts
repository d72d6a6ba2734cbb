import { expect, test } from "vitest";
import { linkOf } from "./head-starts.ts";

const chunk = (module: string | null, imports: readonly string[], css: readonly string[] = []) => ({
  type: "chunk" as const,
  facadeModuleId: module,
  imports,
  viteMetadata: { importedCss: new Set(css) },
});

const bundle = {
  "assets/index-1.js": chunk("/index.html", ["assets/first-2.js"], ["assets/index-3.css"]),
  "assets/first-2.js": chunk(null, []),
  "assets/board-4.js": chunk(
    "/board.tsx",
    ["assets/first-2.js", "assets/canvas-5.js"],
    ["assets/board-6.css"],
  ),
  "assets/canvas-5.js": chunk(null, ["assets/first-2.js"]),
  "assets/letters-400-7.woff2": { type: "asset" as const },
  "assets/letters-ext-400-8.woff2": { type: "asset" as const },
};

test("a page gets everything it needs, once, and what it begins with first", () => {
  const link = linkOf(bundle, "/index.html", {
    path: "^/w/",
    modules: ["/board.tsx"],
    letters: ["letters-400"],
  });
  expect(link.split(", ")).toEqual([
    "</assets/index-1.js>; rel=modulepreload",
    "</assets/first-2.js>; rel=modulepreload",
    "</assets/index-3.css>; rel=preload; as=style; crossorigin",
    "</assets/board-4.js>; rel=modulepreload",
    "</assets/canvas-5.js>; rel=modulepreload",
    "</assets/board-6.css>; rel=preload; as=style; crossorigin",
    "</assets/letters-400-7.woff2>; rel=preload; as=font; crossorigin",
  ]);
});

test("a module that isn't in the build stops it", () => {
  expect(() => linkOf(bundle, "/index.html", { path: "^/", modules: ["/gone.tsx"] })).toThrow("/gone.tsx");
});
