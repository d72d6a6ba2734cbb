import type { SourceFile } from "../kit/source/files.ts";
import { colourOf, contrast, type Variables } from "./colour.ts";
import { styleRules } from "./stylesheet.ts";

/** Translucent ones (`rgb(… / 0.4)`) are let through: they veil what is behind, and no text is read against them. */
const writtenColour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\((?![^)]*\/)/i;
const namedColour = /\b(?:white|black|red|green|blue|gray|grey|silver|orange|yellow|purple|pink|navy|teal)\b/;
const colourProperties =
  /^(?:color|background(?:-color)?|border(?:-\w+)*|outline(?:-color)?|fill|stroke|box-shadow)$/;
const textContrast = 4.5;

/**
 * Text that is too faint on its own ground: rules that set both `color` and `background`, in one scheme. What is
 * turned off (`:disabled`) needn't reach the limit.
 */
export function faintTexts(file: SourceFile, scheme: string, variables: Variables): readonly string[] {
  return styleRules(file.text).flatMap(({ selector, declarations, line }) => {
    const text = colourOf(declarations.get("color") ?? "", variables);
    const behind = declarations.get("background") ?? declarations.get("background-color") ?? "";
    const ground = colourOf(behind, variables);
    if (text === undefined || ground === undefined || selector.includes(":disabled")) return [];
    const ratio = contrast(text, ground);
    if (ratio >= textContrast) return [];
    return [`${file.path}:${line} ${selector}: ${ratio.toFixed(2)}:1 in ${scheme}, needs ${textContrast}:1`];
  });
}

/** Colours written out in a stylesheet instead of taken from the tokens, whose contrasts are computed. */
export function writtenColours(file: SourceFile): readonly string[] {
  return styleRules(file.text).flatMap(({ declarations, line }) =>
    [...declarations]
      .filter(([property]) => colourProperties.test(property))
      .filter(([, value]) => {
        const plain = value.replaceAll(/var\([^)]*\)/g, "");
        return writtenColour.test(plain) || namedColour.test(plain);
      })
      .map(([property, value]) => `${file.path}:${line} writes a colour out: ${property}: ${value}`),
  );
}

/** Custom properties a stylesheet uses that nobody defines: a slip that a browser passes over in silence. */
export function unknownVariables(file: SourceFile, known: ReadonlySet<string>): readonly string[] {
  return [...file.text.matchAll(/var\((--[\w-]+)\s*\)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !known.has(name))
    .map((name) => `${file.path} uses ${name}, which is defined nowhere`);
}

/** Every custom property that a stylesheet or a component sets. */
export function definedVariables(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ text }) =>
      [...text.matchAll(/["'\s{;](--[\w-]+)["'\]]*\s*:/g)].map(([, name = ""]) => name),
    ),
  );
}
