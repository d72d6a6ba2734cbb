import { colourVariables } from "@faelleskort/client/theme/css-variables.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { readSources, type SourceFile } from "../kit/source/files.ts";
import { colourOf, contrast } from "./colour.ts";
import { definedVariables, faintTexts, unknownVariables, writtenColours } from "./style-faults.ts";

// The pairs of the tokens themselves, for the canvas too, are computed beside them in client/src/theme/tokens.test.ts.
describe("the stylesheets as they are", () => {
  let sheets: readonly SourceFile[];
  let components: readonly SourceFile[];

  beforeAll(async () => {
    sheets = await readSources("client/src/**/*.css");
    components = await readSources("client/src/**/*.tsx");
  });

  test.each(["light", "dark"] as const)("every text stands out from its ground in %s", (scheme) => {
    const variables = colourVariables(scheme);
    expect(sheets.flatMap((sheet) => faintTexts(sheet, scheme, variables))).toEqual([]);
  });

  test("colours come from the tokens", () => {
    const own = sheets.filter(({ path }) => path !== "client/src/theme/tokens.css");
    expect(own.flatMap(writtenColours)).toEqual([]);
  });

  test("every custom property that is used is defined", () => {
    const known = definedVariables([...sheets, ...components]);
    expect(sheets.flatMap((sheet) => unknownVariables(sheet, known))).toEqual([]);
  });
});

describe("the rules can fail", () => {
  const variables = { "--ink": "#1B1F24", "--paper": "#FBF8F3", "--pale": "#BBBBBB" };
  const sheet = (text: string): SourceFile => ({ path: "a.css", text });

  test("contrast is WCAG's", () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });

  test("a mix is between its two", () => {
    expect(colourOf("color-mix(in srgb, #000000 50%, #FFFFFF)", {})).toEqual([127.5, 127.5, 127.5]);
    expect(colourOf("transparent", variables)).toBeUndefined();
  });

  test("faint text is found, with its line, also inside a media query", () => {
    const css =
      "/* a\n note */\n@media print {\n .a { color: var(--pale); background: var(--paper) }\n}\n.b { color: var(--ink); background: var(--paper); }";
    expect(faintTexts(sheet(css), "light", variables)).toEqual([
      expect.stringMatching(/^a\.css:4 \.a: 1\.\d+:1 in light/),
    ]);
  });

  test("a colour written out is found, one from the tokens isn't", () => {
    const css = ".a { color: white; border: 1px solid #ccc } .b { color: var(--white-ish); margin: 0 }";
    expect(writtenColours(sheet(css))).toHaveLength(2);
  });

  test("a slip in a name is found", () => {
    const known = definedVariables([sheet(".a { --gap: 1px; }"), sheet(`style={{ "--turn": 1 }}`)]);
    expect(
      unknownVariables(sheet(".b { gap: var(--gap); rotate: var(--turn); color: var(--inc) }"), known),
    ).toEqual(["a.css uses --inc, which is defined nowhere"]);
  });
});
