import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/** Marks the copy of a module that runs on the light runtime. */
const mark = "?light";

/** What stands in for React there. */
const standIns: Readonly<Record<string, string>> = {
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "react/jsx-runtime": "preact/jsx-runtime",
};

/** What a module imports when it runs: every `import … from` and `import()` but those of types. */
const imports = /(?:^|\n)\s*(?:import|export)(?!\s+type\b)[^;"']*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/g;

/** The specifiers a source imports when it runs. */
export function importsOf(source: string): readonly string[] {
  return [...source.matchAll(imports)].map(([, from, later]) => from ?? later ?? "");
}

export interface LightRuntimeOptions {
  /** Absolute path of the folder that holds our own modules. */
  readonly folder: string;
  /** Absolute paths of the modules that run, with all that they import, on the light runtime. */
  readonly entries: readonly string[];
}

/**
 * Vite plugin: builds some pages for Preact and the others for React, out of the same sources, in one build. What the
 * entries import and what reaches React is built a second time, with Preact in React's place; all else (the session, Yjs, the
 * shared decisions) knows neither and stays one module for both. In the dev server everything runs on React.
 */
export function lightRuntime({ folder, entries }: LightRuntimeOptions): Plugin {
  const reaching = new Map<string, Promise<boolean>>();

  async function readsReact(path: string, seen: ReadonlySet<string>): Promise<boolean> {
    const specifiers = importsOf(await readFile(path, "utf8"));
    // JSX becomes a call of the runtime.
    if (path.endsWith("x") || specifiers.some((specifier) => specifier in standIns)) return true;
    const own = specifiers
      .filter((specifier) => specifier.startsWith(".") && /\.tsx?$/.test(specifier))
      .map((specifier) => join(dirname(path), specifier))
      .filter((found) => !seen.has(found));
    const answers = await Promise.all(own.map((found) => reachesReact(found, seen)));
    return answers.includes(true);
  }
  function reachesReact(path: string, seen: ReadonlySet<string> = new Set()): Promise<boolean> {
    const known = reaching.get(path) ?? readsReact(path, new Set([...seen, path]));
    reaching.set(path, known);
    return known;
  }

  return {
    name: "faelleskort-light-runtime",
    apply: "build",
    enforce: "pre",
    buildStart() {
      reaching.clear();
    },
    async resolveId(source, importer) {
      const isLight = importer?.endsWith(mark) === true;
      const standIn = standIns[source];
      if (isLight && standIn !== undefined) return this.resolve(standIn, importer, { skipSelf: true });
      if (importer === undefined || !/\.tsx?$/.test(source)) return null;
      const from = isLight ? importer.slice(0, -mark.length) : importer;
      const resolved = await this.resolve(source, from, { skipSelf: true });
      if (resolved === null || !resolved.id.startsWith(folder)) return resolved;
      const becomesLight = isLight ? await reachesReact(resolved.id) : entries.includes(resolved.id);
      return becomesLight ? { ...resolved, id: resolved.id + mark } : resolved;
    },
    async load(id) {
      if (!id.endsWith(mark)) return null;
      const path = id.slice(0, -mark.length);
      this.addWatchFile(path);
      return { code: await readFile(path, "utf8"), moduleType: path.endsWith("x") ? "tsx" : "ts" };
    },
  };
}
