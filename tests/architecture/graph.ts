import { posix } from "node:path";
import type { SourceFile } from "../kit/source/files.ts";
import { parseSource, type ImportKind, type ParsedFile } from "../kit/source/parse.ts";

/** Where an import leads: one of our files, a package from outside, Node itself, or something that isn't code. */
export type ImportTarget =
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "package"; readonly name: string }
  | { readonly type: "node"; readonly name: string }
  | { readonly type: "asset" };

/** One import with where it leads; `at` is `path:line`, for messages. */
export interface Edge {
  readonly from: string;
  readonly at: string;
  readonly kind: ImportKind;
  readonly to: ImportTarget;
}

/** All our files by path, and all their imports. */
export interface ImportGraph {
  readonly filesByPath: ReadonlyMap<string, ParsedFile>;
  readonly edges: readonly Edge[];
}

/** Parses the files and follows every import one step. */
export function importGraph(files: readonly SourceFile[]): ImportGraph {
  const parsed = files.map(parseSource);
  const edges = parsed.flatMap((file) =>
    file.imports.map(({ specifier, kind, line }) => ({
      from: file.path,
      at: `${file.path}:${line}`,
      kind,
      to: targetOf(file.path, specifier),
    })),
  );
  return { filesByPath: new Map(parsed.map((file) => [file.path, file])), edges };
}

/** Where a specifier leads, seen from a file; our packages are `@faelleskort/<package>/…`. */
export function targetOf(from: string, specifier: string): ImportTarget {
  const [plain = specifier] = specifier.split("?");
  if (plain.startsWith("node:")) return { type: "node", name: plain };
  if (plain.startsWith("virtual:")) return { type: "asset" };
  if (plain.startsWith(".")) return fileOrAsset(posix.join(posix.dirname(from), plain));
  const own = /^@faelleskort\/([a-z]+)\/(.+)$/.exec(plain);
  if (own?.[1] !== undefined && own[2] !== undefined) {
    return fileOrAsset(own[1] === "tests" ? `tests/${own[2]}` : `${own[1]}/src/${own[2]}`);
  }
  const segments = plain.split("/");
  return { type: "package", name: segments.slice(0, plain.startsWith("@") ? 2 : 1).join("/") };
}

function fileOrAsset(path: string): ImportTarget {
  return /\.tsx?$/.test(path) ? { type: "file", path } : { type: "asset" };
}

/** Whether a file is a test or belongs to the tests: those may use test tools, and nothing may use them. */
export function isTest(path: string): boolean {
  return path.startsWith("tests/") || /\.test\.tsx?$/.test(path);
}
