import { parseSync } from "vite";
import type { SourceFile } from "./files.ts";

/** A node of the syntax tree (ESTree with TypeScript and JSX), with its place in the text in UTF-16 units. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/**
 * What the importing file needs of the other one: `static` is loaded with it, `dynamic` when asked for, `type` is
 * erased before anything runs.
 */
export type ImportKind = "static" | "dynamic" | "type";

/** One import (or re-export, or `import("…")` type) as written, with its line counted from 1. */
export interface ImportOf {
  readonly specifier: string;
  readonly kind: ImportKind;
  readonly line: number;
}

/** A parsed file: its tree, its comments' texts, and what it imports. */
export interface ParsedFile extends SourceFile {
  readonly program: SyntaxNode;
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  readonly imports: readonly ImportOf[];
}

/**
 * Parses a TypeScript file.
 * @throws when it isn't valid, or when it imports something that is not a plain string
 */
export function parseSource(file: SourceFile): ParsedFile {
  const { program, comments, errors } = parseSync(file.path, file.text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
  if (!isNode(program)) throw new Error(`${file.path}: the parser gave no tree`);
  const imports: ImportOf[] = [];
  for (const node of nodesIn(program)) {
    const kind = importKind(node);
    const source = node["source"];
    if (kind === undefined || source === null || source === undefined) continue;
    const specifier = isNode(source) ? source["value"] : undefined;
    const line = lineOf(file.text, node.start);
    if (typeof specifier !== "string") throw new Error(`${file.path}:${line} imports a computed name`);
    imports.push({ specifier, kind, line });
  }
  return {
    ...file,
    program,
    imports,
    comments: comments.map(({ value, start }) => ({ text: value, line: lineOf(file.text, start) })),
  };
}

/** Every node at or below this one, parents before children, in the order of the text. */
export function* nodesIn(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const field of Object.values(node)) {
    const children: readonly unknown[] = Array.isArray(field) ? field : [field];
    for (const child of children) if (isNode(child)) yield* nodesIn(child);
  }
}

/** Whether a field of a node holds a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The nodes in a field that holds one or a list of them; empty when it holds none. Gaps in a list are left out. */
export function nodesAt(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  const value = node[field];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(isNode);
}

/** The line (from 1) of a place in a text. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function importKind(node: SyntaxNode): ImportKind | undefined {
  switch (node.type) {
    case "ImportDeclaration":
      return node["importKind"] === "type" ? "type" : "static";
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return node["exportKind"] === "type" ? "type" : "static";
    case "ImportExpression":
      return "dynamic";
    case "TSImportType":
      return "type";
    default:
      return undefined;
  }
}
