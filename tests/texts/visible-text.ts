import { isNode, lineOf, nodesAt, nodesIn, type ParsedFile, type SyntaxNode } from "../kit/source/parse.ts";

/** Attributes whose text a person reads or hears. */
const spokenAttributes = new Set([
  "aria-label",
  "aria-description",
  "aria-placeholder",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "placeholder",
  "alt",
  "label",
]);
/** The same in every language: names and formats. */
const namesOnly = new Set(["Fælleskort", "JSON", "Excel", "GeoJSON", "CSV", "QR"]);

/**
 * Finds text that a person would read and that stands in the code instead of the catalogue: between tags, in an
 * expression between tags, or in an attribute that is shown or read aloud.
 */
export function visibleTexts(file: ParsedFile): readonly string[] {
  const found: string[] = [];
  for (const node of nodesIn(file.program)) {
    for (const { text, start } of shownBy(node)) {
      const plain = text.trim();
      // One letter is a key or a sign, such as "N"; a word has two.
      if (/\p{L}{2}/u.test(plain) && !namesOnly.has(plain)) {
        found.push(`${file.path}:${lineOf(file.text, start)} shows "${plain}"`);
      }
    }
  }
  return found;
}

interface ShownText {
  readonly text: string;
  readonly start: number;
}

function shownBy(node: SyntaxNode): readonly ShownText[] {
  if (node.type === "JSXText" && typeof node["value"] === "string") {
    return [{ text: node["value"], start: node.start }];
  }
  if (node.type === "JSXElement" || node.type === "JSXFragment") {
    return nodesAt(node, "children").flatMap((child) =>
      child.type === "JSXExpressionContainer" ? textsOf(child["expression"]) : [],
    );
  }
  if (node.type !== "JSXAttribute") return [];
  const { name } = node;
  if (!isNode(name) || typeof name["name"] !== "string" || !spokenAttributes.has(name["name"])) return [];
  const { value } = node;
  return textsOf(isNode(value) && value.type === "JSXExpressionContainer" ? value["expression"] : value);
}

/** The texts an expression may come to, as far as they're written out: also either side of a choice. */
function textsOf(expression: unknown): readonly ShownText[] {
  if (!isNode(expression)) return [];
  switch (expression.type) {
    case "Literal":
      return typeof expression["value"] === "string"
        ? [{ text: expression["value"], start: expression.start }]
        : [];
    case "TemplateLiteral":
      return (
        Array.isArray(expression["quasis"]) ? (expression["quasis"] as readonly unknown[]) : []
      ).flatMap((quasi) => {
        const value = isNode(quasi) ? quasi["value"] : undefined;
        const text = typeof value === "object" && value !== null && "cooked" in value ? value.cooked : "";
        return [{ text: String(text), start: expression.start }];
      });
    case "ConditionalExpression":
      return [...textsOf(expression["consequent"]), ...textsOf(expression["alternate"])];
    case "LogicalExpression":
      // What stands before && is shown only when it is falsy, and then it is nothing.
      return expression["operator"] === "&&"
        ? textsOf(expression["right"])
        : [...textsOf(expression["left"]), ...textsOf(expression["right"])];
    case "BinaryExpression":
      return expression["operator"] === "+"
        ? [...textsOf(expression["left"]), ...textsOf(expression["right"])]
        : [];
    default:
      return [];
  }
}
