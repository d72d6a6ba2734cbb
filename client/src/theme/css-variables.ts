import { type Colours, type SchemeName, tokens } from "./tokens.ts";

const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A scheme's colours as CSS custom properties: `ink` → `--ink`, `categories.place.fill` → `--place-fill`. */
export function colourVariables(scheme: SchemeName): Record<string, string> {
  const colours: Colours = tokens.colours[scheme];
  const { categories, marks, relevance, palette, ...plain } = colours;
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(plain)) variables[`--${dashed(name)}`] = value;
  for (const [name, { fill, stripe }] of Object.entries(categories)) {
    variables[`--${name}-fill`] = fill;
    variables[`--${name}-stripe`] = stripe;
  }
  for (const [name, value] of Object.entries(marks)) variables[`--mark-${name}`] = value;
  for (const [name, value] of Object.entries(relevance)) variables[`--relevance-${name}`] = value;
  for (const [name, { fill, line, marker }] of Object.entries(palette)) {
    variables[`--palette-${name}-fill`] = fill;
    variables[`--palette-${name}-line`] = line;
    variables[`--palette-${name}-marker`] = marker;
  }
  return variables;
}

/** Sizes and times, the same in every scheme. */
export function plainVariables(): Record<string, string> {
  const { type, space, radius, motion } = tokens;
  const variables: Record<string, string> = { "--font": type.family };
  for (const [name, px] of Object.entries(space)) variables[`--space-${name}`] = `${px}px`;
  for (const [name, px] of Object.entries(radius)) variables[`--radius-${name}`] = `${px}px`;
  for (const [name, ms] of Object.entries(motion)) variables[`--motion-${name}`] = `${ms}ms`;
  return variables;
}

/** The text of `tokens.css`, which `tests/texts/tokens-css.test.ts` holds to these tokens. */
export function tokensCss(): string {
  const block = (selector: string, indent: string, variables: Record<string, string>) =>
    [
      `${indent}${selector} {`,
      ...Object.entries(variables).map(([name, value]) => `${indent}  ${name}: ${value};`),
      `${indent}}`,
    ].join("\n");
  return `/* The same as tokens.ts; tests/texts/tokens-css.test.ts compares them (css-variables.ts says how). */
${block(":root", "", { "color-scheme": "light dark", ...plainVariables(), ...colourVariables("light") })}
@media (prefers-color-scheme: dark) {
${block(":root", "  ", colourVariables("dark"))}
}
@media (prefers-reduced-motion: reduce) {
${block(":root", "  ", { "--motion-quick": "0ms", "--motion-calm": "0ms" })}
}
`;
}
