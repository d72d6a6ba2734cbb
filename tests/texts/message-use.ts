import type { SourceMessages } from "../../client/vite/catalogues.ts";
import { isNode, lineOf, nodesAt, nodesIn, type ParsedFile, type SyntaxNode } from "../kit/source/parse.ts";
import { shapeOf } from "./message.ts";

/** What the sources say about messages: ids and patterns that are used, and what is wrong with it. */
export interface MessageUse {
  readonly ids: ReadonlySet<string>;
  /** Ids put together from parts (`steps.${step}.title`), as patterns; each part is one word of the id. */
  readonly patterns: readonly RegExp[];
  readonly faults: readonly string[];
}

/**
 * Finds the messages the client uses. An id is a text in the code that is in the catalogue, wherever it stands, so
 * that tables of ids count; what is handed to `t(…)` or to `<Trans id>` must be in the catalogue, with every value
 * its message asks for. Any other text that looks like an id is taken for one too, unless it is one of `otherNames`.
 * @param otherNames dotted names that aren't messages: the types of commands
 */
export function messageUse(
  files: readonly ParsedFile[],
  messages: SourceMessages,
  otherNames: ReadonlySet<string> = new Set(),
): MessageUse {
  const areas = new Set(Object.keys(messages).map((id) => id.split(".", 1)[0] ?? ""));
  const isId = (text: string): boolean => looksLikeId(text, areas) && !otherNames.has(text);
  const ids = new Set<string>();
  const patterns: RegExp[] = [];
  const faults: string[] = [];
  for (const file of files) {
    for (const node of nodesIn(file.program)) {
      const at = `${file.path}:${lineOf(file.text, node.start)}`;
      const text = literalText(node);
      if (text !== undefined && text in messages) ids.add(text);
      else if (text !== undefined && isId(text)) faults.push(`${at} ${notThere(text)}`);
      const pattern = idPattern(node, areas);
      if (pattern !== undefined) {
        patterns.push(pattern);
        if (!Object.keys(messages).some((id) => pattern.test(id))) {
          faults.push(`${at} puts together an id that no message has: ${pattern.source}`);
        }
      }
      faults.push(...faultsOfUse(node, messages, isId).map((fault) => `${at} ${fault}`));
    }
  }
  return { ids, patterns, faults };
}

/** Every text written out in these files; of `shared`, it holds the types of all commands. */
export function writtenTexts(files: readonly ParsedFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ program }) =>
      [...nodesIn(program)].map(literalText).filter((text) => text !== undefined),
    ),
  );
}

/** The messages that nothing uses. */
export function unusedMessages(messages: SourceMessages, { ids, patterns }: MessageUse): readonly string[] {
  return Object.keys(messages).filter((id) => !ids.has(id) && !patterns.some((pattern) => pattern.test(id)));
}

function faultsOfUse(
  node: SyntaxNode,
  messages: SourceMessages,
  isId: (text: string) => boolean,
): readonly string[] {
  const use = usedMessages(node);
  return (use?.ids ?? []).flatMap((id) => {
    const message = messages[id];
    // One that looks like an id is told wherever it stands, so not again here.
    if (message === undefined) return isId(id) ? [] : [notThere(id)];
    if (use === undefined || use.values === "unknown") return [];
    const given: readonly string[] = use.values;
    const missing = shapeOf(message).values.filter((value) => !given.includes(value));
    return missing.length === 0 ? [] : [`gives "${id}" no ${missing.join(", ")}`];
  });
}

/** Messages named outright, also in a choice: `t("id")`, `t(a ? "id" : "id2", { value })`, `<Trans id="id" />`. */
function usedMessages(
  node: SyntaxNode,
): { readonly ids: readonly string[]; readonly values: readonly string[] | "unknown" } | undefined {
  if (node.type === "CallExpression" && nameOf(node["callee"]) === "t") {
    const [first, second] = nodesAt(node, "arguments");
    return { ids: namedIds(first), values: keysOf(second) };
  }
  if (node.type === "JSXOpeningElement" && nameOf(node["name"]) === "Trans") {
    return { ids: namedIds(attributeOf(node, "id")), values: keysOf(attributeOf(node, "values")) };
  }
  return undefined;
}

function namedIds(expression: unknown): readonly string[] {
  if (!isNode(expression)) return [];
  if (expression.type === "JSXExpressionContainer") return namedIds(expression["expression"]);
  if (expression.type === "ConditionalExpression") {
    return [...namedIds(expression["consequent"]), ...namedIds(expression["alternate"])];
  }
  const id = literalText(expression);
  return id === undefined ? [] : [id];
}

/** The keys of an object written out, none for nothing at all, and `unknown` for anything else. */
function keysOf(value: unknown): readonly string[] | "unknown" {
  if (!isNode(value)) return [];
  if (value.type === "JSXExpressionContainer") return keysOf(value["expression"]);
  if (value.type !== "ObjectExpression") return "unknown";
  const keys: string[] = [];
  for (const property of nodesAt(value, "properties")) {
    if (property.type !== "Property" || property["computed"] === true) return "unknown";
    const { key } = property;
    const name = nameOf(key) ?? (isNode(key) ? literalText(key) : undefined);
    if (name === undefined) return "unknown";
    keys.push(name);
  }
  return keys;
}

function attributeOf(element: SyntaxNode, name: string): unknown {
  return nodesAt(element, "attributes").find((attribute) => nameOf(attribute["name"]) === name)?.["value"];
}

function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "MemberExpression") return nameOf(node["property"]);
  return typeof node["name"] === "string" ? node["name"] : undefined;
}

function literalText(node: SyntaxNode): string | undefined {
  const value = node["value"];
  if (node.type === "Literal" && typeof value === "string") return value;
  if (node.type !== "TemplateLiteral") return undefined;
  const parts = templateParts(node);
  return parts.length === 1 ? parts[0] : undefined;
}

function notThere(id: string): string {
  return `names "${id}", which is in no catalogue`;
}

/** A dotted name that begins as messages do; file names end otherwise. */
function looksLikeId(text: string, areas: ReadonlySet<string>): boolean {
  return /^[a-z-]+(\.[a-z0-9-]+)+$/.test(text) && areas.has(text.split(".", 1)[0] ?? "");
}

/** `steps.${step}.title`, when it starts with an area's name, as a pattern in which each gap is one word. */
function idPattern(node: SyntaxNode, areas: ReadonlySet<string>): RegExp | undefined {
  const parts = templateParts(node);
  const area = /^([\w-]+)\./.exec(parts[0] ?? "")?.[1];
  if (parts.length < 2 || area === undefined || !areas.has(area)) return undefined;
  return new RegExp(`^${parts.map(escaped).join("[^.]+")}$`);
}

function templateParts(node: SyntaxNode): readonly string[] {
  if (node.type !== "TemplateLiteral") return [];
  return nodesAt(node, "quasis").map(({ value }) =>
    typeof value === "object" && value !== null && "cooked" in value ? String(value.cooked) : "",
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
